extension Network {
  /// Whether some ties are directed and others are not.
  public var hasMixedDirections: Bool { ties.contains(where: \.isDirected) && !ties.allSatisfy(\.isDirected) }

  /// The network with two directed ties, one each way, for every undirected one; each has the trust of its own source.
  public func withArcs() -> Network {
    let arcs = ties.flatMap { tie in
      tie.isDirected
        ? [tie]
        : [
          tie.directed(from: tie.source, to: tie.target, trust: tie.trust),
          tie.directed(from: tie.target, to: tie.source, trust: tie.trustBack),
        ]
    }
    return with(ties: arcs)
  }

  /// The network with all ties undirected.
  public func withoutDirections() -> Network {
    with(
      ties: ties.map { tie in
        Tie(
          source: tie.source, target: tie.target, kind: tie.kind, field: tie.field, strength: tie.strength,
          trust: tie.trust, trustBack: tie.trustBack, isDirected: false, period: tie.period,
          attributes: tie.attributes)
      })
  }

  /// How many pairs of partners have directed ties both ways: without directions two ties side by side.
  ///
  /// - Complexity: O(ties).
  public var mutuallyDirectedPairCount: Int {
    struct Pair: Hashable {
      let from: Int
      let to: Int
    }
    let arcs = Set(ties.lazy.filter(\.isDirected).map { Pair(from: $0.source, to: $0.target) })
    return arcs.count { $0.from < $0.to && arcs.contains(Pair(from: $0.to, to: $0.from)) }
  }

  private func with(ties: [Tie]) -> Network {
    Network(
      settings: settings, template: template, partners: partners, ties: ties, offers: offers, needs: needs, fits: fits,
      projects: projects, participations: participations, meetings: meetings, attendances: attendances, phases: phases,
      candidates: candidates, municipalities: municipalities, tasks: tasks, projection: projection)
  }
}

extension Tie {
  fileprivate func directed(from source: Int, to target: Int, trust: Double?) -> Tie {
    Tie(
      source: source, target: target, kind: kind, field: field, strength: strength, trust: trust, isDirected: true,
      period: period, attributes: attributes)
  }
}

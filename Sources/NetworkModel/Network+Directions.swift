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

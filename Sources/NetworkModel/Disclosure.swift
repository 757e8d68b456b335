extension Network {
  /// The network as everybody may see it.
  ///
  /// What comes after this step cannot give away what is no longer there:
  /// - contact data, positions, trust, unknown columns, who answered the survey: gone;
  /// - a partner that may not be named (`Partner.mayBeNamed`) has its sector's name, and nothing that would tell who it
  ///   is: no short name, role, municipality, place, website, resources, votes; its offers, needs and tasks are left out;
  /// - a text that mentions such a partner (the field of a tie, a project's title, a meeting's topic) is left out;
  /// - ids are p1, p2, … by position, and o1, n1, j1, m1 … for offers, needs, projects and meetings; candidates, who
  ///   were not asked, are left out.
  public func disclosed(in language: Language) -> Network {
    let secrets = Secrets(partners.filter { !$0.mayBeNamed })
    let keptOffers = offers.indices.filter { partners[offers[$0].partner].mayBeNamed }
    let keptNeeds = needs.indices.filter { partners[needs[$0].partner].mayBeNamed }
    let offerPosition = Dictionary(uniqueKeysWithValues: keptOffers.enumerated().map { ($1, $0) })
    let needPosition = Dictionary(uniqueKeysWithValues: keptNeeds.enumerated().map { ($1, $0) })
    return Network(
      settings: settings.disclosed, template: template,
      partners: partners.enumerated().map { position, partner in
        partner.disclosed(
          id: "p\(position + 1)", anonymousName: partner.mainSector.map { sectorName($0)[language] } ?? "Partner")
      },
      ties: ties.map { $0.disclosed(hiding: secrets) },
      offers: keptOffers.enumerated().map { offers[$1].disclosed(id: "o\($0 + 1)", hiding: secrets) },
      needs: keptNeeds.enumerated().map { needs[$1].disclosed(id: "n\($0 + 1)", hiding: secrets) },
      fits: fits.compactMap { fit in
        needPosition[fit.need].flatMap { need in
          offerPosition[fit.offer].map { Fit(need: need, offer: $0, value: fit.value) }
        }
      },
      projects: projects.enumerated().map { $1.disclosed(id: "j\($0 + 1)", hiding: secrets, in: language) },
      participations: participations,
      meetings: meetings.enumerated().map { $1.disclosed(id: "m\($0 + 1)", hiding: secrets) },
      attendances: attendances, phases: phases, candidates: [], municipalities: municipalities.map(\.disclosed),
      tasks: tasks.filter { $0.partner.map { partners[$0].mayBeNamed } ?? true }, projection: projection)
  }
}

/// The names that must not stand in any text for the public.
private struct Secrets {
  private let keys: [String]

  init(_ partners: [Partner]) {
    keys = partners.flatMap { [$0.name, $0.id] + [$0.shortName].compactMap { $0 } }
      .map(\.matchingKey).filter { $0.count >= 3 }
  }

  /// The text, or nil where it mentions one of the names.
  func hiding(_ text: String?) -> String? {
    guard let text else { return nil }
    let key = text.matchingKey
    return keys.contains { key.contains($0) } ? nil : text
  }

  func hiding(_ texts: [String]) -> [String] { texts.compactMap { hiding($0) } }
}

extension NetworkSettings {
  fileprivate var disclosed: NetworkSettings {
    var copy = self
    copy.attributes = []
    return copy
  }
}

extension Partner {
  fileprivate func disclosed(id: String, anonymousName: String) -> Partner {
    guard mayBeNamed else {
      return Partner(
        id: id, name: anonymousName, sectors: sectors, kind: kind, consent: false)
    }
    return Partner(
      id: id, name: name, shortName: shortName, sectors: sectors, kind: kind, role: role, municipality: municipality,
      coordinates: coordinates, isPublicBody: isPublicBody, interestGroup: interestGroup, votes: votes,
      membership: membership, resources: resources, website: website, consent: consent)
  }
}

extension Tie {
  fileprivate func disclosed(hiding secrets: Secrets) -> Tie {
    Tie(
      source: source, target: target, kind: secrets.hiding(kind), field: secrets.hiding(field), strength: strength,
      isDirected: isDirected, period: period)
  }
}

extension Offer {
  fileprivate func disclosed(id: String, hiding secrets: Secrets) -> Offer {
    Offer(
      id: id, partner: partner, topics: secrets.hiding(topics), kind: kind, capacity: capacity, amount: amount,
      attributes: [])
  }
}

extension Need {
  fileprivate func disclosed(id: String, hiding secrets: Secrets) -> Need {
    Need(
      id: id, partner: partner, topics: secrets.hiding(topics), kind: kind, amount: amount, priority: priority,
      attributes: [])
  }
}

extension Project {
  fileprivate func disclosed(id: String, hiding secrets: Secrets, in language: Language) -> Project {
    Project(
      id: id, name: secrets.hiding(name) ?? Localized(en: "Project", de: "Projekt")[language] + " " + id.dropFirst(),
      title: secrets.hiding(title), field: secrets.hiding(field), status: status, period: period, budget: budget,
      attributes: [])
  }
}

extension Meeting {
  fileprivate func disclosed(id: String, hiding secrets: Secrets) -> Meeting {
    Meeting(id: id, date: date, topic: secrets.hiding(topic), attributes: [])
  }
}

extension Municipality {
  fileprivate var disclosed: Municipality {
    Municipality(name: name, coordinates: coordinates, population: population, attributes: [])
  }
}

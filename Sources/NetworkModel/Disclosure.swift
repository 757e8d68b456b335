extension Network {
  /// The network as everybody may see it.
  ///
  /// What comes after this step cannot give away what is no longer there:
  /// - contact data, positions, trust, unknown columns, who answered the survey: gone;
  /// - a partner that may not be named (`Partner.mayBeNamed`) has its sector's name, and nothing that would tell who it
  ///   is: no short name, municipality, place, website, resources;
  /// - ids of partners are p1, p2, … by position; candidates, who were not asked, are left out.
  public func disclosed(in language: Language) -> Network {
    Network(
      settings: settings.disclosed, template: template,
      partners: partners.enumerated().map { position, partner in
        partner.disclosed(
          id: "p\(position + 1)", anonymousName: partner.mainSector.map { sectorName($0)[language] } ?? "Partner")
      },
      ties: ties.map(\.disclosed), offers: offers.map(\.disclosed), needs: needs.map(\.disclosed), fits: fits,
      projects: projects.map(\.disclosed), participations: participations, meetings: meetings.map(\.disclosed),
      attendances: attendances, phases: phases, candidates: [], municipalities: municipalities.map(\.disclosed),
      tasks: tasks, projection: projection)
  }
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
        id: id, name: anonymousName, sectors: sectors, role: role, isPublicBody: isPublicBody, votes: votes,
        membership: membership, consent: false)
    }
    return Partner(
      id: id, name: name, shortName: shortName, sectors: sectors, kind: kind, role: role, municipality: municipality,
      coordinates: coordinates, isPublicBody: isPublicBody, interestGroup: interestGroup, votes: votes,
      membership: membership, resources: resources, website: website, consent: consent)
  }
}

extension Tie {
  fileprivate var disclosed: Tie {
    Tie(
      source: source, target: target, kind: kind, field: field, strength: strength, isDirected: isDirected,
      period: period)
  }
}

extension Offer {
  fileprivate var disclosed: Offer {
    Offer(
      id: id, partner: partner, topics: topics, kind: kind, capacity: capacity, amount: amount, attributes: [])
  }
}

extension Need {
  fileprivate var disclosed: Need {
    Need(id: id, partner: partner, topics: topics, kind: kind, amount: amount, priority: priority, attributes: [])
  }
}

extension Project {
  fileprivate var disclosed: Project {
    Project(
      id: id, name: name, title: title, field: field, status: status, period: period, budget: budget, attributes: [])
  }
}

extension Meeting {
  fileprivate var disclosed: Meeting { Meeting(id: id, date: date, topic: topic, attributes: []) }
}

extension Municipality {
  fileprivate var disclosed: Municipality {
    Municipality(name: name, coordinates: coordinates, population: population, attributes: [])
  }
}

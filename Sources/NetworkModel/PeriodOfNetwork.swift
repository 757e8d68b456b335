extension Network {
  /// The phase with an id or a name.
  public func phase(named text: String) -> Phase? { phases.first { $0.id == text } ?? phases.first { $0.name == text } }

  /// The network as it was in a period: the partners, ties, projects and meetings that overlap it.
  ///
  /// What belongs to a partner that was not there (ties, offers, needs, participation …) is left out with it.
  public func during(_ period: Period) -> Network { during(period, keepsAllMeetings: false) }

  private func during(_ period: Period, keepsAllMeetings: Bool) -> Network {
    let kept = partners.indices.filter { partners[$0].membership.overlaps(period) }
    let keptProjects = projects.indices.filter { projects[$0].period.overlaps(period) }
    let keptMeetings = meetings.indices.filter { index in
      keepsAllMeetings || meetings[index].date.map { Period($0).overlaps(period) } ?? true
    }
    return restricted(partners: kept, projects: keptProjects, meetings: keptMeetings) {
      $0.period.overlaps(period)
    }
  }

  /// The network as it is on the day that its settings name; the whole network where they name none.
  ///
  /// All its meetings stay: people have met before that day, and plan to meet after it.
  public func onItsDay() -> Network {
    settings.date.map { during(Period($0), keepsAllMeetings: true) } ?? self
  }

  private func restricted(
    partners kept: [Int], projects keptProjects: [Int], meetings keptMeetings: [Int], keepsTie: (Tie) -> Bool
  ) -> Network {
    func positions(_ kept: [Int], count: Int) -> [Int?] {
      var positions = [Int?](repeating: nil, count: count)
      for (new, old) in kept.enumerated() { positions[old] = new }
      return positions
    }
    let partner = positions(kept, count: partners.count)
    let project = positions(keptProjects, count: projects.count)
    let meeting = positions(keptMeetings, count: meetings.count)
    let keptOffers = offers.indices.filter { partner[offers[$0].partner] != nil }
    let keptNeeds = needs.indices.filter { partner[needs[$0].partner] != nil }
    let offer = positions(keptOffers, count: offers.count)
    let need = positions(keptNeeds, count: needs.count)
    let participations = self.participations.compactMap { part in
      partner[part.partner].flatMap { p in
        project[part.project].map { Participation(partner: p, project: $0, role: part.role) }
      }
    }
    let ties: [Tie]
    if let projection {
      ties = ProjectTies(partnerCount: kept.count, projectCount: keptProjects.count, participations: participations)
        .ties(projection: projection)
    } else {
      ties = self.ties.compactMap { tie in
        guard keepsTie(tie), let source = partner[tie.source], let target = partner[tie.target] else { return nil }
        return tie.between(source, target)
      }
    }
    return Network(
      settings: settings, template: template, partners: kept.map { partners[$0] }, ties: ties,
      offers: keptOffers.map { offers[$0].of(partner: partner[offers[$0].partner]!) },
      needs: keptNeeds.map { needs[$0].of(partner: partner[needs[$0].partner]!) },
      fits: fits.compactMap { fit in
        need[fit.need].flatMap { n in offer[fit.offer].map { Fit(need: n, offer: $0, value: fit.value) } }
      },
      projects: keptProjects.map { projects[$0] }, participations: participations,
      meetings: keptMeetings.map { meetings[$0] },
      attendances: attendances.compactMap { attendance in
        partner[attendance.partner].flatMap { p in
          meeting[attendance.meeting].map { Attendance(partner: p, meeting: $0) }
        }
      },
      phases: phases, candidates: candidates, municipalities: municipalities,
      tasks: tasks.map { task in TaskAssignment(task: task.task, partner: task.partner.flatMap { partner[$0] }) },
      projection: projection)
  }
}

extension Tie {
  /// The same tie between partners at other positions.
  func between(_ source: Int, _ target: Int) -> Tie {
    Tie(
      source: source, target: target, kind: kind, field: field, strength: strength, trust: trust,
      trustBack: trustBack, isDirected: isDirected, period: period, attributes: attributes)
  }
}

extension Offer {
  func of(partner: Int) -> Offer {
    Offer(
      id: id, partner: partner, topics: topics, kind: kind, capacity: capacity, amount: amount, attributes: attributes)
  }
}

extension Need {
  func of(partner: Int) -> Need {
    Need(
      id: id, partner: partner, topics: topics, kind: kind, amount: amount, priority: priority, attributes: attributes)
  }
}

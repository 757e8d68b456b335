extension Reviewer {
  mutating func reviewProjects() -> [Project] {
    var list: [Project] = []
    var places: [RowPlace] = []
    for row in draft.projects {
      let id = row.id ?? row.name
      if let earlier = projects.add(id: id, names: [row.name]) {
        reportDuplicate(id, row.place, row.id == nil ? .name : .id, first: places[earlier])
        continue
      }
      checkAmount(row.budget, row.place, .budget)
      places.append(row.place)
      list.append(
        Project(
          id: id, name: row.name, title: row.title, field: row.field, status: row.status, period: row.period,
          budget: row.budget, attributes: row.attributes))
    }
    guard draft.projects.isEmpty else { return list }
    // Without a table of projects, participation says which there are.
    for row in draft.participations where projects.add(id: row.project, names: []) == nil {
      list.append(
        Project(
          id: row.project, name: row.project, title: nil, field: nil, status: nil, period: .always, budget: nil,
          attributes: []))
    }
    return list
  }

  mutating func reviewParticipations() -> [Participation] {
    struct Pair: Hashable {
      let partner: Int
      let project: Int
    }
    var list: [Participation] = []
    var positions: [Pair: Int] = [:]
    var places: [RowPlace] = []
    for row in draft.participations {
      let partner = partner(row.partner, row.place, .partner)
      let project = project(row.project, row.place)
      guard let partner, let project else { continue }
      let role = row.role ?? .partner
      let pair = Pair(partner: partner, project: project)
      guard let earlier = positions[pair] else {
        positions[pair] = list.count
        places.append(row.place)
        list.append(Participation(partner: partner, project: project, role: role))
        continue
      }
      if list[earlier].role == role {
        reportRepeated(row.place, first: places[earlier])
      } else {
        list[earlier] = Participation(partner: partner, project: project, role: .lead)
      }
    }
    return list
  }

  private mutating func project(_ text: String, _ place: RowPlace) -> Int? {
    switch projects.find(text) {
    case .found(let position): return position
    case .unknown:
      let known = projects
      report(
        .unknownProject, .error, place, .project, Localized(en: "no project \"\(text)\"", de: "kein Projekt „\(text)“"),
        suggestion: suggestion(for: text, in: .projects) { known.words })
    case .ambiguous(let ids):
      report(
        .ambiguousName, .error, place, .project,
        Localized(
          en: "several projects are called \"\(text)\"; write the id instead: \(ids.joined(separator: ", "))",
          de: "mehrere Projekte heißen „\(text)“; schreiben Sie statt dessen die ID: \(ids.joined(separator: ", "))"))
    }
    return nil
  }

  mutating func reviewMeetings() -> [Meeting] {
    var list: [Meeting] = []
    var places: [RowPlace] = []
    for row in draft.meetings {
      if let earlier = meetings.add(id: row.id, names: []) {
        reportDuplicate(row.id, row.place, .id, first: places[earlier])
        continue
      }
      places.append(row.place)
      list.append(Meeting(id: row.id, date: row.date, topic: row.topic, attributes: row.attributes))
    }
    guard draft.meetings.isEmpty else { return list }
    for row in draft.attendances where meetings.add(id: row.meeting, names: []) == nil {
      list.append(Meeting(id: row.meeting, date: nil, topic: nil, attributes: []))
    }
    return list
  }

  mutating func reviewAttendances() -> [Attendance] {
    var list: [Attendance] = []
    var places: [Attendance: RowPlace] = [:]
    for row in draft.attendances {
      let partner = partner(row.partner, row.place, .partner)
      var meeting: Int?
      if case .found(let position) = meetings.find(row.meeting) {
        meeting = position
      } else {
        let known = meetings
        report(
          .unknownMeeting, .error, row.place, .meeting,
          Localized(en: "no meeting \"\(row.meeting)\"", de: "keine Sitzung „\(row.meeting)“"),
          suggestion: suggestion(for: row.meeting, in: .meetings) { known.words })
      }
      guard let partner, let meeting else { continue }
      let attendance = Attendance(partner: partner, meeting: meeting)
      if let first = places[attendance] {
        reportRepeated(row.place, first: first)
      } else {
        places[attendance] = row.place
        list.append(attendance)
      }
    }
    return list
  }

  mutating func reviewPhases() -> [Phase] {
    var table = ReferenceTable()
    var list: [Phase] = []
    var places: [RowPlace] = []
    for row in draft.phases {
      let id = row.id ?? row.name
      if let earlier = table.add(id: id, names: [row.name]) {
        reportDuplicate(id, row.place, row.id == nil ? .name : .id, first: places[earlier])
        continue
      }
      places.append(row.place)
      list.append(Phase(id: id, name: row.name, period: row.period))
    }
    return list
  }

  mutating func reviewCandidates() -> [Candidate] {
    var table = ReferenceTable()
    var list: [Candidate] = []
    var places: [RowPlace] = []
    for row in draft.candidates {
      let id = row.id ?? row.name
      if let earlier = table.add(id: id, names: [row.name]) {
        reportDuplicate(id, row.place, row.id == nil ? .name : .id, first: places[earlier])
        continue
      }
      places.append(row.place)
      let effort = row.effort ?? 1
      if !(effort > 0 && effort.isFinite) {
        report(
          .outOfRange, .error, row.place, .effort,
          Localized(
            en: "an effort is a number above 0, not \(effort.shortText)",
            de: "ein Aufwand ist eine Zahl über 0, nicht \(effort.germanText)")
        )
        continue
      }
      list.append(
        Candidate(
          id: id, name: row.name, sectors: sectorNames.resolve(row.sectors, row.place), offers: row.offers,
          effort: effort, attributes: row.attributes))
    }
    return list
  }

  mutating func reviewMunicipalities(partners: [Partner]) -> [Municipality] {
    var table = ReferenceTable()
    var list: [Municipality] = []
    var places: [RowPlace] = []
    for row in draft.municipalities {
      if let earlier = table.add(id: row.name, names: []) {
        reportDuplicate(row.name, row.place, .name, first: places[earlier])
        continue
      }
      places.append(row.place)
      list.append(
        Municipality(
          name: row.name, coordinates: row.coordinates, population: row.population, attributes: row.attributes))
    }
    guard !list.isEmpty else { return list }
    var told: Set<String> = []
    for row in draft.partners {
      guard let name = row.municipality, case .unknown = table.find(name), told.insert(name).inserted else { continue }
      report(
        .unknownMunicipality, .warning, row.place, .municipality,
        Localized(
          en: "\"\(name)\" is not in the list of municipalities", de: "„\(name)“ steht nicht in der Liste der Gemeinden"
        ),
        suggestion: suggestion(for: name, in: .municipalities) { table.words })
    }
    return list
  }

  mutating func reviewTasks() -> [TaskAssignment] {
    draft.tasks.map { row in
      TaskAssignment(task: row.task, partner: row.partner.flatMap { partner($0, row.place, .partner) })
    }
  }

  mutating func checkAmount(_ amount: Double?, _ place: RowPlace, _ column: Column) {
    guard let amount, !(amount >= 0 && amount.isFinite) else { return }
    report(
      .outOfRange, .error, place, column,
      Localized(
        en: "an amount is 0 or more, not \(amount.shortText)",
        de: "ein Betrag ist 0 oder mehr, nicht \(amount.germanText)"))
  }

  private mutating func reportRepeated(_ place: RowPlace, first: RowPlace) {
    let line = draft.location(first)?.line ?? 0
    report(
      .duplicateRow, .warning, place, nil,
      Localized(
        en: "the row repeats line \(line) and counts once", de: "die Zeile wiederholt Zeile \(line) und zählt einmal"))
  }
}

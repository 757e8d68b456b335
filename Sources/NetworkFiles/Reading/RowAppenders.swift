import NetworkModel

/// Turns one row of a table into a row of the draft.
typealias RowAppender = (TableRow, inout CellReading, inout NetworkDraft) -> Void

extension RecognisedHeader {
  /// The reader of this table's rows; column positions are looked up once, not per row.
  var appender: RowAppender {
    switch table {
    case .partners: partnerAppender
    case .ties: tieAppender
    case .offers: offerAppender
    case .needs: needAppender
    case .fits: fitAppender
    case .projects: projectAppender
    case .participation: participationAppender
    case .meetings: meetingAppender
    case .attendance: attendanceAppender
    case .phases: phaseAppender
    case .candidates: candidateAppender
    case .municipalities: municipalityAppender
    case .tasks: taskAppender
    case .same: sameAppender
    case .network: settingsAppender
    }
  }

  private var partnerAppender: RowAppender {
    let (name, id, short, sector, kind) = (self[.name], self[.id], self[.short], self[.sector], self[.kind])
    let (role, municipality, isPublic) = (self[.role], self[.municipality], self[.public])
    let (latitude, longitude, interest, votes) = (self[.latitude], self[.longitude], self[.interest], self[.votes])
    let (joined, left, position, resources) = (self[.joined], self[.left], self[.position], self[.resources])
    let (website, contact, consent, answered) = (self[.website], self[.contact], self[.consent], self[.answered])
    return { row, reading, draft in
      guard let text = reading.name(row, name, id) else { return }
      var partner = PartnerRow(place: row.place, name: text)
      partner.id = reading.text(row, id)
      partner.short = reading.text(row, short)
      partner.sectors = reading.list(row, sector)
      partner.kind = reading.word(row, kind, Words.partnerKind)
      partner.role = reading.word(row, role, Words.partnerRole)
      partner.municipality = reading.text(row, municipality)
      partner.coordinates = reading.coordinates(row, latitude: latitude, longitude: longitude)
      partner.isPublicBody = reading.word(row, isPublic, Words.yesNo)
      partner.interestGroup = reading.text(row, interest)
      partner.votes = reading.number(row, votes)
      partner.membership = reading.period(row, from: joined, until: left)
      partner.position = reading.text(row, position)
      partner.resources = reading.list(row, resources)
      partner.website = reading.text(row, website)
      partner.contact = reading.text(row, contact)
      partner.consent = reading.word(row, consent, Words.yesNo)
      partner.answered = reading.word(row, answered, Words.yesNo)
      partner.attributes = reading.attributes(row)
      draft.partners.append(partner)
    }
  }

  private var tieAppender: RowAppender {
    let (sourceIndex, targetIndex) = (self[.source], self[.target])
    let (kind, field, strength, back) = (self[.kind], self[.field], self[.strength], self[.strengthBack])
    let (trust, trustBack, directed) = (self[.trust], self[.trustBack], self[.directed])
    let (since, until) = (self[.since], self[.until])
    // Gephi's column Type holds directions, Kumu's and everybody else's holds kinds.
    let kindHeader = kind.flatMap { $0 < headers.count ? headers[$0].headerKey : nil }
    let mixesDirection = kindHeader == "type" || kindHeader == "typ"
    return { row, reading, draft in
      let source = reading.requiredText(row, sourceIndex, .source)
      let target = reading.requiredText(row, targetIndex, .target)
      guard let source, let target else { return }
      var tie = TieRow(place: row.place, source: source, target: target)
      tie.kind = reading.text(row, kind)
      tie.field = reading.text(row, field)
      tie.strength = reading.number(row, strength)
      tie.strengthBack = reading.number(row, back)
      tie.trust = reading.number(row, trust, plausible: 1...4)
      tie.trustBack = reading.number(row, trustBack, plausible: 1...4)
      tie.isDirected = reading.word(row, directed, Words.yesNoOrDirection) ?? false
      if mixesDirection, let text = tie.kind, let direction = Words.direction.value(of: text) {
        tie.kind = nil
        tie.isDirected = direction
      }
      tie.period = reading.period(row, from: since, until: until)
      tie.attributes = reading.attributes(row)
      draft.ties.append(tie)
    }
  }

  private var offerAppender: RowAppender {
    let (partnerIndex, topicIndex) = (self[.partner], self[.topic])
    let (id, kind, capacity, amount) = (self[.id], self[.kind], self[.capacity], self[.amount])
    return { row, reading, draft in
      let partner = reading.requiredText(row, partnerIndex, .partner)
      let topics = reading.requiredText(row, topicIndex, .topic)
      guard let partner, let topics else { return }
      var offer = OfferRow(place: row.place, partner: partner, topics: topics.listItems)
      offer.id = reading.text(row, id)
      offer.kind = reading.word(row, kind, Words.exchangeKind)
      offer.capacity = reading.count(row, capacity)
      offer.amount = reading.number(row, amount, isMoney: true)
      offer.attributes = reading.attributes(row)
      draft.offers.append(offer)
    }
  }

  private var needAppender: RowAppender {
    let (partnerIndex, topicIndex) = (self[.partner], self[.topic])
    let (id, kind, amount, priority) = (self[.id], self[.kind], self[.amount], self[.priority])
    return { row, reading, draft in
      let partner = reading.requiredText(row, partnerIndex, .partner)
      let topics = reading.requiredText(row, topicIndex, .topic)
      guard let partner, let topics else { return }
      var need = NeedRow(place: row.place, partner: partner, topics: topics.listItems)
      need.id = reading.text(row, id)
      need.kind = reading.word(row, kind, Words.exchangeKind)
      need.amount = reading.number(row, amount, isMoney: true)
      need.priority = reading.word(row, priority, Words.priority)
      need.attributes = reading.attributes(row)
      draft.needs.append(need)
    }
  }

  private var fitAppender: RowAppender {
    let (needIndex, offerIndex) = (self[.need], self[.offer])
    let fit = self[.fit]
    return { row, reading, draft in
      let need = reading.requiredText(row, needIndex, .need)
      let offer = reading.requiredText(row, offerIndex, .offer)
      if row[fit].isEmpty { reading.reportMissing(row, .fit) }
      guard let need, let offer, let value = reading.number(row, fit) else { return }
      draft.fits.append(FitRow(place: row.place, need: need, offer: offer, value: value))
    }
  }

  private var projectAppender: RowAppender {
    let (name, id, title, field) = (self[.name], self[.id], self[.title], self[.field])
    let (status, from, until, budget) = (self[.status], self[.from], self[.until], self[.budget])
    return { row, reading, draft in
      guard let text = reading.name(row, name, id) else { return }
      var project = ProjectRow(place: row.place, name: text)
      project.id = reading.text(row, id)
      project.title = reading.text(row, title)
      project.field = reading.text(row, field)
      project.status = reading.word(row, status, Words.projectStatus)
      project.period = reading.period(row, from: from, until: until)
      project.budget = reading.number(row, budget, isMoney: true)
      project.attributes = reading.attributes(row)
      draft.projects.append(project)
    }
  }

  private var participationAppender: RowAppender {
    let (partnerIndex, projectIndex) = (self[.partner], self[.project])
    let role = self[.role]
    return { row, reading, draft in
      let partner = reading.requiredText(row, partnerIndex, .partner)
      let project = reading.requiredText(row, projectIndex, .project)
      guard let partner, let project else { return }
      var participation = ParticipationRow(place: row.place, partner: partner, project: project)
      participation.role = reading.word(row, role, Words.participationRole)
      draft.participations.append(participation)
    }
  }

  private var meetingAppender: RowAppender {
    let idIndex = self[.id]
    let (date, topic) = (self[.date], self[.topic])
    return { row, reading, draft in
      guard let id = reading.requiredText(row, idIndex, .id) else { return }
      var meeting = MeetingRow(place: row.place, id: id)
      meeting.date = reading.date(row, date)
      meeting.topic = reading.text(row, topic)
      meeting.attributes = reading.attributes(row)
      draft.meetings.append(meeting)
    }
  }

  private var attendanceAppender: RowAppender {
    let (partnerIndex, meetingIndex) = (self[.partner], self[.meeting])
    return { row, reading, draft in
      let partner = reading.requiredText(row, partnerIndex, .partner)
      let meeting = reading.requiredText(row, meetingIndex, .meeting)
      guard let partner, let meeting else { return }
      draft.attendances.append(AttendanceRow(place: row.place, partner: partner, meeting: meeting))
    }
  }

  private var phaseAppender: RowAppender {
    let (name, id, from, until) = (self[.name], self[.id], self[.from], self[.until])
    return { row, reading, draft in
      guard let text = reading.name(row, name, id) else { return }
      var phase = PhaseRow(place: row.place, name: text)
      phase.id = reading.text(row, id)
      phase.period = reading.period(row, from: from, until: until)
      draft.phases.append(phase)
    }
  }

  private var candidateAppender: RowAppender {
    let (name, id, sector, offers, effort) = (self[.name], self[.id], self[.sector], self[.offers], self[.effort])
    return { row, reading, draft in
      guard let text = reading.name(row, name, id) else { return }
      var candidate = CandidateRow(place: row.place, name: text)
      candidate.id = reading.text(row, id)
      candidate.sectors = reading.list(row, sector)
      candidate.offers = reading.list(row, offers)
      candidate.effort = reading.number(row, effort)
      candidate.attributes = reading.attributes(row)
      draft.candidates.append(candidate)
    }
  }

  private var municipalityAppender: RowAppender {
    let nameIndex = self[.name]
    let (latitude, longitude, population) = (self[.latitude], self[.longitude], self[.population])
    return { row, reading, draft in
      guard let name = reading.requiredText(row, nameIndex, .name) else { return }
      var municipality = MunicipalityRow(place: row.place, name: name)
      municipality.coordinates = reading.coordinates(row, latitude: latitude, longitude: longitude)
      municipality.population = reading.count(row, population)
      municipality.attributes = reading.attributes(row)
      draft.municipalities.append(municipality)
    }
  }

  private var taskAppender: RowAppender {
    let (task, partner) = (self[.task], self[.partner])
    return { row, reading, draft in
      if row[task].isEmpty { reading.reportMissing(row, .task) }
      guard let value = reading.word(row, task, Words.leadTask) else { return }
      draft.tasks.append(TaskRow(place: row.place, task: value, partner: reading.text(row, partner)))
    }
  }

  private var sameAppender: RowAppender {
    let (nameIndex, sameAsIndex) = (self[.name], self[.sameAs])
    return { row, reading, draft in
      let name = reading.requiredText(row, nameIndex, .name)
      let sameAs = reading.requiredText(row, sameAsIndex, .sameAs)
      guard let name, let sameAs else { return }
      draft.sames.append(SameRow(place: row.place, name: name, sameAs: sameAs))
    }
  }

  private var settingsAppender: RowAppender {
    let keyIndex = self[.key]
    let value = self[.value]
    return { row, reading, draft in
      guard let key = reading.requiredText(row, keyIndex, .key) else { return }
      reading.setting(key, row, value, &draft.settings)
    }
  }
}

extension CellReading {
  /// The name; where only an id is given, the id.
  fileprivate mutating func name(_ row: TableRow, _ name: Int?, _ id: Int?) -> String? {
    if let text = text(row, name) { return text }
    if case .failure = row[name] { return nil }
    guard let text = text(row, id) else {
      reportMissing(row, .name)
      return nil
    }
    if name != nil {
      report(
        .missingValue, row, name,
        Localized(
          en: "the name is missing; the id \"\(text)\" stands for it",
          de: "der Name fehlt; statt seiner steht die ID „\(text)“"), severity: .warning)
    }
    return text
  }
}

extension Words {
  /// A column called "directed" may hold yes and no, or directed and undirected.
  static let yesNoOrDirection = FixedWords<Bool>(
    .init(true, "yes", "ja", ["y", "j", "true", "wahr", "1", "x", "t", "directed", "gerichtet"]),
    .init(false, "no", "nein", ["n", "false", "falsch", "0", "f", "undirected", "ungerichtet", "mutual"]))
}

import NetworkModel

extension Partner {
  var fields: [Column: FieldValue] {
    [
      .id: .text(id), .name: .text(name), .short: FieldValue(shortName), .sector: FieldValue(sectors),
      .kind: FieldValue(kind, Words.partnerKind), .role: FieldValue(role, Words.partnerRole),
      .municipality: FieldValue(municipality), .latitude: FieldValue(coordinates?.latitude),
      .longitude: FieldValue(coordinates?.longitude), .public: FieldValue(isPublicBody),
      .interest: FieldValue(interestGroup), .votes: .number(votes), .joined: FieldValue(membership.start),
      .left: FieldValue(membership.end), .position: FieldValue(position), .resources: FieldValue(resources),
      .website: FieldValue(website), .contact: FieldValue(contact), .consent: FieldValue(consent),
      .answered: FieldValue(answered),
    ]
  }
}

extension Tie {
  func fields(_ ids: [String]) -> [Column: FieldValue] {
    [
      .source: .text(ids[source]), .target: .text(ids[target]), .kind: FieldValue(kind), .field: FieldValue(field),
      .strength: .number(strength), .trust: FieldValue(trust), .trustBack: FieldValue(trustBack),
      .directed: .flag(isDirected), .since: FieldValue(period.start), .until: FieldValue(period.end),
    ]
  }
}

extension Offer {
  func fields(_ ids: [String]) -> [Column: FieldValue] {
    [
      .id: .text(id), .partner: .text(ids[partner]), .topic: FieldValue(topics),
      .kind: FieldValue(kind, Words.exchangeKind), .capacity: .number(Double(capacity)), .amount: FieldValue(amount),
    ]
  }
}

extension Need {
  func fields(_ ids: [String]) -> [Column: FieldValue] {
    [
      .id: .text(id), .partner: .text(ids[partner]), .topic: FieldValue(topics),
      .kind: FieldValue(kind, Words.exchangeKind), .amount: FieldValue(amount),
      .priority: FieldValue(priority, Words.priority),
    ]
  }
}

extension Project {
  var fields: [Column: FieldValue] {
    [
      .id: .text(id), .name: .text(name), .title: FieldValue(title), .field: FieldValue(field),
      .status: FieldValue(status, Words.projectStatus), .from: FieldValue(period.start),
      .until: FieldValue(period.end), .budget: FieldValue(budget),
    ]
  }
}

extension NetworkSettings {
  /// The settings as keys and values.
  var rows: [(key: FieldValue, value: FieldValue)] {
    let known: [(SettingKey, FieldValue)] = [
      (.title, FieldValue(title)), (.region, FieldValue(region)), (.template, FieldValue(template)),
      (.focus, FieldValue(focus)), (.language, FieldValue(language, Words.language)), (.source, FieldValue(source)),
      (.date, FieldValue(date)), (.funding, FieldValue(funding)), (.logo, FieldValue(logos)),
    ]
    return known.filter { $0.1 != .none }.map { key, value in
      (.word(Localized(en: key.name(in: .english), de: key.name(in: .german))), value)
    } + attributes.map { (.text($0.name), .text($0.value)) }
  }
}

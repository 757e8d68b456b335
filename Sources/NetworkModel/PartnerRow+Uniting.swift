/// A value of a row that is not taken, because another row of the same partner says something else.
struct UnitedContradiction {
  let column: Column
  let left: Localized
  let taken: Localized
}

extension PartnerRow {
  /// Takes over what another row of the same partner says; sectors and columns that regionet does not know are united
  /// elsewhere.
  ///
  /// - What this row leaves open is filled. Resources are united.
  /// - Where both say something else, this row's value stands, but for three columns: the higher role is taken (lead,
  ///   core, member), consent counts only where no row refuses it, and who has answered in one row has answered.
  /// - Membership runs from the first joining to the last leaving.
  ///
  /// - Returns: what the two say differently, with the value that is left out or changed.
  mutating func unite(_ other: PartnerRow) -> [UnitedContradiction] {
    var contradictions: [UnitedContradiction] = []
    func take<Value: Equatable>(
      _ mine: inout Value?, _ theirs: Value?, _ column: Column, choose: (Value, Value) -> Value = { first, _ in first },
      show: (Value) -> Localized
    ) {
      guard let theirs else { return }
      guard let first = mine else {
        mine = theirs
        return
      }
      guard first != theirs else { return }
      let chosen = choose(first, theirs)
      mine = chosen
      contradictions.append(
        UnitedContradiction(column: column, left: show(chosen == theirs ? first : theirs), taken: show(chosen)))
    }
    func yesNo(_ value: Bool) -> Localized { value ? Localized(en: "yes", de: "ja") : Localized(en: "no", de: "nein") }
    func number(_ value: Double) -> Localized { Localized(en: value.shortText, de: value.germanText) }
    take(&short, other.short, .short) { Localized($0) }
    take(&kind, other.kind, .kind) {
      $0 == .person ? Localized(en: "person", de: "Person") : Localized(en: "institution", de: "Institution")
    }
    take(&role, other.role, .role, choose: { $0.rank <= $1.rank ? $0 : $1 }) { $0.word }
    take(&municipality, other.municipality, .municipality) { Localized($0) }
    take(&coordinates, other.coordinates, .latitude) {
      Localized(
        en: "\($0.latitude.shortText) \($0.longitude.shortText)",
        de: "\($0.latitude.germanText) \($0.longitude.germanText)")
    }
    take(&isPublicBody, other.isPublicBody, .public, show: yesNo)
    take(&interestGroup, other.interestGroup, .interest) { Localized($0) }
    take(&votes, other.votes, .votes, show: number)
    take(&position, other.position, .position) { Localized($0) }
    take(&website, other.website, .website) { Localized($0) }
    take(&contact, other.contact, .contact) { Localized($0) }
    take(&consent, other.consent, .consent, choose: { $0 && $1 }, show: yesNo)
    take(&answered, other.answered, .answered, choose: { $0 || $1 }, show: yesNo)
    var mine: Period? = membership == .always ? nil : membership
    take(
      &mine, other.membership == .always ? nil : other.membership, .joined, choose: { $0.union($1) },
      show: { $0.words })
    membership = mine ?? .always
    for resource in other.resources where !resources.contains(resource) { resources.append(resource) }
    return contradictions
  }
}

extension Partner.Role {
  fileprivate var rank: Int {
    switch self {
    case .lead: 0
    case .core: 1
    case .member: 2
    }
  }

  fileprivate var word: Localized {
    switch self {
    case .lead: Localized(en: "lead", de: "Leitung")
    case .core: Localized(en: "core", de: "Kern")
    case .member: Localized(en: "member", de: "Mitglied")
    }
  }
}

extension Period {
  /// `2019 – 2024-05`; an open end is `…`.
  var words: Localized { Localized("\(start?.description ?? "…") – \(end?.description ?? "…")") }
}

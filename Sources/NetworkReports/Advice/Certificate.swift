import NetworkAnalysis
import NetworkFiles
import NetworkModel

extension OptimalSets {
  /// `value`, `optimal`, `bound`, `sets`, `equalSets`.
  func members(_ element: (Element) -> JSONValue) -> [JSONValue.Member] {
    [
      .init("value", .number(value)), .init("optimal", .bool(isOptimal)), .init("bound", .number(bound)),
      .init("sets", .array(sets.map { .array($0.map(element)) })), .init("equalSets", .count(equalSets)),
    ]
  }
}

extension JSONValue {
  /// A count of any size; beyond 2⁵³ the nearest number that JSON readers can hold.
  static func count(_ number: WholeNumber?) -> JSONValue {
    guard let number else { return .null }
    return number.asInt.map { .integer($0) } ?? JSONValue(Double(number.description))
  }
}

extension Wording {
  /// What is proved about an answer, in one sentence.
  ///
  /// - Parameter bound: the bound as a reader understands it.
  func certificate(isOptimal: Bool, bound: String) -> String {
    isOptimal
      ? self(en: "Proved: nothing reaches more.", de: "Bewiesen: Mehr ist nicht möglich.")
      : self(
        en: "The best found, not proved: no answer passes \(bound). More --work may prove it.",
        de: "Das Beste, was gefunden wurde, nicht bewiesen: Keine Antwort übertrifft \(bound). "
          + "Mehr --work kann es beweisen.")
  }

  /// How many sets there are, and that only some are listed; nil for a single one.
  func equalSets<Element>(_ found: OptimalSets<Element>) -> String? {
    guard let count = found.equalSets else {
      return found.sets.count > 1
        ? self(
          en: "Several answers are equally good; \(whole(found.sets.count)) are listed.",
          de: "Mehrere Antworten sind gleich gut; \(whole(found.sets.count)) sind aufgelistet.") : nil
    }
    guard count > 1 else { return nil }
    let all = count.asInt.map(whole) ?? count.description
    return count > WholeNumber(found.sets.count)
      ? self(
        en: "\(all) answers are equally good; the first \(whole(found.sets.count)) are listed.",
        de: "\(all) Antworten sind gleich gut; die ersten \(whole(found.sets.count)) sind aufgelistet.")
      : self(en: "\(all) answers are equally good.", de: "\(all) Antworten sind gleich gut.")
  }
}

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
  /// What is proved about an answer.
  ///
  /// - Parameters:
  ///   - proved: what nothing can do better, where the optimum is proved.
  ///   - bound: what is proved where the optimum is not.
  func certificate(isOptimal: Bool, proved: Localized, bound: Localized) -> String {
    isOptimal
      ? self(en: "Proved: \(proved.english).", de: "Bewiesen: \(proved.german).")
      : self(
        en: "This is the best that was found. Proved is only: \(bound.english). More --work may prove more.",
        de: "Das ist das Beste, was gefunden wurde. Bewiesen ist nur: \(bound.german). Mehr --work kann mehr beweisen.")
  }

  /// How many other sets are as good; nil for a single one.
  ///
  /// - Parameter shown: how many are listed, the first included.
  func equalSets<Element>(_ found: OptimalSets<Element>, shown: Int) -> String? {
    guard let count = found.equalSets else {
      return found.sets.count > 1 ? self(en: "Some that are equal to this", de: "Einige gleichwertige") : nil
    }
    guard count > 1 else { return nil }
    if count <= WholeNumber(shown) { return self(en: "Equal to this", de: "Gleichwertig") }
    let others = count - 1
    let number = others.asInt.map(whole) ?? others.description
    return self(en: "Equal to this, the first of \(number)", de: "Gleichwertig, die ersten von \(number)")
  }
}

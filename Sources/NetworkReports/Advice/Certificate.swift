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
      ? self(en: "Proved: \(proved.english).", de: "Bewiesen: \(proved.german.capitalizedFirst).")
      : self(
        en: "This is the best that was found. Proved is only: \(bound.english). More --work may prove more.",
        de:
          "Das ist das Beste, was gefunden wurde. Bewiesen ist nur: \(bound.german.capitalizedFirst). Mehr --work kann mehr beweisen."
      )
  }

  /// A count for readers; nobody reads more than 18 digits.
  func number(_ count: WholeNumber) -> String {
    count.asInt.map(whole) ?? self(en: "countless", de: "unzählige")
  }

  /// What is said before the other sets of the same value; nil where there are none.
  ///
  /// - Parameters:
  ///   - shown: how many are listed, the first included.
  ///   - word: what they all are: good, bad.
  func equalSets<Element>(_ found: OptimalSets<Element>, shown: Int, word: Localized) -> String? {
    guard shown > 1 else { return nil }
    guard let count = found.equalSets else {
      return self(
        en: "Others are as \(word.english), for example", de: "Ebenso \(word.german) sind andere, zum Beispiel")
    }
    if count <= WholeNumber(shown) { return self(en: "As \(word.english)", de: "Ebenso \(word.german)") }
    let number = self.number(count - 1)
    return self(
      en: "\(number) others are as \(word.english), for example",
      de: "Ebenso \(word.german) sind \(number) andere, zum Beispiel")
  }
}

extension String {
  /// German begins a sentence after a colon with a capital.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

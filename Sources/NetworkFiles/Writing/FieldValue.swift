import NetworkModel

/// The value of one field of a record, before it is written in some format.
enum FieldValue: Equatable {
  case none
  case text(String)
  case number(Double)
  /// A word of a fixed set.
  case word(Localized)
  case flag(Bool)
  case list([String])
  case date(PartialDate)

  init(_ text: String?) { self = text.map(FieldValue.text) ?? .none }
  init(_ number: Double?) { self = number.map(FieldValue.number) ?? .none }
  init(_ flag: Bool?) { self = flag.map(FieldValue.flag) ?? .none }
  init(_ date: PartialDate?) { self = date.map(FieldValue.date) ?? .none }
  init(_ list: [String]) { self = list.isEmpty ? .none : .list(list) }

  init<Value>(_ value: Value?, _ words: FixedWords<Value>) {
    self =
      value.map { value in
        .word(Localized(en: words.word(for: value, in: .english), de: words.word(for: value, in: .german)))
      } ?? .none
  }

  /// The value as a planner writes it into a cell.
  func text(in language: Language) -> String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .number(let number): number.unambiguousText(in: language)
    case .word(let word): word[language]
    case .flag(let flag): Words.yesNo.word(for: flag, in: language)
    case .list(let items): items.joined(separator: "; ")
    case .date(let date): date.description
    }
  }
}

extension Double {
  /// The shortest text that reads back as the same number: with a decimal comma in German, and never as `1.234`, which
  /// half of Europe takes for thousands.
  func unambiguousText(in language: Language) -> String {
    if language == .german { return germanText }
    let text = shortText
    if case .ambiguous = NumberReading(readsDecimalComma: false, language: nil).read(text) { return text + "0" }
    return text
  }
}

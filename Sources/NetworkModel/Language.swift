/// The languages regionet speaks.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case german = "de"
  case english = "en"
}

/// A text in every language regionet speaks.
public struct Localized: Sendable, Hashable {
  public let english: String
  public let german: String

  public init(en english: String, de german: String) {
    self.english = english
    self.german = german
  }

  /// The same text in both languages: a proper name, or a text the user wrote.
  public init(_ text: String) { self.init(en: text, de: text) }

  public subscript(language: Language) -> String {
    switch language {
    case .german: german
    case .english: english
    }
  }
}

import ArgumentParser
import Glibc
import NetworkModel

extension Language: NamedChoice {
  /// The language of the environment: LC_ALL, LC_MESSAGES, LANG; unset or C is German, all others English.
  static var ofEnvironment: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      let tag = value.prefix { $0 != "." && $0 != "@" && $0 != "_" }
      return ["C", "POSIX", "de"].contains(tag) ? .german : .english
    }
    return .german
  }

  /// The language to help in before the arguments have been parsed: `--lang` wherever it stands, else the environment's.
  static let ofHelp: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count, let language = Language(rawValue: arguments[index + 1]) {
        return language
      }
      if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
        return language
      }
    }
    return ofEnvironment
  }()
}

/// A help text in the language of the person who asks for it.
func help(_ english: String, de german: String) -> String { Localized(en: english, de: german)[.ofHelp] }

import ArgumentParser

extension SingleValueParsingStrategy {
  /// Of options that take a number: else the parser takes -1 for another option and tells, in English, that one is missing.
  static var number: Self { .unconditional }
}

/// How many of equally good answers are listed.
struct LimitOption: ParsableArguments {
  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "List at most n of equally good answers (default: 20, in texts 5).",
        de: "Höchstens n gleich gute Antworten auflisten (Vorgabe: 20, in Texten 5)."), valueName: "n"))
  var limit: Int?

  var count: Int { limit ?? 20 }
  /// A text is short unless somebody asks for more.
  var textCount: Int { limit ?? 5 }

  func validate() throws { if let limit { try Self.check(limit) } }

  static func check(_ limit: Int) throws {
    if limit < 1 { throw ValidationError(help("--limit is 1 or more.", de: "--limit ist 1 oder mehr.")) }
  }
}

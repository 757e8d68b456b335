import ArgumentParser

/// How many of equally good answers are listed.
struct LimitOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      help(
        "List at most n of equally good answers (default: 20).",
        de: "Höchstens n gleich gute Antworten auflisten (Vorgabe: 20)."), valueName: "n"))
  var limit: Int = 20

  func validate() throws { try Self.check(limit) }

  static func check(_ limit: Int) throws {
    if limit < 1 { throw ValidationError(help("--limit is 1 or more.", de: "--limit ist 1 oder mehr.")) }
  }
}

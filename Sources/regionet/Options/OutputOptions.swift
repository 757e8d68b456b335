import ArgumentParser
import GraphCore
import NetworkFiles
import NetworkModel
import NetworkReports

/// How findings are written, and where.
struct OutputOptions: ParsableArguments {
  enum Format: String, NamedChoice { case table, csv, json, xlsx }

  @Option(
    help: ArgumentHelp(
      help(
        "Write a table, csv, json or xlsx (default: what the file's name ends in, else table).",
        de: "table (Tabelle), csv, json oder xlsx schreiben (Vorgabe: die Endung der Datei, sonst table)."),
      valueName: "format"))
  var format: Format?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      help(
        "Write to this file (default: -, standard output). An old file stays whole until the new one is complete.",
        de:
          "In diese Datei schreiben (Vorgabe: -, die Standardausgabe). Eine alte Datei bleibt ganz, bis die neue fertig ist."
      ), valueName: "file"))
  var output: String = "-"

  /// The format asked for, or the one that the file's name asks for.
  var chosenFormat: Format {
    if let format { return format }
    guard output != "-", let dot = output.lastIndex(of: ".") else { return .table }
    return Format(rawValue: output[output.index(after: dot)...].lowercased()) ?? .table
  }

  /// Writes tables in the format chosen; JSON is another view of the same findings.
  func write(_ tables: [ReportTable], json: () throws -> JSONValue, language: Language) throws {
    switch chosenFormat {
    case .table:
      let width = output == "-" ? Console.outputWidth : nil
      try write(tables.map { $0.terminalText(in: language, width: width) }.joined(separator: "\n"))
    case .csv: try write(tables.map { $0.csvText() }.joined(separator: "\r\n"))
    case .json: try write(bytes: try json().bytes())
    case .xlsx: try write(bytes: try tables.workbook(in: language))
    }
  }

  /// Writes a text for people.
  func write(_ text: AdviceText, language: Language) throws {
    let width = output == "-" ? Console.outputWidth : nil
    try write(text.text(in: language, width: width ?? 80))
  }

  /// Writes a text for people, or the same findings as tables or JSON for other programs.
  func write(
    _ text: @autoclosure () -> AdviceText, _ tables: @autoclosure () -> [ReportTable], json: () -> JSONValue,
    language: Language
  ) throws {
    if chosenFormat == .table { return try write(text(), language: language) }
    try write(tables(), json: json, language: language)
  }

  func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

  func write(bytes: [UInt8]) throws {
    try Console.write(bytes, to: output)
  }
}

/// How much of the machine may be used.
struct WorkOptions: ParsableArguments {
  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Use at most so many processor threads (default: all); the numbers do not depend on it.",
        de: "Höchstens so viele Prozessor-Threads nutzen (Vorgabe: alle); die Zahlen hängen nicht davon ab."),
      valueName: "n"))
  var threads: Int?

  @Option(
    parsing: .number,
    help: ArgumentHelp(
      help(
        "Allow exact searches so many nodes (default: 20000000); an answer says whether it is proved.",
        de: "Exakten Suchen so viele Knoten erlauben (Vorgabe: 20000000); eine Antwort sagt, ob sie bewiesen ist."),
      valueName: "n"))
  var work: Int = 20_000_000

  var threadCount: Int { threads ?? Parallel.processorCount }

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError(help("--threads is 1 or more.", de: "--threads ist 1 oder mehr."))
    }
    if work < 1 { throw ValidationError(help("--work is 1 or more.", de: "--work ist 1 oder mehr.")) }
  }
}

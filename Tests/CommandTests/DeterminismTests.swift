import Foundation
import Testing

/// Same input, same bytes: run twice, with one thread and with two.
@Suite struct DeterminismTests {
  @Test(
    "every command writes the same bytes again, with any number of threads",
    arguments: [
      ["check", "--format", "json"], ["measure", "--format", "json"], ["measure", "--format", "csv"],
      ["measure", "--level", "network"], ["measure", "--format", "xlsx"],
    ])
  func findings(command: [String]) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let region = CommandRunner.data("beispielregion")
    let isMeasure = command[0] == "measure"
    func run(_ threads: String) throws -> Data {
      let outcome =
        isMeasure
        ? try runner.run(command[0], region, command[1], command[2], "--threads", threads)
        : try runner.run(command[0], region, command[1], command[2])
      #expect(outcome.status == 0 && !outcome.output.isEmpty)
      return outcome.output
    }
    let first = try run("1")
    #expect(try run("1") == first)
    #expect(try run("2") == first)
  }

  @Test("a map is the same file again", arguments: ["svg", "dot", "pdf", "png"])
  func maps(format: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    for threads in ["1", "2"] {
      let outcome = try runner.run(
        "map", CommandRunner.data("musterland"), "--threads", threads, "--dpi", "50", "-o", "\(threads).\(format)")
      #expect(outcome.status == 0, "\(outcome.talk)")
    }
    #expect(try runner.read("1.\(format)") == runner.read("2.\(format)"))
    #expect(try !runner.read("1.\(format)").isEmpty)
  }

  @Test("a dataset goes through workbook and JSON to CSV and comes back byte for byte")
  func conversions() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    for (input, output) in [
      (CommandRunner.data("beispielregion"), "eins"), ("eins", "zwei.xlsx"), ("eins", "nochmal.xlsx"),
      ("zwei.xlsx", "drei.json"), ("drei.json", "vier"),
    ] {
      let outcome = try runner.run("convert", input, output)
      #expect(outcome.status == 0, "\(output): \(outcome.talk)")
    }
    #expect(try runner.read("zwei.xlsx") == runner.read("nochmal.xlsx"))
    let tables = try FileManager.default.contentsOfDirectory(
      atPath: runner.folder.appending(path: "eins").path)
    #expect(tables.count == 14)
    for table in tables { #expect(try runner.read("eins/\(table)") == runner.read("vier/\(table)"), "\(table)") }
  }
}

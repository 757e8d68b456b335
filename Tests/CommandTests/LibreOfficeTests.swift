import Foundation
import Testing

/// Workbooks that regionet writes, opened by LibreOffice, and workbooks that LibreOffice writes, read by regionet.
@Suite(.enabled(if: LibreOffice.command != nil, "\(LibreOffice.isMissing)")) struct LibreOfficeTests {
  private func sheet(_ name: String, _ runner: CommandRunner) throws -> [[String]] {
    LibreOffice.rows(String(decoding: try runner.read("csv/\(name).csv"), as: UTF8.self))
  }

  @Test("cells come out as they went in: umlauts, what begins like a formula, numbers, dates, line breaks")
  func oddCells() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    try runner.write(
      "name,sector,joined,contact,website,latitude,longitude\n=1+1,school,2024-05-31,+43 1 234,@home,48.25,-9.5\n"
        + "\"Büch\"\"erei; A\",\"library; school\",2024,\"zwei\nZeilen\",-5,,\nStraße,,2024-05,-x,,,\n",
      to: "netz/partners.csv")
    try runner.write("source,target,strength,trust\n=1+1,Straße,1234567.5,3\n", to: "netz/ties.csv")
    #expect(try runner.run("convert", "netz", "en.xlsx", "--lang", "en").status == 0)
    #expect(try runner.run("convert", "netz", "de.xlsx").status == 0)
    try LibreOffice.convert(["en.xlsx", "de.xlsx"], to: "csv", in: runner)
    let rows = [
      ["=1+1", "school", "48.25", "-9.5", "2024-05-31", "@home", "+43 1 234"],
      ["Büch\"erei; A", "library; school", "", "", "2024", "-5", "zwei\nZeilen"],
      ["Straße", "", "", "", "2024-05", "", "-x"],
    ]
    #expect(
      try sheet("en-partners", runner)
        == [["name", "sector", "latitude", "longitude", "joined", "website", "contact"]] + rows)
    #expect(
      try sheet("en-ties", runner) == [
        ["source", "target", "strength", "trust"], ["=1+1", "Straße", "1234567.5", "3"],
      ])
    var german = try sheet("de-Partner", runner)
    #expect(german[0] == ["Name", "Sektor", "Breite", "Länge", "seit", "Website", "Kontakt"])
    // A day is a day; how it is shown is the language's of LibreOffice.
    #expect(["31.05.2024", "31/05/2024", "05/31/2024"].contains(german[1][4]))
    german[1][4] = "2024-05-31"
    #expect(Array(german.dropFirst()) == rows)
    #expect(try sheet("de-Beziehungen", runner).last == ["=1+1", "Straße", "1234567.5", "3"])
  }

  @Test("the workbooks of template, measure and gaps open with all sheets")
  func otherWorkbooks() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let region = CommandRunner.data("beispielregion")
    #expect(try runner.run("template", "workbook", "lernende-region", "-o", "leer.xlsx").status == 0)
    #expect(try runner.run("measure", region, "-o", "mass.xlsx").status == 0)
    #expect(try runner.run("gaps", region, "-o", "luecken.xlsx").status == 0)
    try LibreOffice.convert(["leer.xlsx", "mass.xlsx", "luecken.xlsx"], to: "csv", in: runner)
    // The template: a sheet for every table, and the lists to choose from.
    #expect(try sheet("leer-Partner", runner)[0].prefix(4) == ["ID", "Name", "Kurzname", "Sektor"])
    #expect(try sheet("leer-Gleiche", runner) == [["Name", "Gleich wie"]])
    #expect(try sheet("leer-Netzwerk", runner).contains(["Vorlage", "lernende-region"]))
    #expect(try sheet("leer-Listen", runner).contains { $0.first == "Bibliotheken" && $0.count > 3 })
    // The numbers of measure, as they are in CSV.
    let measured = try runner.run("measure", region, "--format", "csv").text.split(whereSeparator: \.isNewline)
      .map { LibreOffice.rows($0 + "\n")[0] }
    let shown = try sheet("mass-regionet", runner)
    #expect(shown.count == 37 && shown.count == measured.count)
    for (cells, values) in zip(shown, measured).dropFirst() {
      #expect(cells[0] == values[0] && cells[1] == values[1])
      for column in 2...6 {
        let (cell, value) = (try #require(Double(cells[column])), try #require(Double(values[column])))
        #expect(abs(cell - value) <= 1e-12 * max(1, abs(value)))
      }
    }
    let actions = try sheet("luecken-Maßnahmen", runner)
    #expect(actions[0].prefix(2) == ["Priorität", "Was fehlt"])
    #expect(actions.contains { $0[1] == "Der Sektor „Museen“ hat keinen Partner." })
    #expect(try sheet("luecken-Sektoren", runner)[0][0] == "Sektor")
  }

  @Test("the lists to choose from and their hints survive LibreOffice")
  func choices() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    #expect(try runner.run("template", "workbook", "lernende-region", "-o", "leer.xlsx").status == 0)
    try LibreOffice.convert(["leer.xlsx"], to: "ods", in: runner)
    let content = try contentOfODS("ods/leer.ods", runner)
    // LibreOffice names its rules, and cells say which rule is theirs.
    let rules = content.components(separatedBy: "<table:content-validation ").dropFirst()
    let partners = try #require(
      content.components(separatedBy: "<table:table table:name=\"Partner\"").dropFirst().first
    )
    .components(separatedBy: "</table:table>")[0]
    func rule(_ parts: [String]) throws -> String {
      let rule = try #require(rules.first { rule in parts.allSatisfy { rule.contains($0) } }, "\(parts)")
      return String(rule.components(separatedBy: "table:name=\"")[1].prefix { $0 != "\"" })
    }
    let sector = try rule(["in-list([$Listen.$A$1:.$A$24])", "message-type=\"warning\"", "mit ; trennen", "unsorted"])
    let role = try rule(["in-list([$Listen.$C$1:.$C$3])", "message-type=\"stop\"", "unsorted"])
    for name in [sector, role] { #expect(partners.contains("content-validation-name=\"\(name)\"")) }
  }

  private func contentOfODS(_ name: String, _ runner: CommandRunner) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read('content.xml'))",
      name,
    ]
    process.currentDirectoryURL = runner.folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test("what LibreOffice saves as xlsx or ods is the same network", arguments: ["musterland", "beispielregion"])
  func reverse(name: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let data = CommandRunner.data(name)
    let original = try runner.run("convert", data, "-", "--format", "json")
    #expect(original.status == 0)
    #expect(try runner.run("convert", data, "netz.xlsx").status == 0)
    try LibreOffice.convert(["netz.xlsx"], to: "ods", in: runner)
    try LibreOffice.convert(["ods/netz.ods"], to: "xlsx", in: runner)
    for file in ["ods/netz.ods", "xlsx/netz.xlsx"] {
      let read = try runner.run("convert", file, "-", "--format", "json")
      #expect(read.status == 0 && read.talk.isEmpty, "\(file): \(read.talk)")
      #expect(read.output == original.output, "\(file)")
      #expect(try runner.run("check", file).text.hasSuffix("Keine Fehler gefunden.\n"))
    }
  }
}

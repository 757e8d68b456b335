import Foundation

/// LibreOffice, where it is installed: what public offices open our workbooks with.
enum LibreOffice {
  static let command: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return folders.map { $0 + "/soffice" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  static let isMissing = "soffice is not installed, so nobody has seen whether LibreOffice opens our workbooks"

  /// A CSV file for every sheet, in UTF-8, with commas; numbers and dates unrounded.
  private static let everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"

  /// Opens files and saves them in another format: `xlsx`, `ods`, or `csv`, which makes `name-sheet.csv` of each sheet.
  static func convert(_ files: [String], to format: String, in runner: CommandRunner) throws {
    let process = Process()
    process.executableURL = URL(filePath: command!)
    // A profile of its own, as LibreOffice runs once for each profile.
    process.arguments =
      ["-env:UserInstallation=file://\(runner.folder.path)/profile", "--headless", "--convert-to"]
      + [format == "csv" ? everySheet : format, "--outdir", format] + files
    process.currentDirectoryURL = runner.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    struct Failed: Error { let status: Int32 }
    guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
  }

  /// The rows of a CSV file as LibreOffice writes it.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        cell.unicodeScalars.append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}

import NetworkFiles
import NetworkMaps
import NetworkModel

/// Where partners lie on a map, as a small CSV file that a person can change: `id,x,y`.
enum MapPositions {
  static func write(_ positions: [String: MapPoint], to file: String) throws {
    let rows = positions.sorted { $0.key < $1.key }.map { [$0.key, "\($0.value.x)", "\($0.value.y)"] }
    try AtomicFile.write(CSVWriter.bytes(header: ["id", "x", "y"], rows: rows, language: .english), to: file)
  }

  /// - Throws: every line that is no position, at once.
  static func read(_ file: String) throws -> [String: MapPoint] {
    let rows = try Dataset.rows(ofCSV: file)
    var positions: [String: MapPoint] = [:]
    var problems: [Problem] = []
    for (line, cells) in rows.dropFirst() {
      guard cells.count >= 3, let x = Double(cells[1]), let y = Double(cells[2]), x.isFinite, y.isFinite else {
        problems.append(
          Problem(
            .outOfRange, at: Location(file: file, line: line),
            Localized(
              en: "a position is an id and two numbers: id,x,y", de: "eine Position ist eine ID und zwei Zahlen: id,x,y"
            )))
        continue
      }
      positions[cells[0]] = MapPoint(x: x, y: y)
    }
    guard problems.isEmpty else { throw UnreadableInput(problems) }
    return positions
  }
}

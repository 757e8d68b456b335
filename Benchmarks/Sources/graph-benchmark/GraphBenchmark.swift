import Foundation
import GraphCore
import GraphMeasures

/// Measures one measure of one graph and prints a line of JSON.
///
///     graph-benchmark EDGES.csv MEASURE [--threads N] [--repeat R]
///
/// CPU and wall seconds are of the measure alone, the median of the repetitions, the graph in memory.
/// The checksum is that of the results, so that it can be compared with another program's.
@main struct GraphBenchmark {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let threads = try option("--threads", in: &arguments) ?? 1
    let repetitions = try option("--repeat", in: &arguments) ?? 5
    guard arguments.count == 2 else { return usage() }
    let file = arguments[0]
    let name = arguments[1]
    let edges = try EdgeFile(path: file)
    if name == "memory" { return reportMemory(edges) }
    if name == "build" { return report(file, name, threads, edges, repetitions) { edges.graph().edgeCount } }
    guard let measure = Measure.all[name] else { return usage() }
    let graph = measure.prepare(edges.graph())
    report(file, name, threads, edges, repetitions) { measure.body(graph, threads) }
  }

  private static func report<Value>(
    _ file: String, _ name: String, _ threads: Int, _ edges: EdgeFile, _ repetitions: Int, _ body: () -> Value
  ) {
    var times: [(cpu: Double, wall: Double)] = []
    var value: Value?
    for _ in 0..<max(1, repetitions) {
      let start = (Clock.cpu(), Clock.wall())
      value = body()
      times.append((Clock.cpu() - start.0, Clock.wall() - start.1))
    }
    let middle = times.count / 2
    let fields: [(String, String)] = [
      ("library", quoted("regionet")), ("measure", quoted(name)),
      ("file", quoted(URL(fileURLWithPath: file).lastPathComponent)), ("threads", "\(threads)"),
      ("cpu_s", String(format: "%.6f", times.map(\.cpu).sorted()[middle])),
      ("wall_s", String(format: "%.6f", times.map(\.wall).sorted()[middle])),
      ("peak_mb", String(format: "%.1f", Clock.peakMegabytes())),
      ("checksum", quoted(checksum(of: value!, names: edges.names))),
    ]
    print("{" + fields.map { "\(quoted($0)): \($1)" }.joined(separator: ", ") + "}")
  }

  /// How many bytes a tie the graph alone keeps in memory.
  private static func reportMemory(_ edges: EdgeFile) {
    let before = Clock.residentBytes()
    let graph = edges.graph()
    let bytes = Clock.residentBytes() - before
    print("{\"bytes_a_tie\": \(Double(bytes) / Double(graph.edgeCount))}")
  }

  private static func checksum(of value: Any, names: [String]) -> String {
    switch value {
    case let scores as NodeScores: Checksum(names: names, values: scores.values).description
    case let count as Int: "\(count)"
    case let number as Double: "\(number)"
    default: "\(value)"
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }

  private static func option(_ name: String, in arguments: inout [String]) throws -> Int? {
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
    defer { arguments.removeSubrange(place...place + 1) }
    return Int(arguments[place + 1])
  }

  private static func usage() {
    FileHandle.standardError.write(
      Data(
        """
        graph-benchmark EDGES.csv MEASURE [--threads N] [--repeat R]
        measures: build memory \(Measure.all.keys.sorted().joined(separator: " "))

        """.utf8))
    exit(64)
  }
}

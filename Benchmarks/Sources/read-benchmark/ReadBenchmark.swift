import Foundation
import GraphCore
import NetworkFiles
import NetworkModel

/// Reads one file, so that `formats.py` can time it: `read-benchmark network FILE` into a checked network,
/// `read-benchmark rows FILE` into rows not yet checked, `read-benchmark edges FILE` into numbered edges.
/// `read-benchmark graph FILE` makes a graph of those, tells the CPU seconds itself as a line of JSON, and is for
/// `compare-peers.py`.
@main struct ReadBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fatalError("read-benchmark network|rows|edges|graph FILE") }
    if arguments[1] == "graph" {
      let start = cpuSeconds()
      let edges = try Dataset.readEdges(arguments[2])
      let graph = GraphBuilder(
        nodeCount: edges.names.count, isDirected: false, sources: edges.sources, targets: edges.targets
      ).graph()
      let seconds = cpuSeconds() - start
      print("{\"cpu_s\": \(seconds), \"checksum\": \"\(graph.nodeCount) \(graph.edgeCount)\"}")
    } else if arguments[1] == "edges" {
      let edges = try Dataset.readEdges(arguments[2])
      print(edges.names.count, edges.sources.count)
    } else if arguments[1] == "rows" {
      let draft = try Dataset.read(arguments[2])
      print(draft.partners.count, draft.ties.count)
    } else {
      let network = try Network.review(Dataset.read(arguments[2])).get()
      print(network.partners.count, network.ties.count)
    }
  }

  /// User and system seconds of all threads.
  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

import NetworkFiles
import NetworkModel

/// Reads one file, so that `formats.py` can time it: `read-benchmark network FILE` into a checked network,
/// `read-benchmark edges FILE` into numbered edges.
@main struct ReadBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fatalError("read-benchmark network|edges FILE") }
    if arguments[1] == "edges" {
      let edges = try Dataset.readEdges(arguments[2])
      print(edges.names.count, edges.sources.count)
    } else {
      let network = try Network.review(Dataset.read(arguments[2])).get()
      print(network.partners.count, network.ties.count)
    }
  }
}

import Foundation
import GraphCore
import NetworkMaps

// Lays out the graph on standard input, two node numbers from 0 on each line after the number of nodes, by stress, and
// prints a place a line: layout-benchmark [SEED]. The seconds of the layout alone, without reading, go to standard error.

let seed = CommandLine.arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1
guard let count = readLine().flatMap({ Int($0) }), count >= 0 else {
  fatalError("the first line is the number of nodes")
}
var edges: [(Int, Int)] = []
while let line = readLine() {
  let numbers = line.split(separator: " ").compactMap { Int($0) }
  guard numbers.count == 2, numbers.allSatisfy((0..<count).contains) else { fatalError("no edge: \(line)") }
  edges.append((numbers[0], numbers[1]))
}
let start = clock()
let places = StressLayout(graph: Graph(nodeCount: count, edges: edges), seed: seed).places()
let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
print(places.map { "\($0.x) \($0.y)" }.joined(separator: "\n"))
FileHandle.standardError.write(Data("\(seconds)\n".utf8))

import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct StructureReferenceTests {
  @Test(
    "measures of structure equal what networkx and igraph find alike", arguments: try ReferenceValues("structure").cases
  )
  func reference(_ known: ReferenceValues.Case) throws {
    let graph = known.graph
    let groups = (0..<graph.nodeCount).map { $0 % 3 }
    /// The fixture writes −1 where a measure is not defined.
    func written(_ scores: NodeScores) -> [Double] { scores.values.map { $0.isNaN ? -1 : $0 } }
    let parts = graph.biconnectivity()
    func largestFirst(_ sizes: [Int]) -> [Double] { sizes.sorted(by: >).map(Double.init) }
    #expect(agree(graph.density() ?? .nan, try #require(known.numbers["density"])))
    #expect(graph.strengths() == known.lists["strengths"])
    #expect(graph.triangles().perNode.map(Double.init) == known.lists["triangles"])
    #expect(agree(graph.averageClustering() ?? .nan, try #require(known.numbers["averageClustering"])))
    #expect(largestFirst(graph.components().sizes) == known.lists["componentSizes"])
    #expect(largestFirst(parts.components().map(\.count)) == known.lists["biconnectedSizes"])
    let eigenvector = try graph.undirected().eigenvectorCentrality().values
    #expect(agree(eigenvector, known.lists["eigenvector"] ?? [], relative: 1e-8))
    #expect(agree(try graph.katzCentrality().values, known.lists["katz"] ?? [], relative: 1e-8))
    #expect(graph.coreNumbers().map(Double.init) == known.lists["coreNumbers"])
    #expect(agree(graph.localClustering().values, known.lists["clustering"] ?? []))
    #expect(agree(graph.transitivity() ?? .nan, try #require(known.numbers["transitivity"])))
    #expect(parts.cutNodes.map(Double.init) == known.lists["cutNodes"])
    #expect(parts.bridges.flatMap { [Double($0.first), Double($0.second)] } == known.lists["bridges"])
    #expect(Double(graph.strongComponents().count) == known.numbers["strongComponents"])
    #expect(agree(written(graph.constraint()), known.lists["constraint"] ?? []))
    #expect(agree(written(graph.effectiveSize()), known.lists["effectiveSize"] ?? []))
    #expect(agree(try graph.pageRank().values, known.lists["pageRank"] ?? []))
    #expect(agree(graph.reciprocity() ?? -1, try #require(known.numbers["reciprocity"])))
    #expect(agree(graph.modularity(of: groups) ?? .nan, try #require(known.numbers["modularity"])))
    #expect(agree(graph.assortativity(groups: groups) ?? .nan, try #require(known.numbers["assortativity"])))
  }
}

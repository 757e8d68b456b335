import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct PathReferenceTests {
  @Test("path measures equal what networkx and igraph find alike", arguments: try ReferenceValues("paths").cases)
  func reference(_ known: ReferenceValues.Case) throws {
    let graph = known.graph
    let pathLength = known.pathLength
    let profile = graph.distanceProfile(pathLength: pathLength)
    #expect(
      agree(graph.betweenness(pathLength: pathLength, scale: .count).values, known.lists["betweenness"] ?? []))
    #expect(agree(graph.edgeBetweenness(pathLength: pathLength, scale: .count), known.lists["edgeBetweenness"] ?? []))
    #expect(agree(profile.closeness.values, known.lists["closeness"] ?? []))
    #expect(agree(profile.harmonicCloseness.values, known.lists["harmonicCloseness"] ?? []))
    #expect(agree(graph.eccentricity(pathLength: pathLength).values, known.lists["eccentricity"] ?? []))
    #expect(agree(graph.diameter(pathLength: pathLength) ?? .nan, try #require(known.numbers["diameter"])))
    #expect(agree(profile.meanDistance ?? .nan, try #require(known.numbers["meanDistance"])))
    #expect(
      agree(graph.distanceFragmentation() ?? .nan, try #require(known.numbers["distanceFragmentation"])))
  }
}

import GraphCore
import GraphMeasures
import Testing

/// The examples of the articles on shortest paths, line by line as they stand there, and what they must give.
@Suite struct PathExamples {
  @Test("the landing page")
  func landingPage() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let brokers = bowTie.betweenness(scale: .count)
    let broker = brokers[2]  // 4: the pairs with a node in each triangle
    #expect(broker == 4)
  }

  @Test("Betweenness")
  func betweenness() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let pairs = bowTie.betweenness(scale: .count).values  // [0, 0, 4, 0, 0]
    let share = bowTie.betweenness()[2]  // 0.667: 4 of 6 pairs
    #expect(pairs == [0, 0, 4, 0, 0])
    #expect(share == 4.0 / 6)
  }

  @Test("Edge betweenness")
  func edgeBetweenness() {
    let dumbbell = Graph(nodeCount: 6, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)])
    let pairs = dumbbell.edgeBetweenness(scale: .count)  // [1, 4, 4, 9, 4, 4, 1]
    #expect(pairs == [1, 4, 4, 9, 4, 4, 1])
  }

  @Test("Estimated betweenness")
  func estimatedBetweenness() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let estimate = bowTie.estimatedBetweenness(epsilon: 0.05, delta: 0.1)
    let share = estimate.scores[2]!  // 0.667, and estimate.epsilon is 0: so small a graph is computed in full
    #expect(abs(share - 4.0 / 6) < 1e-12)
    #expect(estimate.epsilon == 0 && estimate.delta == 0 && estimate.samples == 0)
  }

  @Test("Closeness")
  func closeness() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let middle = bowTie.closeness()[2]  // 1: an edge from every other node
    let corner = bowTie.closeness()[0]  // 0.667: 4 others, distances 1 + 1 + 2 + 2
    #expect(middle == 1)
    #expect(corner == 4.0 / 6)
  }

  @Test("Harmonic closeness")
  func harmonicCloseness() {
    let parts = Graph(nodeCount: 5, edges: [(0, 1), (1, 2), (3, 4)])
    let scores = parts.harmonicCloseness().values  // [0.375, 0.5, 0.375, 0.25, 0.25]
    #expect(scores == [0.375, 0.5, 0.375, 0.25, 0.25])
  }

  @Test("Eccentricity")
  func eccentricity() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let farthest = bowTie.eccentricity().values  // [2, 2, 1, 2, 2]
    #expect(farthest == [2, 2, 1, 2, 2])
  }

  @Test("Diameter")
  func diameter() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let diameter = bowTie.diameter()  // 2
    #expect(diameter == 2)
  }

  @Test("Mean distance")
  func meanDistance() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let mean = bowTie.meanDistance()  // 1.4
    let summary = bowTie.distanceSummary()
    let inOnePart = summary.isConnected  // true
    #expect(mean == 1.4 && summary.meanDistance == 1.4)
    #expect(inOnePart)
  }

  @Test("All that rests on distances, in one pass")
  func distancesInOnePass() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let profile = bowTie.distanceProfile(threads: 2)
    let sums = profile.total  // [6, 6, 4, 6, 6]
    let nearest = profile.closeness[2]  // 1
    let diameter = profile.diameter  // 2
    #expect(sums == [6, 6, 4, 6, 6] && nearest == 1 && diameter == 2)
  }
}

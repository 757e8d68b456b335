import GraphCore
import GraphMeasures
import Testing

/// The examples of the articles on groups, line by line as they stand there, and what they must give.
@Suite struct GroupExamples {
  @Test("Communities")
  func leidenCommunities() {
    let dumbbell = Graph(nodeCount: 6, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)])
    let found = dumbbell.communities()
    let groups = found.partition.members()  // [[0, 1, 2], [3, 4, 5]]
    let quality = found.modularity  // 0.357
    #expect(groups == [[0, 1, 2], [3, 4, 5]] && abs(quality! - 5.0 / 14) < 1e-12)
  }

  @Test("Modularity")
  func modularity() {
    let dumbbell = Graph(nodeCount: 6, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)])
    let quality = dumbbell.modularity(of: [0, 0, 0, 1, 1, 1])  // 0.357 = 6/7 − 2 · (1/2)²
    #expect(abs(quality! - 5.0 / 14) < 1e-12)
  }

  @Test("Ties within and between groups")
  func tiesBetweenGroups() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let mixing = bowTie.mixing(of: [0, 0, 0, 1, 1])
    let within = mixing.internalEdges  // 4
    let between = mixing.edges(from: 0, to: 1)  // 2
    let possible = mixing.possibleEdges(from: 0, to: 1)  // 6
    let expected = mixing.expectedEdges(from: 0, to: 1)  // 2.667 = 8 · 4/12
    #expect(within == 4 && between == 2 && possible == 6 && expected == 32.0 / 12)
  }

  @Test("Assortativity by group")
  func assortativity() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let preference = bowTie.assortativity(groups: [0, 0, 0, 1, 1])  // 0.25 = (2/3 − 5/9)/(1 − 5/9)
    #expect(abs(preference! - 0.25) < 1e-12)
  }

  @Test("E-I index")
  func eIIndex() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let groups = [0, 0, 0, 1, 1]
    let network = bowTie.eiIndex(groups: groups)  // −0.333 = (2 − 4)/6
    let first = bowTie.mixing(of: groups).eiIndex(of: 0)  // −0.2 = (2 − 3)/5
    let nodes = bowTie.eiIndices(groups: groups).values  // [−1, −1, 0, 0, 0]
    #expect(network == -2.0 / 6 && first == -0.2 && nodes == [-1, -1, 0, 0, 0])
  }

  @Test("Participation coefficient")
  func participation() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let spread = bowTie.participationCoefficient(groups: [0, 0, 0, 1, 1])[2]  // 0.5
    #expect(spread == 0.5)
  }

  @Test("Brokerage roles")
  func brokerage() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let roles = bowTie.brokerage(groups: [0, 0, 0, 1, 1])[2]!
    let inwards = roles.gatekeeper  // 4: from 3 and 4 to 0 and 1
    let outwards = roles.representative  // 4: the same pairs the other way
    let all = roles.total  // 8
    #expect(inwards == 4 && outwards == 4 && all == 8)
  }

  @Test("Diversity of groups")
  func diversityOfGroups() {
    let sectors = Diversity(counts: [2, 2, 1])
    let different = sectors.blau  // 0.64 = 1 − 9/25
    let entropy = sectors.shannon  // 1.055
    let evenness = sectors.pielou  // 0.960
    let asManyAs = sectors.effectiveGroups  // 2.87
    #expect(different == 0.64)
    // With Python: -2 * .4 * log(.4) - .2 * log(.2), over log(3), and its exp.
    #expect(abs(entropy! - 1.0549201679861442) < 1e-12 && abs(evenness! - 0.9602297178607612) < 1e-12)
    #expect(abs(asManyAs! - 2.8717) < 5e-5)
  }
}

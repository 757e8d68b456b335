import GraphCore
import GraphMeasures
import Testing

/// The examples of the articles on ties, line by line as they stand there, and what they must give.
@Suite struct TieExamples {
  @Test("Degree and strength")
  func degreeAndStrength() {
    let advice = Graph(nodeCount: 4, weightedEdges: [(0, 1, 2), (1, 0, 3), (1, 2, 1)], isDirected: true)
    let contacts = advice.degrees()  // [1, 2, 1, 0]
    let asked = advice.inDegrees()  // [1, 1, 1, 0]
    let effort = advice.strengths()  // [5, 6, 1, 0]
    let alone = advice.isolates()  // [3]
    #expect(contacts == [1, 2, 1, 0] && asked == [1, 1, 1, 0])
    #expect(effort == [5, 6, 1, 0] && alone == [3])
  }

  @Test("Density")
  func density() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let share = bowTie.density()  // 0.6
    #expect(share == 0.6)
  }

  @Test("Reciprocity")
  func reciprocity() {
    let trust = Graph(nodeCount: 4, edges: [(0, 1), (1, 0), (1, 2), (2, 3)], isDirected: true)
    let returned = trust.reciprocity()  // 0.5
    #expect(returned == 0.5)
  }
}

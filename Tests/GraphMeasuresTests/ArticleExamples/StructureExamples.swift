import GraphCore
import GraphMeasures
import Testing

/// The examples of the articles on neighbourhoods and cores, line by line as they stand there, and what they must give.
@Suite struct StructureExamples {
  @Test("Core numbers")
  func coreNumbers() {
    let kiteWithTail = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)])
    let cores = kiteWithTail.coreNumbers()  // [2, 2, 2, 1, 1]
    #expect(cores == [2, 2, 2, 1, 1])
  }

  @Test("Triangles, clustering and transitivity")
  func clustering() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let triangles = bowTie.triangles()
    let count = triangles.count  // 2
    let local = triangles.clustering[2]  // 0.333
    let average = bowTie.averageClustering()  // 0.867
    let transitivity = bowTie.transitivity()  // 0.6
    #expect(count == 2 && local == 2.0 / 6 && transitivity == 0.6)
    #expect(abs(average! - (4 + 1.0 / 3) / 5) < 1e-12)
  }

  @Test("Constraint and effective size")
  func constraintAndEffectiveSize() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let holes = bowTie.structuralHoles()
    let broker = holes.constraint[2]  // 0.5625 = 4 · (1/4 + 1/4 · 1/2)²
    let insider = holes.constraint[0]  // 0.953125 = (1/2 + 1/2 · 1/4)² + (1/2 + 1/2 · 1/2)²
    let contacts = holes.effectiveSize[2]  // 3 = 4 − 2 · 2/4
    let efficiency = holes.efficiency[2]  // 0.75
    #expect(broker == 0.5625 && insider == 0.953125)
    #expect(contacts == 3 && efficiency == 0.75)
  }

  @Test("Core and periphery")
  func coreAndPeriphery() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let division = bowTie.corePeriphery(.coreTiedToAll)!
    let cores = division.cores  // [[2]]
    let likeness = division.correlation  // 0.667
    let isBest = division.isExact  // true
    // By hand: 4 of 10 pairs in the ideal, 6 of 10 in the graph, all 4 among them: (4 − 2.4)/2.4.
    #expect(cores == [[2]] && isBest && abs(likeness - 1.6 / 2.4) < 1e-12)
  }

  @Test("Dominance")
  func dominance() {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let above = bowTie.dominators()  // [[1, 2], [0, 2], [], [2, 4], [2, 3]]
    let whatever = bowTie.dominates(2, over: 0)  // true
    #expect(above == [[1, 2], [0, 2], [], [2, 4], [2, 3]] && whatever)
  }
}

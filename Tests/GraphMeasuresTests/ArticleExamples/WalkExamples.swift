import GraphCore
import GraphMeasures
import Testing

/// The examples of the articles on walks, line by line as they stand there, and what they must give.
@Suite struct WalkExamples {
  @Test("Eigenvector centrality")
  func eigenvector() throws {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let scores = try bowTie.eigenvectorCentrality()
    let middle = scores[2]!  // 0.615
    let corner = scores[0]!  // 0.394
    let eigenvalue = (1 + 17.0.squareRoot()) / 2
    #expect(abs(corner - 1 / (4 + (eigenvalue - 1) * (eigenvalue - 1)).squareRoot()) < 1e-9)
    #expect(abs(middle - (eigenvalue - 1) * corner) < 1e-9)
    #expect(abs(middle - 0.615) < 5e-4 && abs(corner - 0.394) < 5e-4)
  }

  @Test("PageRank")
  func pageRank() throws {
    let bowTie = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 2), (2, 3), (2, 4), (3, 4)])
    let scores = try bowTie.pageRank()
    let middle = scores[2]!  // 0.319
    let corner = scores[0]!  // 0.170
    // By hand: x₂ = 0.03 + 0.85 · 4x₀/2 and 4x₀ + x₂ = 1.
    #expect(abs(corner - 0.97 / 5.7) < 1e-9 && abs(middle - (1 - 4 * 0.97 / 5.7)) < 1e-9)
    #expect(abs(middle - 0.319) < 5e-4 && abs(corner - 0.170) < 5e-4)
  }

  @Test("Katz centrality")
  func katzCentrality() throws {
    let star = Graph(nodeCount: 5, edges: [(0, 1), (0, 2), (0, 3), (0, 4)])
    let scores = try star.katzCentrality()
    let centre = scores[0]!  // 0.688
    let leaf = scores[1]!  // 0.363
    // By hand: λ = 2, α = 0.425, and the centre is to a leaf as 1 + 4α to 1 + α.
    #expect(abs(centre / leaf - 2.7 / 1.425) < 1e-9)
    #expect(abs(centre - 0.688) < 5e-4 && abs(leaf - 0.363) < 5e-4)
  }
}

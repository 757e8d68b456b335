import GraphCore

/// How far every node's contacts are tied to one another, and so redundant to it.
public struct StructuralHoles: Sendable, Hashable {
  /// How much of a node's effort leads back to the same contact.
  public let constraint: NodeScores
  /// How many contacts remain when the redundant ones are taken off.
  public let effectiveSize: NodeScores
  /// Effective size divided by the number of contacts, 0 ... 1.
  public let efficiency: NodeScores
}

extension Graph {
  /// Burt's constraint and effective size from one listing of triangles.
  ///
  /// With p(i, j) the share of i's strength that goes to j and m(j, q) the weight of j–q over j's largest weight:
  ///
  ///     constraint(i)     = Σⱼ (p(i, j) + Σ_q p(i, q) p(q, j))²
  ///     effectiveSize(i)  = Σⱼ (1 − Σ_q p(i, q) m(j, q))
  ///
  /// where j runs over the contacts of i. Without weights the latter is k − 2t/k, with t the ties among the k contacts
  /// (Borgatti 1997). Low constraint and a large effective size mark a node that spans structural holes.
  ///
  /// - Directed graphs take aᵢⱼ + aⱼᵢ as the weight of a contact, so a mutual one weighs 2 even without weights.
  ///   networkx says the same, but in 3.6.1 its effective sizes of all nodes at once differ from those node by node.
  /// - Undefined for an isolate, as networkx; igraph gives NaN.
  /// - Constraint counts contacts only, as networkx and UCINET; a directed graph has further terms in igraph.
  /// - Complexity: O(m^1.5) time, O(n + m) space.
  /// - Reference: R. S. Burt, “Structural Holes”, 1992, chapter 2; S. P. Borgatti, “Structural holes: unpacking Burt’s
  ///   redundancy measures”, 1997, Connections 20(1).
  public func structuralHoles() -> StructuralHoles {
    let graph = symmetrized()
    let ordered = DegreeOrdered(graph)
    return ordered.weights == nil ? graph.unweightedHoles(ordered) : graph.weightedHoles(ordered)
  }

  /// Burt's constraint of every node; see ``structuralHoles()``.
  public func constraint() -> NodeScores { structuralHoles().constraint }

  /// Burt's effective size of every node; see ``structuralHoles()``.
  public func effectiveSize() -> NodeScores { structuralHoles().effectiveSize }

  private func unweightedHoles(_ ordered: DegreeOrdered) -> StructuralHoles {
    let targets = ordered.targets.span
    let offsets = ordered.offsets.span
    let degrees = ordered.nodes.map { Double(outgoing.count(of: Int($0))) }
    let shares = degrees.map { 1 / $0 }
    // Σ_q 1/k(q) over the common contacts q of the two ends of each edge, and the triangles through each node.
    var indirect = [Double](repeating: 0, count: targets.count)
    var triangles = [UInt32](repeating: 0, count: nodeCount)
    ordered.forEachTriangle { low, middle, high, lowMiddle, lowHigh, middleHigh in
      indirect[lowMiddle] += shares[high]
      indirect[lowHigh] += shares[middle]
      indirect[middleHigh] += shares[low]
      triangles[low] += 1
      triangles[middle] += 1
      triangles[high] += 1
    }
    var squares = [Double](repeating: 0, count: nodeCount)
    for low in 0..<nodeCount {
      for edge in Int(offsets[low])..<Int(offsets[low + 1]) {
        let square = (1 + indirect[edge]) * (1 + indirect[edge])
        squares[low] += square
        squares[Int(targets[edge])] += square
      }
    }
    return holes(ordered) { rank in
      let degree = degrees[rank]
      return (squares[rank] * shares[rank] * shares[rank], degree - 2 * Double(triangles[rank]) / degree)
    }
  }

  private func weightedHoles(_ ordered: DegreeOrdered) -> StructuralHoles {
    let targets = ordered.targets.span
    let offsets = ordered.offsets.span
    let weights = ordered.weights!
    var strengths = [Double](repeating: 0, count: nodeCount)
    var largest = [Double](repeating: 0, count: nodeCount)
    for low in 0..<nodeCount {
      for edge in Int(offsets[low])..<Int(offsets[low + 1]) {
        let high = Int(targets[edge])
        strengths[low] += weights[edge]
        strengths[high] += weights[edge]
        largest[low] = max(largest[low], weights[edge])
        largest[high] = max(largest[high], weights[edge])
      }
    }
    // Σ_q w(i, q) w(q, j) / s(q) for each edge i–j, and Σ w(i, q) w(j, q) / largest(j) for each node i: every
    // triangle adds a term to each of its edges and two to each of its nodes.
    var indirect = [Double](repeating: 0, count: targets.count)
    var redundancy = [Double](repeating: 0, count: nodeCount)
    ordered.forEachTriangle { low, middle, high, lowMiddle, lowHigh, middleHigh in
      let a = weights[lowMiddle]
      let b = weights[lowHigh]
      let c = weights[middleHigh]
      indirect[lowMiddle] += b * c / strengths[high]
      indirect[lowHigh] += a * c / strengths[middle]
      indirect[middleHigh] += a * b / strengths[low]
      redundancy[low] += b * c / largest[middle] + a * c / largest[high]
      redundancy[middle] += c * b / largest[low] + a * b / largest[high]
      redundancy[high] += c * a / largest[low] + b * a / largest[middle]
    }
    var squares = [Double](repeating: 0, count: nodeCount)
    for low in 0..<nodeCount {
      for edge in Int(offsets[low])..<Int(offsets[low + 1]) {
        let reach = weights[edge] + indirect[edge]
        squares[low] += reach * reach
        squares[Int(targets[edge])] += reach * reach
      }
    }
    return holes(ordered) { rank in
      let strength = strengths[rank]
      let degree = Double(outgoing.count(of: Int(ordered.nodes[rank])))
      return (squares[rank] / (strength * strength), degree - redundancy[rank] / strength)
    }
  }

  private func holes(
    _ ordered: DegreeOrdered, _ score: (_ rank: Int) -> (constraint: Double, size: Double)
  ) -> StructuralHoles {
    var constraint = [Double](repeating: .nan, count: nodeCount)
    var size = constraint
    var efficiency = constraint
    for (rank, node) in ordered.nodes.enumerated() {
      let v = Int(node)
      let degree = outgoing.count(of: v)
      guard degree > 0 else { continue }
      (constraint[v], size[v]) = score(rank)
      efficiency[v] = size[v] / Double(degree)
    }
    return StructuralHoles(
      constraint: NodeScores(values: constraint), effectiveSize: NodeScores(values: size),
      efficiency: NodeScores(values: efficiency))
  }
}

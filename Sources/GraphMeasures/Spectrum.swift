import GraphCore

/// The growth of walks in a graph: its largest eigenvalue and where walks end when they are long.
struct Spectrum {
  /// The largest eigenvalue of A; 0 without cycles.
  let radius: Double
  /// The limit of (I + Aᵀ)ᵗ·1, of length 1.
  let limit: [Double]
}

extension Graph {
  /// - Precondition: the graph has an edge.
  func spectrum(tolerance: Double, iterationLimit: Int) throws(NotConverged) -> Spectrum {
    isDirected
      ? try directedSpectrum(tolerance: tolerance, iterationLimit: iterationLimit)
      : try undirectedSpectrum(tolerance: tolerance, iterationLimit: iterationLimit)
  }

  /// Walks grow fastest in the components of the largest eigenvalue. There the limit is the uniform vector's projection
  /// on the Perron vector, everywhere else 0.
  private func undirectedSpectrum(tolerance: Double, iterationLimit: Int) throws(NotConverged) -> Spectrum {
    let parts = components()
    if parts.count == 1 {
      let pair = try Lanczos(matrix: ArcMatrix(outgoing), tolerance: tolerance, iterationLimit: iterationLimit)
        .largestPair()
      return Spectrum(radius: pair.value, limit: pair.vector)
    }
    let members = GroupMembers(groups: parts.groups, count: parts.count)
    var positions = [UInt32](repeating: UInt32.max, count: nodeCount)
    let blocks = (0..<parts.count).filter { parts.sizes[$0] > 1 }.map { part in
      let matrix = ArcMatrix(outgoing, nodes: members[part], positions: &positions)
      return (part: part, matrix: matrix, bounds: matrix.symmetricBounds())
    }
    // Rayleigh quotients are right to the square of the residual.
    let equalEigenvalues = 1e-12
    let below = blocks.reduce(0) { max($0, $1.bounds.lowerBound) }
    var pairs: [(part: Int, pair: EigenPair)] = []
    for block in blocks where block.bounds.upperBound >= below * (1 - equalEigenvalues) {
      let lanczos = Lanczos(matrix: block.matrix, tolerance: tolerance, iterationLimit: iterationLimit)
      pairs.append((block.part, try lanczos.largestPair()))
    }
    let radius = pairs.reduce(0) { max($0, $1.pair.value) }
    var limit = [Double](repeating: 0, count: nodeCount)
    for (part, pair) in pairs where pair.value >= radius * (1 - equalEigenvalues) {
      let share = pair.vector.reduce(0, +)
      for (node, value) in zip(members[part], pair.vector) { limit[Int(node)] = share * value }
    }
    normalize(&limit)
    return Spectrum(radius: radius, limit: limit)
  }

  /// Follows the growth of walks through the strong components in the order of the arcs.
  ///
  /// A component is basic when its eigenvalue is the largest, λ. Walks into a component grow like λᵗ·tᵈ⁻¹ where d is the
  /// largest number of basic components on the way, so that only those of the largest d matter in the end. Per
  /// component the leading factor follows from those before it: beyond a basic component with Perron vectors u (of
  /// Mᵀ) and v (of M) it is (u·input) v, elsewhere (λI − M)⁻¹·input.
  ///
  /// - Reference: U. G. Rothblum, “Algebraic eigenspaces of nonnegative matrices”, 1975,
  ///   doi:10.1016/0024-3795(75)90050-6.
  private func directedSpectrum(tolerance: Double, iterationLimit: Int) throws(NotConverged) -> Spectrum {
    let (labels, count) = strongComponentLabels()
    let members = GroupMembers(groups: labels.map(Int.init), count: count)
    var positions = [UInt32](repeating: UInt32.max, count: nodeCount)
    // Without symmetry an eigenvalue is only as good as its vector, so the vectors get two more digits.
    let equalEigenvalues = 1e-9
    let perronTolerance = tolerance * 1e-2
    var pairs: [Int: EigenPair] = [:]
    var matrices: [Int: ArcMatrix] = [:]
    for part in 0..<count where members[part].count > 1 {
      let matrix = ArcMatrix(incoming, nodes: members[part], positions: &positions)
      pairs[part] = try PerronIteration(matrix: matrix, tolerance: perronTolerance, iterationLimit: iterationLimit)
        .largestPair()
      matrices[part] = matrix
    }
    let radius = pairs.values.reduce(0) { max($0, $1.value) }
    if radius == 0 { return Spectrum(radius: 0, limit: longestPaths(labels: labels)) }

    var depth = [Int](repeating: 0, count: nodeCount)
    var limit = [Double](repeating: 0, count: nodeCount)
    // Labels ascend against the arcs, so the sources of walks come last.
    for part in (0..<count).reversed() {
      let nodes = members[part]
      var deepest = 0
      for node in nodes {
        for arc in incoming.range(of: Int(node)) {
          let source = Int(incoming.targets[arc])
          if labels[source] != UInt32(part) { deepest = max(deepest, depth[source]) }
        }
      }
      var input = [Double](repeating: deepest == 0 ? 1 : 0, count: nodes.count)
      for (position, node) in nodes.enumerated() {
        for arc in incoming.range(of: Int(node)) {
          let source = Int(incoming.targets[arc])
          guard labels[source] != UInt32(part), depth[source] == deepest else { continue }
          input[position] += (incoming.weights?[arc] ?? 1) * limit[source]
        }
      }
      let output: [Double]
      if let pair = pairs[part], pair.value >= radius * (1 - equalEigenvalues) {
        deepest += 1
        let transposed = ArcMatrix(outgoing, nodes: nodes, positions: &positions)
        let left = try PerronIteration(
          matrix: transposed, tolerance: perronTolerance, iterationLimit: iterationLimit
        ).largestPair().vector
        let factor = dot(left.span, input.span) / dot(left.span, pair.vector.span)
        output = pair.vector.map { factor * $0 }
      } else if let matrix = matrices[part] {
        output = try matrix.resolvent(
          of: input, at: radius, tolerance: perronTolerance, iterationLimit: iterationLimit)
      } else {
        output = input.map { $0 / radius }
      }
      for (node, value) in zip(nodes, output) {
        depth[Int(node)] = deepest
        limit[Int(node)] = value
      }
    }
    let deepest = depth.max()!
    for v in 0..<nodeCount where depth[v] < deepest { limit[v] = 0 }
    guard normalizeWithoutOverflow(&limit) else {
      throw NotConverged(
        measure: "eigenvector centrality", iterations: 0, residual: .infinity, tolerance: tolerance)
    }
    return Spectrum(radius: radius, limit: limit)
  }

  /// Without cycles (I + Aᵀ)ᵗ·1 grows like tᴸ times the weight of the longest paths, L arcs long, into each node.
  ///
  /// - Precondition: labels ascend against the arcs.
  private func longestPaths(labels: [UInt32]) -> [Double] {
    var nodes = [Int](repeating: 0, count: nodeCount)
    for (node, label) in labels.enumerated() { nodes[Int(label)] = node }
    var length = [Int](repeating: 0, count: nodeCount)
    for v in nodes.reversed() {
      for source in incoming.targets[incoming.range(of: v)] { length[v] = max(length[v], length[Int(source)] + 1) }
    }
    let longest = length.max()!
    let levels = GroupMembers(groups: length, count: longest + 1)
    var weight = [Double](repeating: 1, count: nodeCount)
    for level in 1..<(longest + 1) {
      var largest = 0.0
      for node in levels[level] {
        let v = Int(node)
        weight[v] = 0
        for arc in incoming.range(of: v) where length[Int(incoming.targets[arc])] == level - 1 {
          weight[v] += (incoming.weights?[arc] ?? 1) * weight[Int(incoming.targets[arc])]
        }
        largest = max(largest, weight[v])
      }
      // Only ratios within a level matter. Unscaled, the numbers of paths would overflow after some thousand levels.
      for node in levels[level] { weight[Int(node)] /= largest }
    }
    for v in 0..<nodeCount where length[v] < longest { weight[v] = 0 }
    normalize(&weight)
    return weight
  }
}

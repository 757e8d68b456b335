import GraphCore

/// What an ideal core–periphery structure looks like.
public enum CorePeripheryModel: Sendable, Hashable, CaseIterable {
  /// Core nodes are tied to everybody, periphery nodes to the core alone.
  case coreTiedToAll
  /// Core nodes are tied to one another, periphery nodes are not; edges between core and periphery are left aside.
  case betweenIgnored
}

/// The division of a graph into core and periphery that is most like the ideal.
public struct CorePeriphery: Sendable, Hashable {
  public let model: CorePeripheryModel
  /// Pearson's correlation of the edges with the ideal, over the pairs of nodes that the model speaks of.
  public let correlation: Double
  /// The best cores, nodes ascending, ordered by their nodes; at most the first 1,000. One where `isExact` is false.
  public let cores: [[Int]]
  /// How many cores are equally good; nil where they were not all compared.
  public let optimumCount: Int?
  /// Whether all divisions were compared, so that none is better.
  public var isExact: Bool { optimumCount != nil }
}

extension Graph {
  /// The division into core and periphery most like the ideal of `model`, whatever the direction of arcs.
  ///
  /// - Up to `exactLimit` nodes all divisions are compared. Beyond, a local search starts from the nodes of the highest
  ///   degree and changes single nodes while that helps: a good division, perhaps not the best (`isExact` is false).
  /// - Parameters:
  ///   - model: what the ideal is.
  ///   - exactLimit: at most 30; the time doubles with every node, some tenths of a second at 24.
  /// - Returns: nil where no division has a correlation, as without edges or with all of them.
  /// - Reference: S. P. Borgatti, M. G. Everett, “Models of core/periphery structures”, 2000,
  ///   doi:10.1016/S0378-8733(99)00019-2, equations 1 and 4. They fill the block between by 1 or leave it out; which
  ///   one a number belongs to must be said with it.
  public func corePeriphery(_ model: CorePeripheryModel, exactLimit: Int = 24) -> CorePeriphery? {
    precondition((0...30).contains(exactLimit), "all divisions of at most 30 nodes can be compared")
    guard !isDirected else { return undirected().corePeriphery(model, exactLimit: exactLimit) }
    let fit = CorePeripheryFit(model: model, nodeCount: nodeCount, edgeCount: edgeCount)
    return nodeCount <= exactLimit ? bestDivision(fit) : goodDivision(fit)
  }

  /// Compares all divisions, each one node away from the last (Gray code).
  private func bestDivision(_ fit: CorePeripheryFit) -> CorePeriphery? {
    let rows = (0..<nodeCount).map { v in neighbors(of: v).reduce(UInt32(0)) { $0 | 1 << $1 } }
    var core: UInt32 = 0
    var counts = fit.emptyCore
    var best = -Double.infinity
    var optima: [UInt32] = []
    for step in 1..<(1 << nodeCount) {
      let v = step.trailingZeroBitCount
      let inCore = (rows[v] & core).nonzeroBitCount
      let degree = rows[v].nonzeroBitCount
      if core >> v & 1 == 0 {
        counts.add(neighborsInCore: inCore, degree: degree)
      } else {
        counts.remove(neighborsInCore: inCore, degree: degree)
      }
      core ^= 1 << v
      guard let correlation = fit.correlation(counts) else { continue }
      // Equal correlations of different counts differ by rounding.
      if correlation > best + 1e-12 {
        best = correlation
        optima = [core]
      } else if correlation >= best - 1e-12 {
        optima.append(core)
      }
    }
    guard !optima.isEmpty else { return nil }
    let cores = optima.map { mask in (0..<nodeCount).filter { mask >> $0 & 1 == 1 } }
      .sorted { $0.lexicographicallyPrecedes($1) }
    return CorePeriphery(
      model: fit.model, correlation: best, cores: Array(cores.prefix(1000)), optimumCount: cores.count)
  }

  /// The best of the sets of highest degree, then single nodes in or out while the correlation grows.
  private func goodDivision(_ fit: CorePeripheryFit) -> CorePeriphery? {
    let degrees = outDegrees()
    let byDegree = (0..<nodeCount).sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    var isCore = [Bool](repeating: false, count: nodeCount)
    var inCore = [Int](repeating: 0, count: nodeCount)
    var counts = fit.emptyCore
    func flip(_ v: Int) {
      if isCore[v] {
        counts.remove(neighborsInCore: inCore[v], degree: degrees[v])
      } else {
        counts.add(neighborsInCore: inCore[v], degree: degrees[v])
      }
      isCore[v].toggle()
      for w in neighbors(of: v) { inCore[Int(w)] += isCore[v] ? 1 : -1 }
    }
    var best = -Double.infinity
    var bestSize = 0
    for (position, v) in byDegree.enumerated() {
      flip(v)
      if let correlation = fit.correlation(counts), correlation > best {
        best = correlation
        bestSize = position + 1
      }
    }
    guard bestSize > 0 else { return nil }
    for v in byDegree[bestSize...].reversed() { flip(v) }
    var improved = true
    while improved {
      improved = false
      for v in byDegree {
        var changed = counts
        if isCore[v] {
          changed.remove(neighborsInCore: inCore[v], degree: degrees[v])
        } else {
          changed.add(neighborsInCore: inCore[v], degree: degrees[v])
        }
        guard let correlation = fit.correlation(changed), correlation > best + 1e-12 else { continue }
        best = correlation
        flip(v)
        improved = true
      }
    }
    return CorePeriphery(
      model: fit.model, correlation: best, cores: [isCore.indices.filter { isCore[$0] }], optimumCount: nil)
  }
}

/// How well a core of given size and edges agrees with the ideal.
private struct CorePeripheryFit {
  let model: CorePeripheryModel
  let nodeCount: Int
  let edgeCount: Int

  struct Counts {
    var coreSize: Int
    var edgesInCore: Int
    var edgesInPeriphery: Int

    mutating func add(neighborsInCore: Int, degree: Int) {
      coreSize += 1
      edgesInCore += neighborsInCore
      edgesInPeriphery -= degree - neighborsInCore
    }

    mutating func remove(neighborsInCore: Int, degree: Int) {
      coreSize -= 1
      edgesInCore -= neighborsInCore
      edgesInPeriphery += degree - neighborsInCore
    }
  }

  var emptyCore: Counts { Counts(coreSize: 0, edgesInCore: 0, edgesInPeriphery: edgeCount) }

  /// Pearson's correlation of two yes–no variables over pairs: tied, and tied in the ideal.
  func correlation(_ counts: Counts) -> Double? {
    let corePairs = Double(counts.coreSize * (counts.coreSize - 1) / 2)
    let peripherySize = nodeCount - counts.coreSize
    let peripheryPairs = Double(peripherySize * (peripherySize - 1) / 2)
    let pairs: Double
    let ties: Double
    let idealTies: Double
    let both: Double
    switch model {
    case .coreTiedToAll:
      pairs = Double(nodeCount * (nodeCount - 1) / 2)
      ties = Double(edgeCount)
      idealTies = pairs - peripheryPairs
      both = ties - Double(counts.edgesInPeriphery)
    case .betweenIgnored:
      pairs = corePairs + peripheryPairs
      ties = Double(counts.edgesInCore + counts.edgesInPeriphery)
      idealTies = corePairs
      both = Double(counts.edgesInCore)
    }
    let variance = ties * (pairs - ties) * idealTies * (pairs - idealTies)
    guard variance > 0 else { return nil }
    return (pairs * both - ties * idealTies) / variance.squareRoot()
  }
}

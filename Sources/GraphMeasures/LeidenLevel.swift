import GraphCore

/// A graph whose nodes stand for connected groups of nodes of the graph below.
struct LeidenLevel {
  private let offsets: [UInt32]
  private let targets: [UInt32]
  /// Nil where every edge weighs 1.
  private let weights: [Double]?
  /// The weight of all edge ends within each node's group.
  private let strengths: [Double]
  /// The weight of all edge ends of the graph, 2m.
  private let total: Double

  var count: Int { strengths.count }
  var arcCount: Int { targets.count }

  init(_ graph: Graph) {
    let strengths = graph.outStrengths()
    self.init(
      offsets: graph.outgoing.offsets, targets: graph.outgoing.targets, weights: graph.outgoing.weights,
      strengths: strengths, total: strengths.reduce(0, +))
  }

  private init(offsets: [UInt32], targets: [UInt32], weights: [Double]?, strengths: [Double], total: Double) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
    self.strengths = strengths
    self.total = total
  }

  /// The modularity of a division of the lowest level.
  func quality(of groups: [UInt32], resolution: Double) -> Double {
    var within = 0.0
    var strength = [Double](repeating: 0, count: count)
    for v in 0..<count {
      strength[Int(groups[v])] += strengths[v]
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) where groups[Int(targets[arc])] == groups[v] {
        within += weights?[arc] ?? 1
      }
    }
    return within / total - resolution * strength.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }

  /// Moves single nodes to the group where they add most, until none gains by moving.
  ///
  /// Nodes wait in a queue, at first all in random order; a move calls back the neighbours in other groups.
  func moveNodes(_ membership: inout [UInt32], resolution: Double, random: inout SplitMix64) {
    let n = count
    let offsets = self.offsets.span
    let targets = self.targets.span
    let strengths = self.strengths.span
    let penalty = resolution / total
    // Moves that gain less than rounding could go round in circles.
    let leastGain = 1e-12 * total / Double(n)
    var groupStrength = [Double](repeating: 0, count: n)
    var groupSize = [UInt32](repeating: 0, count: n)
    for v in 0..<n {
      groupStrength[Int(membership[v])] += strengths[v]
      groupSize[Int(membership[v])] += 1
    }
    var empty = (0..<UInt32(n)).filter { groupSize[Int($0)] == 0 }
    var weightTo = [Double](repeating: 0, count: n)
    var near = [UInt32](repeating: 0, count: n)
    var queue = shuffled(n, &random)
    var isWaiting = [Bool](repeating: true, count: n)
    var first = 0
    var waiting = n
    while waiting > 0 {
      let v = Int(queue[first])
      first = first + 1 == n ? 0 : first + 1
      waiting -= 1
      isWaiting[v] = false
      let own = Int(membership[v])
      let row = Int(offsets[v])..<Int(offsets[v + 1])
      var nearCount = 0
      for arc in row {
        let group = Int(membership[Int(targets[arc])])
        if weightTo[group] == 0 {
          near[nearCount] = UInt32(group)
          nearCount += 1
        }
        weightTo[group] += weights?[arc] ?? 1
      }
      let strength = strengths[v]
      let cost = penalty * strength
      let stay = weightTo[own] - cost * (groupStrength[own] - strength)
      var best = stay + leastGain
      var target = own
      for i in 0..<nearCount {
        let group = Int(near[i])
        let gain = weightTo[group] - cost * groupStrength[group]
        weightTo[group] = 0
        if gain > best && group != own {
          best = gain
          target = group
        }
      }
      // Alone in an empty group the gain is 0.
      if best < 0, groupSize[own] > 1, let group = empty.last { target = Int(group) }
      guard target != own else { continue }
      groupStrength[own] -= strength
      groupStrength[target] += strength
      groupSize[own] -= 1
      if groupSize[own] == 0 { empty.append(UInt32(own)) }
      if groupSize[target] == 0 { empty.removeLast() }
      groupSize[target] += 1
      membership[v] = UInt32(target)
      for arc in row {
        let w = Int(targets[arc])
        if !isWaiting[w] && Int(membership[w]) != target {
          isWaiting[w] = true
          let end = first + waiting
          queue[end >= n ? end - n : end] = UInt32(w)
          waiting += 1
        }
      }
    }
  }

  /// Divides every group anew into connected parts: nodes that are still alone join the part of their group where they
  /// add most. Node and part must both be well connected with the rest of the group.
  func refine(_ membership: [UInt32], resolution: Double, random: inout SplitMix64) -> [UInt32] {
    let n = count
    let offsets = self.offsets.span
    let targets = self.targets.span
    let strengths = self.strengths.span
    let penalty = resolution / total
    var groupStrength = [Double](repeating: 0, count: n)
    for v in 0..<n { groupStrength[Int(membership[v])] += strengths[v] }
    var parts = (0..<UInt32(n)).map { $0 }
    var partStrength = self.strengths
    var isAlone = [Bool](repeating: true, count: n)
    // The weight between each part and the rest of its group.
    var outward = [Double](repeating: 0, count: n)
    for v in 0..<n {
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) where membership[Int(targets[arc])] == membership[v] {
        outward[v] += weights?[arc] ?? 1
      }
    }
    var weightTo = [Double](repeating: 0, count: n)
    var near = [UInt32](repeating: 0, count: n)
    for node in shuffled(n, &random) {
      let v = Int(node)
      let strength = strengths[v]
      let groupTotal = groupStrength[Int(membership[v])]
      guard isAlone[v], outward[v] >= penalty * strength * (groupTotal - strength) else { continue }
      var nearCount = 0
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
        let w = Int(targets[arc])
        guard membership[w] == membership[v] else { continue }
        let part = Int(parts[w])
        if weightTo[part] == 0 {
          near[nearCount] = UInt32(part)
          nearCount += 1
        }
        weightTo[part] += weights?[arc] ?? 1
      }
      var best = 0.0
      var target = v
      var weight = 0.0
      for i in 0..<nearCount {
        let part = Int(near[i])
        let gain = weightTo[part] - penalty * strength * partStrength[part]
        if gain > best
          && outward[part] >= penalty * partStrength[part] * (groupTotal - partStrength[part])
        {
          best = gain
          target = part
          weight = weightTo[part]
        }
        weightTo[part] = 0
      }
      guard target != v else { continue }
      parts[v] = UInt32(target)
      partStrength[target] += strength
      isAlone[target] = false
      outward[target] += outward[v] - 2 * weight
    }
    return parts
  }

  /// The level in which every part is one node.
  func aggregated(by parts: [UInt32], count partCount: Int) -> LeidenLevel {
    let members = GroupMembers(groups: parts.map(Int.init), count: partCount)
    var newOffsets: [UInt32] = [0]
    newOffsets.reserveCapacity(partCount + 1)
    var newTargets: [UInt32] = []
    var newWeights: [Double] = []
    var newStrengths = [Double](repeating: 0, count: partCount)
    var weightTo = [Double](repeating: 0, count: partCount)
    var near: [UInt32] = []
    for part in 0..<partCount {
      near.removeAll(keepingCapacity: true)
      for node in members[part] {
        let v = Int(node)
        newStrengths[part] += strengths[v]
        for arc in Int(offsets[v])..<Int(offsets[v + 1]) {
          let other = Int(parts[Int(targets[arc])])
          if other == part { continue }
          if weightTo[other] == 0 { near.append(UInt32(other)) }
          weightTo[other] += weights?[arc] ?? 1
        }
      }
      for other in near {
        newTargets.append(other)
        newWeights.append(weightTo[Int(other)])
        weightTo[Int(other)] = 0
      }
      newOffsets.append(UInt32(newTargets.count))
    }
    return LeidenLevel(
      offsets: newOffsets, targets: newTargets, weights: newWeights, strengths: newStrengths, total: total)
  }

  private func shuffled(_ n: Int, _ random: inout SplitMix64) -> [UInt32] {
    var order = (0..<UInt32(n)).map { $0 }
    for last in stride(from: n - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
    return order
  }
}

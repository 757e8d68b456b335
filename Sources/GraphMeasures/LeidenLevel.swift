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
  /// The mean weight of the graph's edges.
  private let meanWeight: Double

  var count: Int { strengths.count }
  var arcCount: Int { targets.count }

  init(_ graph: Graph) {
    let strengths = graph.outStrengths()
    let total = strengths.reduce(0, +)
    self.init(
      offsets: graph.outgoing.offsets, targets: graph.outgoing.targets, weights: graph.outgoing.weights,
      strengths: strengths,
      total: total, meanWeight: total / Double(graph.outgoing.arcCount))
  }

  private init(
    offsets: [UInt32], targets: [UInt32], weights: [Double]?, strengths: [Double], total: Double, meanWeight: Double
  ) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
    self.strengths = strengths
    self.total = total
    self.meanWeight = meanWeight
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

  /// Calls `body` with the far end and the weight of every edge of `v`.
  @inline(__always)
  private func forEachEdge(of v: Int, _ body: (_ target: Int, _ weight: Double) -> Void) {
    let targets = self.targets.span
    let row = Int(offsets[v])..<Int(offsets[v + 1])
    if let weights {
      let weight = weights.span
      for arc in row { body(Int(targets[unchecked: arc]), weight[unchecked: arc]) }
    } else {
      for arc in row { body(Int(targets[unchecked: arc]), 1) }
    }
  }

  /// Moves single nodes to the group where they add most, until none gains by moving.
  ///
  /// Nodes wait in a queue, at first all in random order; a move calls back the neighbours in other groups.
  func moveNodes(_ groups: inout [UInt32], resolution: Double, random: inout SplitMix64) {
    let n = count
    let membership = WorkArray(groups)
    let penalty = resolution / total
    // Moves that gain less than rounding could go round in circles.
    let leastGain = 1e-12 * total / Double(n)
    let groupStrength = WorkArray(repeating: 0.0, count: n)
    let groupSize = WorkArray<UInt32>(repeating: 0, count: n)
    for v in 0..<n {
      groupStrength[Int(membership[v])] += strengths[v]
      groupSize[Int(membership[v])] += 1
    }
    var empty = (0..<UInt32(n)).filter { groupSize[Int($0)] == 0 }
    let weightTo = WorkArray(repeating: 0.0, count: n)
    let near = WorkArray<UInt32>(repeating: 0, count: n)
    let queue = shuffled(n, &random)
    let isWaiting = WorkArray(repeating: true, count: n)
    var first = 0
    var waiting = n
    while waiting > 0 {
      let v = Int(queue[first])
      first = first + 1 == n ? 0 : first + 1
      waiting -= 1
      isWaiting[v] = false
      let own = Int(membership[v])
      var nearCount = 0
      forEachEdge(of: v) { w, weight in
        let group = membership[w]
        let sum = weightTo[Int(group)]
        // Written in any case and kept only where the group is new: cheaper than a branch that is hard to foresee.
        near[nearCount] = group
        nearCount += sum == 0 ? 1 : 0
        weightTo[Int(group)] = sum + weight
      }
      let strength = strengths[v]
      let cost = penalty * strength
      let stay = weightTo[own] - cost * (groupStrength[own] - strength)
      var best = stay + leastGain
      var target = own
      weightTo[own] = 0
      for i in 0..<nearCount {
        let group = Int(near[i])
        let gain = weightTo[group] - cost * groupStrength[group]
        weightTo[group] = 0
        // Its own group, at nought by now, cannot win.
        if gain > best {
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
      forEachEdge(of: v) { w, _ in
        if !isWaiting[w] && Int(membership[w]) != target {
          isWaiting[w] = true
          let end = first + waiting
          queue[end >= n ? end - n : end] = UInt32(w)
          waiting += 1
        }
      }
    }
    groups = membership.array()
  }

  /// Divides every group anew into connected parts: nodes that are still alone join the part of their group where they
  /// add most. Node and part must both be well connected with the rest of the group.
  func refine(_ groups: [UInt32], resolution: Double, random: inout SplitMix64) -> [UInt32] {
    let n = count
    let membership = WorkArray(groups)
    let penalty = resolution / total
    let groupStrength = WorkArray(repeating: 0.0, count: n)
    for v in 0..<n { groupStrength[Int(membership[v])] += strengths[v] }
    let parts = WorkArray(upTo: n)
    let partStrength = WorkArray(strengths)
    let isAlone = WorkArray(repeating: true, count: n)
    // The weight between each part and the rest of its group.
    let outward = WorkArray(repeating: 0.0, count: n)
    for v in 0..<n {
      let group = membership[v]
      var sum = 0.0
      forEachEdge(of: v) { w, weight in sum += membership[w] == group ? weight : 0 }
      outward[v] = sum
    }
    let weightTo = WorkArray(repeating: 0.0, count: n)
    let near = WorkArray<UInt32>(repeating: 0, count: n)
    let weightNear = WorkArray(repeating: 0.0, count: n)
    let gains = WorkArray(repeating: 0.0, count: n)
    // The paper's θ, in units of the mean weight: among parts about as good, chance decides.
    let randomness = 0.01 * meanWeight
    let order = shuffled(n, &random)
    for position in 0..<n {
      let v = Int(order[position])
      let strength = strengths[v]
      let group = membership[v]
      let groupTotal = groupStrength[Int(group)]
      guard isAlone[v], outward[v] >= penalty * strength * (groupTotal - strength) else { continue }
      var nearCount = 0
      forEachEdge(of: v) { w, weight in
        guard membership[w] == group else { return }
        let part = Int(parts[w])
        if weightTo[part] == 0 {
          near[nearCount] = UInt32(part)
          nearCount += 1
        }
        weightTo[part] += weight
      }
      var best = -1.0
      for i in 0..<nearCount {
        let part = Int(near[i])
        weightNear[i] = weightTo[part]
        let gain = weightTo[part] - penalty * strength * partStrength[part]
        weightTo[part] = 0
        let isWellConnected =
          outward[part] >= penalty * partStrength[part] * (groupTotal - partStrength[part])
        gains[i] = isWellConnected ? gain : -1
        best = max(best, gains[i])
      }
      guard best >= 0 else { continue }
      var chances = 0.0
      for i in 0..<nearCount {
        let distance = (gains[i] - best) / randomness
        gains[i] = distance > -20 ? exponential(distance) : 0
        chances += gains[i]
      }
      var draw = chances * random.unit()
      var chosen = 0
      for i in 0..<nearCount where gains[i] > 0 {
        chosen = i
        draw -= gains[i]
        if draw < 0 { break }
      }
      let target = Int(near[chosen])
      let weight = weightNear[chosen]
      guard target != v else { continue }
      parts[v] = UInt32(target)
      partStrength[target] += strength
      isAlone[target] = false
      outward[target] += outward[v] - 2 * weight
    }
    return parts.array()
  }

  /// The level in which every part is one node.
  func aggregated(by partOf: [UInt32], count partCount: Int) -> LeidenLevel {
    let parts = WorkArray(partOf)
    // The nodes part after part.
    let starts = WorkArray<UInt32>(repeating: 0, count: partCount + 1)
    for v in 0..<count { starts[Int(parts[v])] += 1 }
    var sum: UInt32 = 0
    for part in 0...partCount {
      let size = starts[part]
      starts[part] = sum
      sum += size
    }
    let members = WorkArray<UInt32>(repeating: 0, count: count)
    for v in 0..<count {
      members[Int(starts[Int(parts[v])])] = UInt32(v)
      starts[Int(parts[v])] += 1
    }
    let newTargets = WorkArray<UInt32>(repeating: 0, count: arcCount + 1)
    let newWeights = WorkArray(repeating: 0.0, count: arcCount + 1)
    let weightTo = WorkArray(repeating: 0.0, count: partCount)
    var newOffsets: [UInt32] = [0]
    newOffsets.reserveCapacity(partCount + 1)
    var newStrengths = [Double](repeating: 0, count: partCount)
    var next = 0
    var first = 0
    for part in 0..<partCount {
      let row = next
      var strength = 0.0
      for position in first..<Int(starts[part]) {
        let v = Int(members[position])
        strength += strengths[v]
        forEachEdge(of: v) { w, weight in
          let other = parts[w]
          let sum = weightTo[Int(other)]
          newTargets[next] = other
          next += sum == 0 && Int(other) != part ? 1 : 0
          weightTo[Int(other)] = sum + weight
        }
      }
      first = Int(starts[part])
      weightTo[part] = 0
      for arc in row..<next {
        let other = Int(newTargets[arc])
        newWeights[arc] = weightTo[other]
        weightTo[other] = 0
      }
      newStrengths[part] = strength
      newOffsets.append(UInt32(next))
    }
    return LeidenLevel(
      offsets: newOffsets, targets: newTargets.array(next), weights: newWeights.array(next),
      strengths: newStrengths, total: total, meanWeight: meanWeight)
  }

  private func shuffled(_ n: Int, _ random: inout SplitMix64) -> WorkArray<UInt32> {
    let order = WorkArray(upTo: n)
    for last in stride(from: n - 1, to: 0, by: -1) {
      let other = random.below(last + 1)
      let node = order[last]
      order[last] = order[other]
      order[other] = node
    }
    return order
  }
}

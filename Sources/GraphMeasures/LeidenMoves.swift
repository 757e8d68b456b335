/// A group as the node being looked at sees it: side by side, for one look into memory.
private struct GroupTally<Weight: LeidenWeight>: BitwiseCopyable {
  /// The weight of the edges between the node and the group; 0 between one node and the next.
  var near: Weight
  var strength: Weight
}

/// How nodes are visited that look for a better group.
struct LeidenSweeps {
  /// After so many sweeps through the waiting nodes it is enough.
  var limit = Int.max
  /// Whether the first sweep goes from the last node to the first.
  var isReversed = false
}

extension LeidenLevel {
  /// Moves single nodes to the group where they add most, until none gains by moving or the sweeps are over.
  ///
  /// At first all nodes wait; a move calls back the neighbours in other groups for the next sweep.
  ///
  /// - Returns: how much modularity rose.
  func moveNodes(_ groups: inout [UInt32], resolution: Double, sweeps: LeidenSweeps = LeidenSweeps()) -> Double {
    let n = count
    let offsets = self.offsets.span
    let arcs = self.arcs.span
    let strengths = self.strengths.span
    let membership = WorkArray(groups)
    let penalty = resolution / total
    // Moves that gain less than rounding could go round in circles.
    let leastGain = 1e-12 * total / Double(n)
    let tally = WorkArray(repeating: GroupTally<Weight>(near: .zero, strength: .zero), count: n)
    let groupSize = WorkArray<UInt32>(repeating: 0, count: n)
    var longestRow = 0
    for v in 0..<n {
      let group = Int(membership[v])
      tally[group].strength += strengths[v]
      groupSize[group] += 1
      longestRow = max(longestRow, Int(offsets[v + 1] - offsets[v]))
    }
    var empty = (0..<UInt32(n)).filter { groupSize[Int($0)] == 0 }
    let near = WorkArray<UInt32>(repeating: 0, count: longestRow + 1)
    // Room for one more: a node is written before it is known to wait.
    var waiting = WorkArray(upTo: n + 1)
    var called = WorkArray<UInt32>(repeating: 0, count: n + 1)
    let isWaiting = WorkArray<UInt8>(repeating: 1, count: n)
    var waitingCount = n
    var sweep = 0
    var gained = 0.0
    while waitingCount > 0 && sweep < sweeps.limit {
      var calledCount = 0
      for turn in 0..<waitingCount {
        let v = Int(waiting[sweep == 0 && sweeps.isReversed ? n - 1 - turn : turn])
        isWaiting[v] = 0
        let own = Int(membership[v])
        let row = Int(offsets[v])..<Int(offsets[v + 1])
        var nearCount = 0
        for index in row {
          let arc = arcs[unchecked: index]
          let group = membership[Int(arc.target)]
          let sum = tally[Int(group)].near
          // Written in any case and kept only where the group is new: cheaper than a branch that is hard to foresee.
          near[nearCount] = group
          nearCount += sum == .zero ? 1 : 0
          tally[Int(group)].near = sum + arc.weight
        }
        let strength = strengths[v]
        let cost = penalty * strength.real
        let stay = tally[own].near.real - cost * (tally[own].strength - strength).real
        tally[own].near = .zero
        var best = stay + leastGain
        var target = own
        for position in 0..<nearCount {
          let group = Int(near[position])
          let seen = tally[group]
          tally[group].near = .zero
          let gain = seen.near.real - cost * seen.strength.real
          // Its own group, at nought by now, cannot win.
          let isBetter = gain > best && group != own
          best = isBetter ? gain : best
          target = isBetter ? group : target
        }
        // Alone in an empty group the gain is 0.
        if best < 0, groupSize[own] > 1, let group = empty.last {
          best = 0
          target = Int(group)
        }
        guard target != own else { continue }
        gained += best - stay
        tally[own].strength -= strength
        tally[target].strength += strength
        groupSize[own] -= 1
        if groupSize[own] == 0 { empty.append(UInt32(own)) }
        if groupSize[target] == 0 { empty.removeLast() }
        groupSize[target] += 1
        membership[v] = UInt32(target)
        for index in row {
          let w = arcs[unchecked: index].target
          let isCalled = isWaiting[Int(w)] == 0 && Int(membership[Int(w)]) != target
          called[calledCount] = w
          calledCount += isCalled ? 1 : 0
          isWaiting[Int(w)] |= isCalled ? 1 : 0
        }
      }
      swap(&waiting, &called)
      waitingCount = calledCount
      sweep += 1
    }
    groups = membership.array()
    return 2 * gained / total
  }
}

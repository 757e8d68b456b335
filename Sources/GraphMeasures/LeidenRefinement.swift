import GraphCore

/// Where a node is, side by side for one look into memory.
private struct LeidenPlace: BitwiseCopyable {
  let group: UInt32
  var part: UInt32
}

private struct PartTally<Weight: LeidenWeight>: BitwiseCopyable {
  var strength: Weight
  /// The weight between the part and the rest of its group.
  var outward: Weight
}

extension LeidenLevel {
  /// Divides every group anew into connected parts: nodes that are still alone join the part of their group where they
  /// add most. Node and part must both be well connected with the rest of the group.
  ///
  /// Among parts about as good chance decides, as in the paper; here each of them is as likely.
  func refine(_ groups: [UInt32], resolution: Double, random: inout SplitMix64) -> [UInt32] {
    let n = count
    let offsets = self.offsets.span
    let arcs = self.arcs.span
    let membership = WorkArray(groups)
    let penalty = resolution / total
    let groupStrength = WorkArray(repeating: 0.0, count: n)
    let places = WorkArray(repeating: LeidenPlace(group: 0, part: 0), count: n)
    let tally = WorkArray(repeating: PartTally<Weight>(strength: .zero, outward: .zero), count: n)
    var longestRow = 0
    for v in 0..<n {
      let group = membership[v]
      let row = Int(offsets[v])..<Int(offsets[v + 1])
      longestRow = max(longestRow, row.count)
      groupStrength[Int(group)] += strengths[v].real
      places[v] = LeidenPlace(group: group, part: UInt32(v))
      var outward = Weight.zero
      for index in row {
        let arc = arcs[unchecked: index]
        outward += membership[Int(arc.target)] == group ? arc.weight : .zero
      }
      tally[v] = PartTally(strength: strengths[v], outward: outward)
    }
    let isAlone = WorkArray(repeating: true, count: n)
    let weightTo = WorkArray<Weight>(repeating: .zero, count: n)
    let near = WorkArray<UInt32>(repeating: 0, count: longestRow + 1)
    let gains = WorkArray(repeating: 0.0, count: longestRow + 1)
    // About as good: by a hundredth of the mean weight, the paper's θ.
    let tolerance = 0.01 * meanWeight
    for v in 0..<n {
      let own = tally[v]
      let group = places[v].group
      let groupTotal = groupStrength[Int(group)]
      let cost = penalty * own.strength.real
      guard isAlone[v], own.outward.real >= cost * (groupTotal - own.strength.real) else { continue }
      var nearCount = 0
      for index in Int(offsets[v])..<Int(offsets[v + 1]) {
        let arc = arcs[unchecked: index]
        let place = places[Int(arc.target)]
        let sum = weightTo[Int(place.part)]
        let isWithin = place.group == group
        near[nearCount] = place.part
        nearCount += isWithin && sum == .zero ? 1 : 0
        weightTo[Int(place.part)] = sum + (isWithin ? arc.weight : .zero)
      }
      var best = -Double.infinity
      for position in 0..<nearCount {
        let part = Int(near[position])
        let strength = tally[part].strength.real
        let isWellConnected = tally[part].outward.real >= penalty * strength * (groupTotal - strength)
        gains[position] = isWellConnected ? weightTo[part].real - cost * strength : -.infinity
        best = max(best, gains[position])
      }
      if best >= 0 {
        let enough = max(0, best - tolerance)
        var candidates = 0
        for position in 0..<nearCount { candidates += gains[position] >= enough ? 1 : 0 }
        var left = candidates == 1 ? 0 : random.below(candidates)
        var chosen = 0
        while true {
          if gains[chosen] >= enough {
            if left == 0 { break }
            left -= 1
          }
          chosen += 1
        }
        let target = Int(near[chosen])
        let between = weightTo[target]
        places[v].part = UInt32(target)
        tally[target].strength += own.strength
        tally[target].outward = tally[target].outward + own.outward - between - between
        isAlone[target] = false
        isAlone[v] = false
      }
      for position in 0..<nearCount { weightTo[Int(near[position])] = .zero }
    }
    return (0..<n).map { places[$0].part }
  }
}

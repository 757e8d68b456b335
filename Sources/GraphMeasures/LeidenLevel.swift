import GraphCore

/// A graph whose nodes stand for connected groups of nodes of the graph below.
struct LeidenLevel<Weight: LeidenWeight> {
  let offsets: [UInt32]
  let arcs: [LeidenArc<Weight>]
  /// The weight of all edge ends within each node's group.
  let strengths: [Weight]
  /// The weight of all edge ends of the graph, 2m.
  let total: Double
  /// The mean weight of the graph's edges.
  let meanWeight: Double

  var count: Int { strengths.count }

  /// The graph with the nodes renumbered in the given order, so that visiting them in it reads memory in a row.
  init(_ graph: Graph, order: [UInt32], weight: (_ arc: Int) -> Weight) {
    let rows = graph.outgoing
    let targets = rows.targets.span
    let numbers = WorkArray<UInt32>(repeating: 0, count: order.count)
    for (number, node) in order.enumerated() { numbers[Int(node)] = UInt32(number) }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(order.count + 1)
    var strengths: [Weight] = []
    strengths.reserveCapacity(order.count)
    arcs = Array(unsafeUninitializedCapacity: rows.arcCount) { arcs, count in
      for node in order {
        var strength = Weight.zero
        for arc in rows.range(of: Int(node)) {
          let weight = weight(arc)
          arcs[count] = LeidenArc(target: numbers[Int(targets[arc])], weight: weight)
          count += 1
          strength += weight
        }
        strengths.append(strength)
        offsets.append(UInt32(count))
      }
    }
    self.offsets = offsets
    self.strengths = strengths
    total = strengths.reduce(0) { $0 + $1.real }
    meanWeight = total / Double(rows.arcCount)
  }

  private init(
    offsets: [UInt32], arcs: [LeidenArc<Weight>], strengths: [Weight], total: Double, meanWeight: Double
  ) {
    self.offsets = offsets
    self.arcs = arcs
    self.strengths = strengths
    self.total = total
    self.meanWeight = meanWeight
  }

  /// The modularity of a division, but for the edges within nodes, which add the same to every division.
  func quality(of groups: [UInt32], resolution: Double) -> Double {
    var within = 0.0
    var strength = [Double](repeating: 0, count: count)
    for v in 0..<count {
      strength[Int(groups[v])] += strengths[v].real
      for arc in Int(offsets[v])..<Int(offsets[v + 1]) where groups[Int(arcs[arc].target)] == groups[v] {
        within += arcs[arc].weight.real
      }
    }
    return within / total - resolution * strength.reduce(0) { $0 + ($1 / total) * ($1 / total) }
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
      let part = Int(parts[v])
      members[Int(starts[part])] = UInt32(v)
      starts[part] += 1
    }
    let weightTo = WorkArray<Weight>(repeating: .zero, count: partCount)
    var newOffsets: [UInt32] = [0]
    newOffsets.reserveCapacity(partCount + 1)
    var newStrengths: [Weight] = []
    newStrengths.reserveCapacity(partCount)
    let offsets = self.offsets.span
    let arcs = self.arcs.span
    let newArcs = [LeidenArc<Weight>](unsafeUninitializedCapacity: arcs.count) { newArcs, next in
      var first = 0
      for part in 0..<partCount {
        let row = next
        var strength = Weight.zero
        for position in first..<Int(starts[part]) {
          let v = Int(members[position])
          strength += strengths[v]
          for index in Int(offsets[v])..<Int(offsets[v + 1]) {
            let arc = arcs[unchecked: index]
            let other = parts[Int(arc.target)]
            let sum = weightTo[Int(other)]
            // Written in any case and kept only where the part is new: cheaper than a branch that is hard to foresee.
            newArcs[next] = LeidenArc(target: other, weight: .zero)
            next += sum == .zero && Int(other) != part ? 1 : 0
            weightTo[Int(other)] = sum + arc.weight
          }
        }
        first = Int(starts[part])
        weightTo[part] = .zero
        for index in row..<next {
          let other = newArcs[index].target
          newArcs[index] = LeidenArc(target: other, weight: weightTo[Int(other)])
          weightTo[Int(other)] = .zero
        }
        newStrengths.append(strength)
        newOffsets.append(UInt32(next))
      }
    }
    return LeidenLevel(
      offsets: newOffsets, arcs: newArcs, strengths: newStrengths, total: total, meanWeight: meanWeight)
  }
}

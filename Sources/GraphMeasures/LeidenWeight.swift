/// Edge weights of the Leiden method: whole numbers where every edge weighs 1, which is exact and half as wide.
protocol LeidenWeight: BitwiseCopyable, AdditiveArithmetic {
  var real: Double { get }
}

/// Sums of edge ends stay below 2³², the limit of a graph's arcs.
extension UInt32: LeidenWeight {
  var real: Double { Double(self) }
}

extension Double: LeidenWeight {
  var real: Double { self }
}

/// One end of an edge.
struct LeidenArc<Weight: LeidenWeight>: BitwiseCopyable {
  let target: UInt32
  let weight: Weight
}

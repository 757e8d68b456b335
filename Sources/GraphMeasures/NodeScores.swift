import GraphCore

/// One number for every node; a node for which the measure is not defined has none.
public struct NodeScores: Sendable, Hashable {
  /// The scores in node order, NaN where the measure is not defined.
  public let values: [Double]

  public init(values: [Double]) { self.values = values }

  public var count: Int { values.count }

  /// The score of node `v`; nil where the measure is not defined.
  public subscript(_ v: Int) -> Double? { values[v].isNaN ? nil : values[v] }

  public static func == (left: NodeScores, right: NodeScores) -> Bool {
    left.values.elementsEqual(right.values) { $0 == $1 || ($0.isNaN && $1.isNaN) }
  }

  public func hash(into hasher: inout Hasher) {
    for value in values { hasher.combine(value.isNaN ? Double.nan.bitPattern : value.bitPattern) }
  }
}

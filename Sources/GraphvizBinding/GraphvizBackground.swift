/// A shape under the nodes and edges of a drawing; coordinates in points, y upwards; colours `#RRGGBB` or `#RRGGBBAA`.
///
/// Typed, because Graphviz takes them as a program of drawing operations in one attribute, in which a number too many
/// swallows what follows and one operation reads files.
public enum GraphvizBackground: Sendable, Hashable {
  case polygon([Point], fill: String?, line: String?, width: Double, dash: Dash)
  case polyline([Point], line: String, width: Double, dash: Dash)
  case ellipse(
    center: Point, width: Double, height: Double, fill: String?, line: String?, lineWidth: Double, dash: Dash)

  public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  public enum Dash: String, Sendable, Hashable, CaseIterable { case solid, dashed, dotted }
}

extension GraphvizBackground {
  /// The operations of the xdot language; strings are preceded by their length in UTF-8 bytes.
  func write(to program: inout String) throws(GraphvizError) {
    switch self {
    case .polygon(let points, let fill, let line, let width, let dash):
      guard points.count >= 3 else { return }
      try Self.pen(line ?? "#00000000", width: line == nil ? 0 : width, dash, to: &program)
      if let fill { Self.string("C", fill, to: &program) }
      program += fill == nil ? "p \(points.count) " : "P \(points.count) "
      for point in points { program += try "\(number(point.x)) \(number(point.y)) " }
    case .polyline(let points, let line, let width, let dash):
      guard points.count >= 2 else { return }
      try Self.pen(line, width: width, dash, to: &program)
      program += "L \(points.count) "
      for point in points { program += try "\(number(point.x)) \(number(point.y)) " }
    case .ellipse(let center, let width, let height, let fill, let line, let lineWidth, let dash):
      try Self.pen(line ?? "#00000000", width: line == nil ? 0 : lineWidth, dash, to: &program)
      if let fill { Self.string("C", fill, to: &program) }
      program += fill == nil ? "e " : "E "
      program += try "\(number(center.x)) \(number(center.y)) \(number(width / 2)) \(number(height / 2)) "
    }
  }

  /// Sets all of the pen each time: widths and dashes last from one operation to the next.
  private static func pen(
    _ color: String, width: Double, _ dash: Dash, to program: inout String
  ) throws(GraphvizError) {
    string("S", dash.rawValue, to: &program)
    string("S", "setlinewidth(\(try number(width)))", to: &program)
    string("c", color, to: &program)
  }

  private static func string(_ operation: String, _ text: String, to program: inout String) {
    program += "\(operation) \(text.utf8.count) -\(text) "
  }
}

private func number(_ value: Double) throws(GraphvizError) -> String {
  guard let text = Graphviz.number(value) else { throw .notFinite(element: "background", attribute: "coordinate") }
  return text
}

/// Why there is no drawing.
public enum GraphvizError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A number in an attribute is not finite, or outside what the library bears.
  case notFinite(element: String, attribute: String)
  case outOfRange(element: String, attribute: String, value: String, allowed: String)
  /// The attribute reads a file or runs a script.
  case forbiddenAttribute(element: String, attribute: String)
  case labelTooLong(element: String, bytes: Int, limit: Int)
  /// Graphviz keeps names that begin with `%` for itself; an empty name cannot be found again.
  case invalidName(String)
  case duplicateName(String)
  /// An edge ends at a node that is not there.
  case danglingEdge(Int)
  /// A layout needs a strict graph.
  case notStrict
  /// A pixel picture larger than can be drawn.
  case tooLarge(widthPixels: Int, heightPixels: Int, limit: String)
  /// A picture that the library, or the loaders installed with it, cannot draw.
  case undrawablePicture([String])
  /// The text is no DOT.
  case syntax([String])
  /// The library refused, in its own words.
  case failed(stage: String, messages: [String])

  public var description: String {
    switch self {
    case .notFinite(let element, let attribute): "\(element): \(attribute) is not a finite number"
    case .outOfRange(let element, let attribute, let value, let allowed):
      "\(element): \(attribute) is \(value), allowed is \(allowed)"
    case .forbiddenAttribute(let element, let attribute): "\(element): \(attribute) is not allowed"
    case .labelTooLong(let element, let bytes, let limit): "\(element): text of \(bytes) bytes, allowed are \(limit)"
    case .invalidName(let name): "\"\(name)\" cannot be the name of a node"
    case .duplicateName(let name): "two nodes are named \"\(name)\""
    case .danglingEdge(let position): "edge \(position) ends at a node that is not there"
    case .notStrict: "a layout needs a strict graph"
    case .tooLarge(let width, let height, let limit):
      "a picture of \(width) × \(height) pixels is too large (\(limit)); lower the resolution or draw PDF or SVG"
    case .undrawablePicture(let messages): "a picture cannot be drawn: " + messages.joined(separator: "; ")
    case .syntax(let messages): "not DOT: " + messages.joined(separator: "; ")
    case .failed(let stage, let messages):
      "Graphviz \(stage): " + (messages.isEmpty ? "no message" : messages.joined(separator: "; "))
    }
  }
}

import Foundation

/// The public methods and types in Swift sources, read from their text.
enum PublicSymbols {
  /// The names with labels of all public methods in extensions of `Graph`, such as `dominates(_:over:)`.
  static func methods(ofGraphIn source: String) -> [String] {
    var names: [String] = []
    var isGraph = false
    var declaration = ""
    for line in source.split(separator: "\n") {
      if line.hasPrefix("extension ") { isGraph = line.hasPrefix("extension Graph {") }
      guard isGraph else { continue }
      if declaration.isEmpty {
        guard line.hasPrefix("  public func ") else { continue }
        declaration = String(line.dropFirst("  public func ".count))
      } else {
        declaration += line
      }
      // A declaration goes on over lines until its parameters are closed.
      if let name = name(of: declaration) {
        names.append(name)
        declaration = ""
      }
    }
    return names
  }

  /// The names of all public types that do not stand within another.
  static func types(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      let words = line.split { " :<".contains($0) }
      guard words.count > 2, line.hasPrefix("public "), ["struct", "enum", "protocol", "class"].contains(words[1])
      else {
        return nil
      }
      return String(words[2])
    }
  }

  /// The name with labels of a declaration `f(a: Int, _ b: [Int?] = [])…`; nil where it is not complete.
  private static func name(of declaration: String) -> String? {
    guard let open = declaration.firstIndex(of: "(") else { return nil }
    var depth = 0
    var labels: [String] = []
    var parameter = ""
    for character in declaration[open...] {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if (character == "," && depth == 1) || depth == 0 {
        let words = parameter.split { " :".contains($0) }
        if let label = words.first { labels.append("\(label):") }
        if depth == 0 { return declaration[..<open] + "(" + labels.joined() + ")" }
        parameter = ""
      } else if depth > 1 || character != "(" {
        parameter.append(character)
      }
    }
    return nil
  }
}

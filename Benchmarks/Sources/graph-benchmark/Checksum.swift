import Foundation

/// Three sums over the scores of named nodes that agree whatever order the nodes stand in.
struct Checksum: CustomStringConvertible {
  private var sum = 0.0
  private var squares = 0.0
  private var byName = 0.0

  init(names: [String], values: [Double]) {
    for (name, value) in zip(names, values) {
      sum += value
      squares += value * value
      byName += value * Self.fraction(of: name)
    }
  }

  var description: String { String(format: "%.5e %.5e %.5e", sum, squares, byName) }

  /// The FNV-1a hash of a name as a number in 0 ..< 1.
  private static func fraction(of name: String) -> Double {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Double(hash) / 0x1p64
  }
}

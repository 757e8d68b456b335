/// A fixed number of bits, one for each of as many searches that run side by side.
protocol BitLanes: SIMD, SendableMetatype where Scalar == UInt64 {
  static var width: Int { get }
  static func union(_ a: Self, _ b: Self) -> Self
  /// The bits of a that b lacks.
  static func without(_ a: Self, _ b: Self) -> Self
  static func isEqual(_ a: Self, _ b: Self) -> Bool
  /// In how many bits the two differ.
  static func difference(_ a: Self, _ b: Self) -> Int
}

extension BitLanes {
  @inline(__always) static var width: Int { 64 * scalarCount }

  @inline(__always) mutating func insert(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }

  /// The bits 0 ..< count.
  static func first(_ count: Int) -> Self {
    var bits = Self()
    for bit in 0..<count { bits.insert(bit) }
    return bits
  }
}

// Concrete operators, not those generic over SIMD, which the compiler turns into loops over the lanes.
// The counting is the classic one in parallel (bits, pairs, nibbles, bytes): a portable x86-64 has no population count.

extension SIMD4<UInt64>: BitLanes {
  @inline(__always) static func union(_ a: Self, _ b: Self) -> Self { a | b }
  @inline(__always) static func without(_ a: Self, _ b: Self) -> Self { a & ~b }

  @inline(__always) static func isEqual(_ a: Self, _ b: Self) -> Bool {
    let x = a ^ b
    let y = x.lowHalf | x.highHalf
    return y.x | y.y == 0
  }

  @inline(__always) static func difference(_ a: Self, _ b: Self) -> Int {
    var x = a ^ b
    x = x &- ((x &>> 1) & 0x5555_5555_5555_5555)
    x = (x & 0x3333_3333_3333_3333) &+ ((x &>> 2) & 0x3333_3333_3333_3333)
    return sumOfNibbles(x.lowHalf &+ x.highHalf)
  }
}

extension SIMD8<UInt64>: BitLanes {
  @inline(__always) static func union(_ a: Self, _ b: Self) -> Self { a | b }
  @inline(__always) static func without(_ a: Self, _ b: Self) -> Self { a & ~b }

  @inline(__always) static func isEqual(_ a: Self, _ b: Self) -> Bool {
    let x = a ^ b
    let y = x.lowHalf | x.highHalf
    let z = y.lowHalf | y.highHalf
    return z.x | z.y == 0
  }

  @inline(__always) static func difference(_ a: Self, _ b: Self) -> Int {
    var x = a ^ b
    x = x &- ((x &>> 1) & 0x5555_5555_5555_5555)
    x = (x & 0x3333_3333_3333_3333) &+ ((x &>> 2) & 0x3333_3333_3333_3333)
    // Each nibble is at most 4, so the sum of two fits into one.
    var y = x.lowHalf &+ x.highHalf
    y = (y & 0x0f0f_0f0f_0f0f_0f0f) &+ ((y &>> 4) & 0x0f0f_0f0f_0f0f_0f0f)
    let z = y.lowHalf &+ y.highHalf
    return sumOfBytes(z.x &+ z.y)
  }
}

/// The sum of all nibbles of two words; bytes must not overflow.
@inline(__always) private func sumOfNibbles(_ x: SIMD2<UInt64>) -> Int {
  let y = (x & 0x0f0f_0f0f_0f0f_0f0f) &+ ((x &>> 4) & 0x0f0f_0f0f_0f0f_0f0f)
  return sumOfBytes(y.x &+ y.y)
}

/// The sum of all bytes of a word, up to 65,535.
@inline(__always) private func sumOfBytes(_ x: UInt64) -> Int {
  let pairs = (x & 0x00ff_00ff_00ff_00ff) &+ ((x &>> 8) & 0x00ff_00ff_00ff_00ff)
  return Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
}

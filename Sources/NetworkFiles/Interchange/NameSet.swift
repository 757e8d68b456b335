/// A set of names for millions of questions whether a name is known.
///
/// Measured with the 1.6 million ends of a GraphML file of 800,000 edges: about a third of the time of `Set<String>`,
/// whose hash is proof against an attacker. Here the worst an attacker can get is a slow answer, so the table stops
/// searching in a crowded place and goes to a `Set`.
struct NameSet {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var names: [String] = []
  private var crowded: Set<String> = []
  private static let longestSearch = 64

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    names.reserveCapacity(capacity)
    hashes.reserveCapacity(capacity)
  }

  /// Adds a name.
  ///
  /// - Returns: whether it is new.
  @discardableResult
  mutating func insert(_ name: String) -> Bool {
    if names.count * 2 > slots.count { grow() }
    let hash = Self.hash(name)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<Self.longestSearch {
      let index = Int(slots[slot])
      if index < 0 {
        if !crowded.isEmpty, crowded.contains(name) { return false }
        slots[slot] = Int32(names.count)
        names.append(name)
        hashes.append(hash)
        return true
      }
      if hashes[index] == hash, names[index] == name { return false }
      slot = (slot + 1) & mask
    }
    return crowded.insert(name).inserted
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = [Int32](repeating: -1, count: size)
    let (oldNames, oldHashes) = (names, hashes)
    names = []
    hashes = []
    names.reserveCapacity(size / 2)
    for (name, hash) in zip(oldNames, oldHashes) {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      var steps = 0
      while slots[slot] >= 0, steps < Self.longestSearch {
        slot = (slot + 1) & (size - 1)
        steps += 1
      }
      if slots[slot] >= 0 {
        crowded.insert(name)
      } else {
        slots[slot] = Int32(names.count)
        names.append(name)
        hashes.append(hash)
      }
    }
  }

  private static func hash(_ name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { bytes in
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
      var rest = UnsafeRawBufferPointer(bytes)
      while rest.count >= 8 {
        hash = mix(hash ^ rest.loadUnaligned(as: UInt64.self))
        rest = UnsafeRawBufferPointer(rebasing: rest[8...])
      }
      var last: UInt64 = 0
      for byte in rest { last = last << 8 | UInt64(byte) }
      return mix(hash ^ last)
    }
  }

  /// Both halves of a 128-bit product, folded.
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

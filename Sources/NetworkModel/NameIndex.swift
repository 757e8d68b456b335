/// Numbers names in the order in which they come, for millions of questions which number a name has.
///
/// Eight bytes a slot beside the names; `Dictionary<String, Int>` takes 24, and its hash, which is proof against an
/// attacker, three times as long. Here the worst an attacker can get is a slow answer: in a crowded place, and for names
/// with other letters than ASCII, which can be written in two ways, a `Dictionary` answers.
package struct NameIndex: Sendable {
  /// The names, each at its number.
  package private(set) var names: [String] = []
  /// The lower half of a name's hash in the upper half, its number + 1 in the lower; 0 where the slot is free.
  private var slots: [UInt64]
  private var slottedCount = 0
  private var others: [String: Int] = [:]
  private static let longestSearch = 64

  package init(capacity: Int = 0) {
    slots = [UInt64](repeating: 0, count: Self.size(for: capacity))
    names.reserveCapacity(capacity)
  }

  package var count: Int { names.count }

  package mutating func reserveCapacity(_ capacity: Int) {
    names.reserveCapacity(capacity)
    let size = Self.size(for: capacity)
    if size > slots.count { resize(to: size) }
  }

  /// The number of a name; nil where it has none.
  package func number(of name: String) -> Int? {
    guard let hash = Self.hash(name) else { return others[name] }
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<Self.longestSearch {
      let slot = slots[place]
      if slot == 0 { break }
      if UInt32(truncatingIfNeeded: slot >> 32) == hash {
        let number = Int(UInt32(truncatingIfNeeded: slot)) - 1
        if names[number] == name { return number }
      }
      place = (place + 1) & mask
    }
    return others.isEmpty ? nil : others[name]
  }

  /// Gives a name the next number, unless it has one.
  ///
  /// - Returns: the number it had before; nil where it is new.
  package mutating func add(_ name: String) -> Int? {
    if let known = number(of: name) { return known }
    let number = names.count
    names.append(name)
    if let hash = Self.hash(name) {
      if (slottedCount + 1) * 2 > slots.count { resize(to: slots.count * 2) }
      if place(hash, number) { return nil }
    }
    others[name] = number
    return nil
  }

  private static func size(for capacity: Int) -> Int {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    return size
  }

  private mutating func place(_ hash: UInt32, _ number: Int) -> Bool {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<Self.longestSearch {
      if slots[place] == 0 {
        slots[place] = UInt64(hash) << 32 | UInt64(number + 1)
        slottedCount += 1
        return true
      }
      place = (place + 1) & mask
    }
    return false
  }

  private mutating func resize(to size: Int) {
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    slottedCount = 0
    for slot in old where slot != 0 {
      let number = Int(UInt32(truncatingIfNeeded: slot)) - 1
      if !place(UInt32(truncatingIfNeeded: slot >> 32), number) { others[names[number]] = number }
    }
  }

  /// nil for names that are not the same as any of ASCII letters.
  private static func hash(_ name: String) -> UInt32? { hashOfASCII(name) ?? plain(name).flatMap(hashOfASCII) }

  /// The name with ASCII letters for the three others that are the same to Unicode, and so to `String`; nil without them.
  private static func plain(_ name: String) -> String? {
    var plain = String.UnicodeScalarView()
    var isChanged = false
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\u{212A}": plain.append("K")
      case "\u{37E}": plain.append(";")
      case "\u{1FEF}": plain.append("`")
      default:
        // No name of ASCII letters is the same as one with any other.
        if !scalar.isASCII { return nil }
        plain.append(scalar)
        continue
      }
      isChanged = true
    }
    return isChanged ? String(plain) : nil
  }

  /// nil for names with other letters than ASCII.
  private static func hashOfASCII(_ name: String) -> UInt32? {
    var name = name
    return name.withUTF8 { bytes in
      let tops: UInt64 = 0x8080_8080_8080_8080
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
      var rest = UnsafeRawBufferPointer(bytes)
      var all: UInt64 = 0
      while rest.count >= 8 {
        let word = rest.loadUnaligned(as: UInt64.self)
        all |= word
        hash = mix(hash ^ word)
        rest = UnsafeRawBufferPointer(rebasing: rest[8...])
      }
      var last: UInt64 = 0
      for byte in rest { last = last << 8 | UInt64(byte) }
      guard (all | last) & tops == 0 else { return nil }
      return UInt32(truncatingIfNeeded: mix(hash ^ last))
    }
  }

  /// Both halves of a 128-bit product, folded.
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names in the order in which they were first met, each with its number.
///
/// Names lie one after the other in one piece of memory: a million cost no million allocations.
public struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  public var count: Int { ends.count }

  /// The name with a number.
  public subscript(number: Int) -> String {
    String(decoding: bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]], as: UTF8.self)
  }

  mutating func append(_ name: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
  }

  func equals(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    return ends[number] - start == name.count && bytes[start..<ends[number]].elementsEqual(name)
  }
}

/// A name cut into words, for hashing and comparing without looking at single bytes.
struct NameKey {
  /// The first 24 bytes, filled up with zeros; of longer names the last word is a hash of the rest.
  var first: UInt64
  var second: UInt64
  var third: UInt64
  var length: UInt32
  var hash: UInt64

  /// - Parameter readable: how many bytes may be read from the start of the name on.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, length: Int, readable: Int) {
    let raw = UnsafeRawPointer(start)
    self.length = UInt32(truncatingIfNeeded: length)
    if length <= 24, readable >= 24 {
      first = raw.loadUnaligned(as: UInt64.self) & Self.mask(length)
      second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & Self.mask(length - 8)
      third = raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self) & Self.mask(length - 16)
    } else {
      (first, second, third) = Self.words(UnsafeBufferPointer(start: start, count: length))
    }
    hash = Self.hash(first, second, third, self.length)
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ length: UInt32) -> UInt64 {
    let mixed = mix(first ^ 0x9E37_79B9_7F4A_7C15, second ^ 0xBF58_476D_1CE4_E5B9)
    return mix(mixed ^ third, UInt64(length) &+ 0x94D0_49BB_1331_11EB)
  }

  /// The lowest `count` bytes; all of them from 8 on, none up to 0.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : count <= 0 ? 0 : (1 &<< UInt64(8 &* count)) &- 1
  }

  private static func words(_ name: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64, UInt64) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for (index, byte) in name.enumerated() {
      let shifted = UInt64(byte) << UInt64(8 * (index % 8))
      switch index {
      case 0..<8: words.0 |= shifted
      case 8..<16: words.1 |= shifted
      case 16..<24 where name.count <= 24: words.2 |= shifted
      default: words.2 = mix(words.2 ^ UInt64(byte), 0x9E37_79B9_7F4A_7C15)
      }
    }
    return words
  }

  /// Folds the 128-bit product of two words.
  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}

/// Gives each name a number: open addressing with 32 bytes a slot, so that a name of up to 24 bytes is found with one
/// look into memory.
struct NameInterner: ~Copyable {
  private struct Slot {
    /// The name's number + 1 in the upper half, its length in the lower; 0 where the slot is free.
    var numberAndLength: UInt64
    var first: UInt64
    var second: UInt64
    var third: UInt64
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private(set) var names = NameTable()

  init() {
    mask = (1 << 12) - 1
    slots = Self.allocate(mask + 1)
  }

  deinit { Self.deallocate(slots, mask + 1) }

  /// Free slots, straight from the system, which gives them as zeros.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let size = count * MemoryLayout<Slot>.stride
    let address = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let address, address != MAP_FAILED else { fatalError("no memory for the names of a file") }
    // Lookups jump all over the table: with large pages they miss the page tables less.
    LargePages.advise(address, size)
    return address.bindMemory(to: Slot.self, capacity: count)
  }

  private static func deallocate(_ slots: UnsafeMutablePointer<Slot>, _ count: Int) {
    munmap(slots, count * MemoryLayout<Slot>.stride)
  }

  /// Reads the slot where the search for a name will begin, so that several reads can be under way at once.
  @inline(__always)
  func touch(_ key: NameKey) -> UInt64 { slots[Int(truncatingIfNeeded: key.hash) & mask].numberAndLength }

  /// The number of a name; a new one where it has none yet.
  @inline(__always)
  mutating func number(of key: NameKey, _ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var position = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[position]
      if slot.numberAndLength == 0 { break }
      if UInt32(truncatingIfNeeded: slot.numberAndLength) == key.length, slot.first == key.first,
        slot.second == key.second, slot.third == key.third
      {
        let number = UInt32(truncatingIfNeeded: slot.numberAndLength >> 32) &- 1
        // Two long names may share their beginning and the hash of their rest.
        if key.length <= 24 || names.equals(Int(number), name) { return number }
      }
      position = (position + 1) & mask
    }
    let number = UInt32(names.count)
    names.append(name)
    slots[position] = Slot(
      numberAndLength: UInt64(number + 1) << 32 | UInt64(key.length), first: key.first, second: key.second,
      third: key.third)
    if names.count * 2 > mask { grow() }
    return number
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 4 - 1
    slots = Self.allocate(mask + 1)
    for i in 0..<oldCount where old[i].numberAndLength != 0 {
      let slot = old[i]
      var position =
        Int(truncatingIfNeeded: NameKey(slot.first, slot.second, slot.third, slot.numberAndLength).hash) & mask
      while slots[position].numberAndLength != 0 { position = (position + 1) & mask }
      slots[position] = slot
    }
    Self.deallocate(old, oldCount)
  }
}

extension NameKey {
  /// The key of a name that is in a slot.
  fileprivate init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ numberAndLength: UInt64) {
    self.first = first
    self.second = second
    self.third = third
    length = UInt32(truncatingIfNeeded: numberAndLength)
    hash = Self.hash(first, second, third, length)
  }
}

/// Finds partners that are probably one and the same: `VHS Krems` and `Volkshochschule Krems`.
///
/// Two names are likely duplicates when their words are the same after abbreviations are written out and legal forms
/// left out, or differ by a slip of the pen: one letter from ten on, two from twenty on. Words with digits and single
/// letters must be the same, as `Volksschule 1` is not `Volksschule 2`.
enum DuplicateNames {
  struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// The pairs, ordered by the second partner's position, then the first's.
  static func pairs(in partners: [Partner]) -> [Pair] {
    let names = partners.map { Name($0.name) }
    var found: Set<Pair> = []
    for block in blocks(of: names) {
      for (i, second) in block.enumerated() {
        for first in block[..<i] where names[first].isLikely(names[second]) {
          found.insert(Pair(first: first, second: second))
        }
      }
    }
    return found.sorted { ($0.second, $0.first) < ($1.second, $1.first) }
  }

  /// What two names may have in common.
  private enum Trait: UInt64 {
    case word, beginning, end, whole
  }

  /// Partners that could be duplicates of each other: they share a rare word, or the beginning or end of the name.
  private static func blocks(of names: [Name]) -> [[Int]] {
    // Numbers that stand for texts, as there are several for each of maybe 100,000 names. Should two texts have the same
    // number, a few more names are compared.
    var keys: [(key: UInt64, position: Int)] = []
    keys.reserveCapacity(5 * names.count)
    for (position, name) in names.enumerated() {
      for word in name.words { keys.append((key(.word, word.utf8), position)) }
      let letters = name.letters
      if letters.count >= 8 {
        keys.append((key(.beginning, letters.prefix(7)), position))
        keys.append((key(.end, letters.suffix(7)), position))
      }
      keys.append((key(.whole, letters), position))
    }
    keys.sort { ($0.key, $0.position) < ($1.key, $1.position) }
    var blocks: [[Int]] = []
    var first = 0
    while first < keys.count {
      let key = keys[first].key
      var block: [Int] = []
      while first < keys.count, keys[first].key == key {
        // A name may have a word twice.
        if block.last != keys[first].position { block.append(keys[first].position) }
        first += 1
      }
      // A word that half the network carries tells nothing, and comparing all who have it would take for ever.
      if block.count > 60, key & 3 != Trait.whole.rawValue { continue }
      if block.count > 1 { blocks.append(Array(block.prefix(60))) }
    }
    return blocks
  }

  /// FNV-1a, with the trait in place of the last two bits.
  private static func key(_ trait: Trait, _ text: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash & ~3 | trait.rawValue
  }

  private struct Name {
    /// The words that count, in order.
    let words: [String]
    let letters: [UInt8]
    /// Words with digits, and single letters.
    let marks: [String]

    init(_ name: String) {
      let key = name.matchingKey
      let isASCII = key.utf8.allSatisfy { $0 < 0x80 }
      var words: [String] = []
      for part in isASCII ? Self.asciiParts(of: key) : Self.parts(of: key) {
        let word = DuplicateNames.abbreviations[part] ?? part
        if !word.isEmpty, !DuplicateNames.ignored.contains(word) { words.append(word) }
      }
      if words.isEmpty { words = [key] }
      self.words = words
      letters = Array(words.joined().utf8)
      marks =
        isASCII
        ? words.filter { $0.utf8.count == 1 || $0.utf8.contains(where: Self.isDigit) }.sorted()
        : words.filter { $0.count == 1 || $0.contains(where: \.isNumber) }.sorted()
    }

    /// The words, without dots: a dot stays within its word, so that `e.V.` is one abbreviation and not two letters.
    private static func parts(of key: String) -> [String] {
      key.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "&" && $0 != "." })
        .map { $0.filter { $0 != "." } }
    }

    /// The same for ASCII, where a byte is a character and no Unicode properties are asked for.
    private static func asciiParts(of key: String) -> [String] {
      let (and, dot) = (UInt8(ascii: "&"), UInt8(ascii: "."))
      return key.utf8.split { !(isDigit($0) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == and || $0 == dot) }
        .map { part in
          part.contains(dot) ? String(decoding: part.filter { $0 != dot }, as: UTF8.self) : String(Substring(part))
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    func isLikely(_ other: Name) -> Bool {
      guard marks == other.marks, !letters.isEmpty else { return false }
      if letters == other.letters || words.sorted() == other.words.sorted() { return true }
      let length = min(letters.count, other.letters.count)
      let allowed = length >= 20 ? 2 : length >= 10 ? 1 : 0
      return allowed > 0 && Spelling.distance(letters, other.letters, atMost: allowed) != nil
    }
  }

  private static let abbreviations: [String: String] = [
    "vhs": "volkshochschule", "fh": "fachhochschule", "uni": "universitaet", "univ": "universitaet",
    "university": "universitaet", "ms": "mittelschule", "nms": "mittelschule", "vs": "volksschule",
    "gs": "grundschule", "gym": "gymnasium", "st": "sankt", "mg": "marktgemeinde", "gde": "gemeinde",
    "bh": "bezirkshauptmannschaft", "lk": "landkreis", "tvb": "tourismusverband", "tv": "tourismusverband",
    "ff": "feuerwehr", "&": "und", "and": "und", "+": "und", "dept": "department", "inst": "institut",
    "institute": "institut", "wko": "wirtschaftskammer", "ak": "arbeiterkammer", "wk": "wirtschaftskammer",
  ]

  private static let ignored: Set<String> = [
    "gmbh", "ggmbh", "mbh", "ag", "kg", "ohg", "gbr", "og", "eg", "ev", "verein", "ltd", "llc", "inc", "se", "co", "eu",
    "der", "die", "das", "des", "the", "of", "fuer", "for",
  ]
}

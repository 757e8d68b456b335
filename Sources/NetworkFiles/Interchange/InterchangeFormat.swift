import NetworkModel

/// A file format of other network programs that regionet reads.
///
/// A reader is a pure function from bytes to a draft. It never throws: what is wrong with the file stands, located, in
/// `NetworkDraft.problems`, and a broken file gives one error.
protocol InterchangeFormat {
  /// What the format is called.
  static var name: String { get }
  /// Endings of file names, in lower case; the first is the one that regionet writes.
  static var extensions: [String] { get }
  /// Whether a file begins like this format.
  static func recognises(_ beginning: FileBeginning) -> Bool
  static func read(_ bytes: [UInt8], file: String, limits: SizeLimits) -> NetworkDraft
}

extension InterchangeFormat {
  static func read(_ bytes: [UInt8], file: String) -> NetworkDraft {
    read(bytes, file: file, limits: SizeLimits(byteCount: bytes.count))
  }
}

/// A format that regionet writes, too.
protocol WritableInterchangeFormat: InterchangeFormat {
  /// What other programs make of a file in which ties with and without direction stand side by side; nil where a loss
  /// says it, or nobody is known to go wrong.
  static var mixedDirections: Localized? { get }
  static func write(_ network: Network, options: InterchangeOptions) -> InterchangeOutput
}

extension WritableInterchangeFormat {
  static var mixedDirections: Localized? { nil }
}

/// What a writer may be told.
public struct InterchangeOptions: Sendable {
  /// The language of words that are written for readers, such as the names of sectors where the format only has names.
  public var language: Language
  /// How partners look and where they stand, in the order of `Network.partners`; empty where nothing is known.
  /// Formats with a place for it write it (GEXF, DOT, Cytoscape, Pajek has positions).
  public var appearance: [InterchangeAppearance]

  public init(language: Language = .german, appearance: [InterchangeAppearance] = []) {
    self.language = language
    self.appearance = appearance
  }
}

/// How one partner looks on a map that is written into a file.
public struct InterchangeAppearance: Sendable, Hashable {
  /// Red, green, blue.
  public var color: (UInt8, UInt8, UInt8)? {
    get { rgb.map { (UInt8($0 >> 16 & 0xFF), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)) } }
    set { rgb = newValue.map { UInt32($0.0) << 16 | UInt32($0.1) << 8 | UInt32($0.2) } }
  }
  private var rgb: UInt32?
  public var x: Double?
  /// Grows upwards.
  public var y: Double?
  public var size: Double?

  public init(color: (UInt8, UInt8, UInt8)? = nil, x: Double? = nil, y: Double? = nil, size: Double? = nil) {
    self.x = x
    self.y = y
    self.size = size
    self.color = color
  }
}

/// A file's bytes, and what of the network did not fit into it.
public struct InterchangeOutput: Sendable {
  public let bytes: [UInt8]
  /// One sentence each; empty where the format holds everything.
  public let losses: [Localized]
  /// What other programs will make of the file; it holds everything all the same.
  public var notes: [Localized] = []
}

/// The first bytes of a file, looked at to find out its format.
struct FileBeginning {
  let bytes: ArraySlice<UInt8>
  /// The file's name in lower case.
  let fileName: String
  /// The first characters without byte order mark and leading blanks, in lower case; other than ASCII as it is.
  let text: [UInt8]
  /// The first four lines, or what of them lies in the bytes; in a matrix of hundreds of names one line is longer than
  /// all that the other formats look at.
  let rows: ArraySlice<UInt8>
  /// Whether `rows` is the whole file.
  let isWhole: Bool

  /// How many bytes are looked at.
  private static let length = 4096
  /// How many bytes of a file are wanted, so that `rows` has whole lines.
  static let rowsLength = 1 << 20

  /// - Parameter all: at least the first `rowsLength` bytes of the file.
  init(_ all: [UInt8], fileName: String) {
    bytes = all.prefix(Self.length)
    if all.count <= Self.length {
      rows = all[...]
      isWhole = true
    } else {
      let lines = all.prefix(Self.rowsLength).split(separator: 10, maxSplits: 4, omittingEmptySubsequences: false)
      rows = lines.count > 4 ? all[..<lines[3].endIndex] : all[..<lines[lines.count - 1].startIndex]
      isWhole = false
    }
    self.fileName = fileName.lowercased()
    // The zero bytes of UTF-16 are left out, as the words looked for are ASCII.
    let visible = bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 == 0xFF || $0 == 0xFE || $0 <= 0x20 }
    text = visible.filter { $0 != 0 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// The ending of the file's name.
  var fileExtension: String {
    fileName.split(separator: ".").count > 1 ? String(fileName.split(separator: ".").last!) : ""
  }

  func begins(with word: String) -> Bool { text.starts(with: word.utf8) }

  /// Whether a word stands somewhere in the beginning.
  func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, text.count >= word.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == first {
      if text[start..<(start + word.count)].elementsEqual(word) { return true }
    }
    return false
  }

  /// The lines with something in them, without surrounding blanks.
  var lines: [ArraySlice<UInt8>] {
    text.split { $0 == 10 || $0 == 13 }
      .map { line in
        let start = line.firstIndex { $0 > 0x20 } ?? line.endIndex
        return line[start...]
      }
      .filter { !$0.isEmpty }
  }
}

import NetworkModel

/// How much a file may hold for its size on the disk, so that a short one cannot fill the memory.
///
/// A file of 10 MB never takes more than 500 MB. A partner takes about 200 bytes until it is checked (more with details),
/// a tie 170, an attribute 32; the numbers below are what fits. Larger files may hold more in proportion.
struct SizeLimits {
  let byteCount: Int

  init(byteCount: Int) {
    self.byteCount = byteCount
    attributes = max(5_000_000, byteCount / 2)
  }

  /// A million, or one for each 10 bytes.
  var partners: Int { max(1_000_000, byteCount / 10) }
  /// A million and a half, or one for each 7 bytes.
  var ties: Int { max(1_500_000, byteCount / 7) }
  /// Rows of the other tables.
  var otherRows: Int { max(700_000, byteCount / 15) }
  /// Values of columns that regionet does not know, all together: five million, or one for each 2 bytes.
  var attributes: Int
  /// How many nodes a file may declare by a number alone.
  var declaredNodes: Int { min(1_000_000, max(10_000, byteCount)) }

  /// As many columns as Excel has.
  static let columns = 16_384
  /// Keys that objects of one list may have altogether.
  static let keys = 4096
  /// Attributes of one node or edge.
  static let attributesOfOne = 1000
  /// What cells of a workbook may hold: four times what Excel allows, in bytes.
  static let cellBytes = 131_072
  /// What all cells of a workbook may hold together.
  var workbookText: Int { max(200 << 20, byteCount * 20) }
  /// What a packed file may unpack to. Tables reach about 8 times their packed size.
  var unpacked: Int { max(64 << 20, byteCount * 10) }

  func rows(of table: Table) -> Int {
    switch table {
    case .partners: partners
    case .ties: ties
    default: otherRows
    }
  }
}

extension UnreadableInput {
  static func tooMany(_ limit: Int, _ english: String, _ german: String, at location: Location) -> UnreadableInput {
    UnreadableInput(.fileTooLarge, at: location, .tooMany(limit, english, german))
  }
}

extension Localized {
  /// `more than 1000000 partners …`
  static func tooMany(_ limit: Int, _ english: String, _ german: String) -> Localized {
    Localized(
      en: "more than \(limit) \(english), more than a file of this size may hold; "
        + "split it, or leave out what is not needed",
      de: "mehr als \(limit) \(german), mehr als eine Datei dieser Größe enthalten darf; "
        + "teilen Sie sie, oder lassen Sie weg, was nicht gebraucht wird")
  }
}

import NetworkModel

/// How much text the cells of a sheet may still hold.
///
/// A shared or repeated text costs the file a few bytes each time, but whoever takes it apart pays for all of it.
struct TextAllowance {
  private var left: Int
  private(set) var isExceeded = false

  init(_ limits: SizeLimits) { left = limits.workbookText }

  /// Whether one cell may have so many bytes.
  mutating func allowsCell(_ byteCount: Int) -> Bool {
    if byteCount > SizeLimits.cellBytes { isExceeded = true }
    return !isExceeded
  }

  /// Counts the text of a cell; false where it is too much.
  mutating func take(_ byteCount: Int) -> Bool {
    left -= byteCount
    if left < 0 { isExceeded = true }
    return allowsCell(byteCount)
  }

  func refusal(_ file: String, sheet: String?, line: Int) -> UnreadableInput {
    UnreadableInput(
      .fileTooLarge, at: Location(file: file, sheet: sheet, line: line),
      Localized(
        en: "a cell holds more text than Excel allows, or the sheet more than a table can; it is refused",
        de: "eine Zelle enthält mehr Text, als Excel erlaubt, oder das Blatt mehr, als eine Tabelle kann; es wird "
          + "abgelehnt"))
  }
}

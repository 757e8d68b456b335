extension Double {
  /// The shortest text that reads back as the same number, whole numbers without `.0`.
  package var shortText: String {
    // 2^53: every whole number up to it is exact.
    if self == rounded(.towardZero), abs(self) < 9_007_199_254_740_992 { return String(Int64(self)) }
    return description
  }

  /// The same with a decimal comma.
  package var germanText: String { String(shortText.map { $0 == "." ? "," : $0 }) }
}

import NetworkModel

extension PartialDate {
  /// Reads `2024`, `2024-05`, `2024-05-31` and `31.05.2024`.
  ///
  /// Also what programs make of these: `31.5.2024`, `2024/05/31`, and a day with a time (`2024-05-31T00:00:00`), whose
  /// time is left out.
  init?(reading text: String) {
    let day = text.split(maxSplits: 1, whereSeparator: { $0 == "T" || $0 == " " })
    guard let first = day.first, day.count == 1 || day[1].utf8.allSatisfy(Self.isPartOfTime) else { return nil }
    func numbers(_ separator: Character, _ digits: [ClosedRange<Int>]) -> [Int]? {
      let parts = first.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count <= digits.count else { return nil }
      var result: [Int] = []
      for (part, allowed) in zip(parts, digits) {
        guard allowed.contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
          let number = Int(part)
        else { return nil }
        result.append(number)
      }
      return result
    }
    if first.utf8.contains(UInt8(ascii: ".")) {
      guard let parts = numbers(".", [1...2, 1...2, 4...4]), parts.count == 3 else { return nil }
      self.init(year: parts[2], month: parts[1], day: parts[0])
    } else {
      guard let parts = numbers(first.utf8.contains(UInt8(ascii: "/")) ? "/" : "-", [4...4, 1...2, 1...2]) else {
        return nil
      }
      guard day.count == 1 || parts.count == 3 else { return nil }
      self.init(
        year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
    }
  }

  private static func isPartOfTime(_ byte: UInt8) -> Bool {
    (48...58).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "Z") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-")
  }
}

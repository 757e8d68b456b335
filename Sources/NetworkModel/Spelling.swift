/// Finds the word that a misspelt one was probably meant to be.
public struct Spelling {
  private let words: [(word: String, key: [UInt8])]

  public init(words: some Sequence<String>) {
    self.words = words.map { ($0, Array($0.matchingKey.utf8)) }
  }

  /// The nearest word, or nil where none is near: at most a quarter of the letters wrong, or the same but for blanks.
  ///
  /// - Complexity: O(words · length · allowed edits).
  public func suggestion(for text: String) -> String? {
    let key = Array(text.matchingKey.utf8)
    guard !key.isEmpty else { return nil }
    var best: (word: String, distance: Int)?
    for (word, wordKey) in words {
      let allowed = min(max(1, max(key.count, wordKey.count) / 4), best.map { $0.distance - 1 } ?? .max)
      guard allowed >= 0, abs(key.count - wordKey.count) <= allowed else { continue }
      if let distance = Self.distance(key, wordKey, atMost: allowed) { best = (word, distance) }
      if best?.distance == 0 { break }
    }
    if let best, best.distance > 0, key.count <= 2 { return nil }
    return best?.word
  }

  /// The number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
  ///
  /// - Returns: nil where it is more than `limit`.
  static func distance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
    if abs(a.count - b.count) > limit { return nil }
    if a == b { return 0 }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...max(1, a.count) where !a.isEmpty {
      row[0] = i
      var least = i
      for j in 1...max(1, b.count) where !b.isEmpty {
        var cost = min(row[j - 1], last[j]) + 1
        cost = min(cost, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
        row[j] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}

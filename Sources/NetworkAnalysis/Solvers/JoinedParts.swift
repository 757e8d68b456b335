/// Which parts the best new ties join: the largest ones, and where some are equally large, any choice of them.
struct JoinedParts {
  /// Larger than the smallest that is joined.
  private let certain: [Int]
  /// As large as the smallest that is joined, in order.
  private let equal: [Int]
  /// How many of these are joined.
  private let chosen: Int
  private let partCount: Int
  /// Ties that are left over when all parts are joined.
  let spareTies: Int

  init(sizes: [Int], ties: Int) {
    partCount = sizes.count
    spareTies = max(0, ties - (sizes.count - 1))
    let joined = min(ties + 1, sizes.count)
    let smallest = sizes.sorted(by: >)[joined - 1]
    certain = sizes.indices.filter { sizes[$0] > smallest || joined == sizes.count }
    equal = joined == sizes.count ? [] : sizes.indices.filter { sizes[$0] == smallest }
    chosen = joined - certain.count
  }

  /// Parts that can be joined, the certain ones first.
  var all: [Int] { certain + equal }

  func isOpen(count: Int) -> [Bool] {
    var isOpen = [Bool](repeating: false, count: count)
    for part in all { isOpen[part] = true }
    return isOpen
  }

  /// Calls `body` with each choice of parts until it returns false.
  func forEachSelection(_ body: ([Bool]) -> Bool) {
    var selection = Array(0..<chosen)
    while true {
      var isAllowed = [Bool](repeating: false, count: partCount)
      for part in certain { isAllowed[part] = true }
      for position in selection { isAllowed[equal[position]] = true }
      guard body(isAllowed) else { return }
      // The next choice in order.
      guard let last = selection.indices.last(where: { selection[$0] < equal.count - chosen + $0 }) else { return }
      selection[last] += 1
      for position in (last + 1)..<max(last + 1, selection.count) { selection[position] = selection[position - 1] + 1 }
    }
  }
}

/// Puts the rows that are views of one tie together.
///
/// Strength is the mean of all that was said, each direction's trust the mean of the ratings of that direction, the
/// period runs from the first beginning to the last end, columns that regionet does not know keep each value. Directed
/// rows are views of one tie only in the same direction; rows of periods that do not touch are different ties, as the
/// cooperation ended and began again, unless a further row, wherever it stands, fills the time between.
///
/// - Complexity: O(n log n) comparisons for n rows.
struct TieMerger {
  enum Outcome {
    case added
    /// The row is a further view of the tie that an earlier row, by its position, has told of.
    case merged(with: Int, isTurned: Bool)
    /// The row says what an earlier one, at this place, has said of the same two partners in the same order.
    case repeated(RowPlace)
  }

  private struct Key: Hashable {
    let low: Int32
    let high: Int32
    /// 1: a directed tie from the lower to the higher number; −1: the other way; 0: undirected.
    let direction: Int8
    /// Numbers of the words, 0 where there is none: a key takes 20 bytes instead of 48.
    let kind: Int32
    let field: Int32
  }

  private struct View {
    let row: Int32
    /// Whether the row names the two partners the other way round than the tie.
    let isTurned: Bool
  }

  private struct Draft {
    let row: Int32
    let source: Int32
    let target: Int32
  }

  private let rows: [TieRow]
  private let isMerging: Bool
  private var drafts: [Draft] = []
  private var periods: [Int: Period] = [:]
  /// The second and later views of a tie; most ties have one view only.
  private var moreViews: [Int: [View]] = [:]
  /// The tie of each key; where there are several, their place in `series` as `~place`.
  private var firstPosition: [Key: Int32] = [:]
  /// The ties of one key that follow each other in time.
  private var series: [[Int32]] = []
  /// What became part of an earlier tie when a later row closed the gap between the two.
  private var absorbed: Set<Int> = []
  private var wordNumbers: [String: Int32] = [:]
  /// For ties of many views: the views that may say the same, by their hash.
  private var viewsByHash: [Int: [Int: [View]]] = [:]
  /// So many views are looked through one after the other.
  private static let fewViews = 16

  init(rows: [TieRow], isMerging: Bool) {
    self.rows = rows
    self.isMerging = isMerging
    drafts.reserveCapacity(rows.count)
    if isMerging { firstPosition.reserveCapacity(rows.count) }
  }

  mutating func add(_ index: Int, source: Int, target: Int) -> Outcome {
    let draft = Draft(row: Int32(index), source: Int32(source), target: Int32(target))
    guard isMerging else {
      drafts.append(draft)
      return .added
    }
    let row = rows[index]
    let key = Key(
      low: min(draft.source, draft.target), high: max(draft.source, draft.target),
      direction: row.isDirected ? (source < target ? 1 : -1) : 0, kind: number(of: row.kind),
      field: number(of: row.field))
    guard let first = firstPosition[key] else {
      firstPosition[key] = Int32(drafts.count)
      drafts.append(draft)
      return .added
    }
    let position = first < 0 ? position(in: Int(~first), at: row.period) : Int(first)
    guard let position, period(of: position).overlaps(row.period) else {
      follow(first, key, with: row.period)
      drafts.append(draft)
      return .added
    }
    let earliest = drafts[position]
    let isTurned = earliest.source != draft.source
    if let same = take(View(row: Int32(index), isTurned: isTurned), of: position) {
      return .repeated(rows[Int(same.row)].place)
    }
    periods[position] = period(of: position).union(row.period)
    return .merged(with: Int(earliest.row), isTurned: isTurned)
  }

  // MARK: - Ties that follow each other

  private func period(of position: Int) -> Period { periods[position] ?? rows[Int(drafts[position].row)].period }

  /// The first place in a series whose tie does not end before the period begins.
  private func place(in series: [Int32], of period: Period) -> Int {
    var range = 0..<series.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if self.period(of: Int(series[middle])).isOver(before: period) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }

  /// The tie of a series that runs in the period, nil where none does. Several become one, the first that was told of.
  private mutating func position(in number: Int, at period: Period) -> Int? {
    let start = place(in: series[number], of: period)
    let running = series[number][start...].prefix { self.period(of: Int($0)).overlaps(period) }
    guard let first = running.min() else { return nil }
    if running.count > 1 {
      for other in running where other != first { absorb(Int(other), into: Int(first)) }
      series[number].replaceSubrange(running.indices, with: [first])
    }
    return Int(first)
  }

  /// The draft that comes next follows the ties of its key, or stands between them.
  private mutating func follow(_ first: Int32, _ key: Key, with period: Period) {
    let next = Int32(drafts.count)
    guard first >= 0 else {
      let number = Int(~first)
      series[number].insert(next, at: place(in: series[number], of: period))
      return
    }
    firstPosition[key] = ~Int32(series.count)
    series.append(self.period(of: Int(first)).isOver(before: period) ? [first, next] : [next, first])
  }

  private mutating func absorb(_ other: Int, into position: Int) {
    let isTurned = drafts[other].source != drafts[position].source
    periods[position] = period(of: position).union(period(of: other))
    let views = [View(row: drafts[other].row, isTurned: false)] + (moreViews.removeValue(forKey: other) ?? [])
    for view in views {
      let view = View(row: view.row, isTurned: view.isTurned != isTurned)
      moreViews[position, default: []].append(view)
      if viewsByHash[position] != nil { viewsByHash[position]![hash(view), default: []].append(view) }
    }
    viewsByHash[other] = nil
    absorbed.insert(other)
  }

  // MARK: - Views

  /// Notes a view of a tie, unless an earlier one says the same, which is returned.
  private mutating func take(_ view: View, of position: Int) -> View? {
    let first = View(row: drafts[position].row, isTurned: false)
    func same(among views: [View]) -> View? {
      views.first { $0.isTurned == view.isTurned && rows[Int($0.row)].says(rows[Int(view.row)]) }
    }
    let count = moreViews[position]?.count ?? 0
    if count < Self.fewViews {
      if let same = same(among: [first] + (moreViews[position] ?? [])) { return same }
    } else {
      if viewsByHash[position] == nil {
        viewsByHash[position] = Dictionary(grouping: [first] + moreViews[position]!, by: hash)
      }
      let hash = hash(view)
      if let same = same(among: viewsByHash[position]![hash] ?? []) { return same }
      viewsByHash[position]![hash, default: []].append(view)
    }
    moreViews[position, default: []].append(view)
    return nil
  }

  private func hash(_ view: View) -> Int {
    var hasher = Hasher()
    hasher.combine(view.isTurned)
    rows[Int(view.row)].hashStatement(into: &hasher)
    return hasher.finalize()
  }

  /// One word has one number; in most files there are few.
  private mutating func number(of word: String?) -> Int32 {
    guard let word else { return 0 }
    if let known = wordNumbers[word] { return known }
    let number = Int32(wordNumbers.count + 1)
    wordNumbers[word] = number
    return number
  }

  func ties() -> [Tie] {
    drafts.enumerated().compactMap { position, draft in
      guard !absorbed.contains(position) else { return nil }
      guard let more = moreViews[position] else { return tie(of: draft) }
      return tie(of: draft, period: period(of: position), more: more.sorted { $0.row < $1.row })
    }
  }

  private func tie(of draft: Draft) -> Tie {
    let row = rows[Int(draft.row)]
    return Tie(
      row, source: Int(draft.source), target: Int(draft.target),
      strength: Self.mean(row.strength, row.strengthBack) ?? 1)
  }

  private func tie(of draft: Draft, period: Period, more: [View]) -> Tie {
    let first = rows[Int(draft.row)]
    var strengths: [Double] = []
    var trust: [Double] = []
    var trustBack: [Double] = []
    let views = [View(row: draft.row, isTurned: false)] + more
    for view in views {
      let row = rows[Int(view.row)]
      strengths += [row.strength, row.strengthBack].compactMap { $0 }
      if let rating = view.isTurned ? row.trustBack : row.trust { trust.append(rating) }
      if let rating = view.isTurned ? row.trust : row.trustBack { trustBack.append(rating) }
    }
    return Tie(
      source: Int(draft.source), target: Int(draft.target), kind: first.kind, field: first.field,
      strength: Self.mean(strengths) ?? 1, trust: Self.mean(trust), trustBack: Self.mean(trustBack),
      isDirected: first.isDirected, period: period,
      attributes: [Attribute].union(of: views.lazy.map { rows[Int($0.row)].attributes }))
  }

  private static func mean(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, let second else { return first ?? second }
    return (first + second) / 2
  }

  /// The mean, with the same bits in whatever order the values come.
  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted().reduce(0, +) / Double(values.count)
  }
}

extension TieRow {
  /// Hashes what `says` compares.
  fileprivate func hashStatement(into hasher: inout Hasher) {
    hasher.combine(strength)
    hasher.combine(strengthBack)
    hasher.combine(trust)
    hasher.combine(trustBack)
    hasher.combine(isDirected)
    hasher.combine(period)
    hasher.combine(attributes)
  }

  /// Whether the other row says the very same of its partners.
  fileprivate func says(_ other: TieRow) -> Bool {
    strength == other.strength && strengthBack == other.strengthBack && trust == other.trust
      && trustBack == other.trustBack
      && isDirected == other.isDirected && period == other.period && attributes == other.attributes
  }
}

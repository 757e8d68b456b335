/// Puts the rows that are views of one tie together.
///
/// Strength is the mean of all that was said, each direction's trust the mean of the ratings of that direction, the
/// period runs from the first beginning to the last end, columns that regionet does not know keep each value. Directed
/// rows are views of one tie only in the same direction; rows of periods that do not touch are different ties, as the
/// cooperation ended and began again.
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
  private var firstPosition: [Key: Int32] = [:]
  private var morePositions: [Key: [Int]] = [:]
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
    for position in [Int(first)] + (morePositions[key] ?? []) {
      let earliest = drafts[position]
      let period = periods[position] ?? rows[Int(earliest.row)].period
      guard period.overlaps(row.period) else { continue }
      let isTurned = earliest.source != draft.source
      let view = View(row: Int32(index), isTurned: isTurned)
      if let same = take(view, of: position) { return .repeated(rows[Int(same.row)].place) }
      periods[position] = period.union(row.period)
      return .merged(with: Int(earliest.row), isTurned: isTurned)
    }
    morePositions[key, default: []].append(drafts.count)
    drafts.append(draft)
    return .added
  }

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
    drafts.enumerated().map { position, draft in
      guard let more = moreViews[position] else { return tie(of: draft) }
      return tie(of: draft, period: periods[position] ?? .always, more: more)
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

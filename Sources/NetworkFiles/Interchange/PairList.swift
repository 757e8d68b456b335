import NetworkModel

/// Pairs of names, until it is known whether they have a direction.
struct PairList {
  var draft: InterchangeDraft
  var isDirected = false
  private var numbers = NameIndex()
  private var ends: [(Int32, Int32)] = []

  init(file: String, limits: SizeLimits) {
    draft = InterchangeDraft(file: file, limits: limits, undeclaredNodes: .added)
  }

  @discardableResult
  mutating func declare(_ name: String, line: Int) -> Int32 {
    let number = numbers.count
    if let known = numbers.add(name) { return Int32(known) }
    draft.addPartner(id: name, line: line)
    return Int32(number)
  }

  mutating func add(_ source: String, _ target: String, line: Int, fields: [InterchangeDraft.Field]) {
    let end = (declare(source, line: line), declare(target, line: line))
    guard !draft.hasFailed else { return }
    ends.append(end)
    draft.addTie(source, target, line: line, isDirected: false, fields: fields)
  }

  mutating func finish() -> NetworkDraft {
    if isDirected {
      draft.setDirection(true, except: [])
    } else if isWrittenTwice() {
      draft.keepTies { ends[$0].0 <= ends[$0].1 }
    }
    return draft.finish()
  }

  /// Whether the list holds every pair exactly once in each order, with the same values.
  private func isWrittenTwice() -> Bool {
    guard ends.contains(where: { $0.0 != $0.1 }) else { return false }
    func key(_ source: Int32, _ target: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: source)) << 32 | UInt64(UInt32(bitPattern: target))
    }
    // Sorted pairs are smaller than a dictionary of them.
    let order = ends.indices.sorted { key(ends[$0].0, ends[$0].1) < key(ends[$1].0, ends[$1].1) }
    let turned = ends.indices.sorted { key(ends[$0].1, ends[$0].0) < key(ends[$1].1, ends[$1].0) }
    for place in order.indices {
      let (a, b) = (order[place], turned[place])
      guard ends[a].0 == ends[b].1, ends[a].1 == ends[b].0, draft.saysTheSame(a, b) else { return false }
      if place > 0, ends[order[place - 1]] == ends[a] { return false }
    }
    return true
  }
}

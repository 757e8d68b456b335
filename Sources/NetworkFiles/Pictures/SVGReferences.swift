/// Which elements of an SVG draw which others again (`<use href="#a"/>`): a picture that contains itself has no end, and
/// of one that repeats itself ten times in ten times there is no end in sight.
struct SVGReferences {
  /// The elements that are open, with their ids.
  private var open: [String?] = []
  /// What is drawn inside an element, by id: other elements again, each as often as it stands there.
  private var uses: [String: [String]] = [:]
  private var all: [String] = []

  /// More than any logo draws.
  private static let limit = 10_000.0

  mutating func start(id: String?, uses target: String?) {
    open.append(id)
    guard let target else { return }
    all.append(target)
    for outer in Set(open.compactMap { $0 }) { uses[outer, default: []].append(target) }
  }

  mutating func end() { if !open.isEmpty { open.removeLast() } }

  /// Whether something draws itself, or all are drawn too many times.
  var isEndless: Bool {
    var counts: [String: Double] = [:]
    var path = Set<String>()
    /// How many uses are drawn inside an element; infinite where it contains itself.
    func count(_ id: String, depth: Int) -> Double {
      if let known = counts[id] { return known }
      guard depth < 200, path.insert(id).inserted else { return .infinity }
      var sum = 0.0
      for target in uses[id] ?? [] {
        sum += 1 + count(target, depth: depth + 1)
        if sum > Self.limit { break }
      }
      path.remove(id)
      counts[id] = sum
      return sum
    }
    var sum = 0.0
    for target in all {
      sum += 1 + count(target, depth: 0)
      if sum > Self.limit { return true }
    }
    return false
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many samples prove that shares estimated from counts are right to `epsilon`.
///
/// A few samples of their own, the pilot, foretell which shares are large and so need many. Of the probability to fail,
/// one half is spread evenly over all quantities and the other so that, if the pilot is right, all are proved at once:
/// the few large shares get most of it. The pilot's samples count for nothing else, so the bound does not rest on it.
///
/// - Reference: W. Hoeffding, “Probability inequalities for sums of bounded random variables”, 1963,
///   doi:10.1080/01621459.1963.10500830, theorem 1; M. Borassi, E. Natale, “KADABRA is an adaptive algorithm for
///   betweenness via random approximation”, 2019, doi:10.1145/3284359, for the uneven spread.
struct SampleBound {
  /// The numbers of samples after which the counts are looked at; the last is enough whatever they are.
  let sizes: [Int]
  private let epsilon: Double
  private let pilot: [Int]
  /// By a quantity's count in the pilot: −ln of the probability left for one side of it at one look.
  private let strictness: [Int: Double]

  private static let looks = 12

  /// The samples of a pilot: it meets a share of `epsilon` twice.
  static func pilotSize(epsilon: Double) -> Int { whole(2 / epsilon) }

  /// Rounded up; of more than anybody draws, a number that is still an Int.
  private static func whole(_ size: Double) -> Int { Int(min(size.rounded(.up), 0x1p62)) }

  /// - Parameters:
  ///   - quantities: how many of the counts may differ from 0; the others need no proof.
  ///   - pilot: the counts among `pilotSize` samples that are used for nothing else.
  init(epsilon: Double, delta: Double, quantities: Int, pilot: [Int], pilotSize: Int) {
    self.epsilon = epsilon
    self.pilot = pilot
    guard quantities > 0 else {
      strictness = [:]
      sizes = []
      return
    }
    // Half of delta for each kind, spread over both sides and all looks.
    let spread = delta / 2 / Double(2 * Self.looks)
    let even = spread / Double(quantities)
    var quantitiesOfCount: [Int: Int] = [:]
    for count in pilot where count > 0 { quantitiesOfCount[count, default: 0] += 1 }
    // In the order of the counts: sums of Doubles depend on it.
    let expected = quantitiesOfCount.sorted { $0.key < $1.key }.map { count, quantities in
      let share = min(0.5, Double(count + 1) / Double(pilotSize))
      return (count: count, quantities: Double(quantities), information: leastDivergence(share, epsilon))
    }
    // The number of samples r at which Σ exp(−r·information) comes down to the share of the pilot.
    var low = 0.0
    var high = 1 / (epsilon * epsilon)
    func failing(_ size: Double) -> Double {
      expected.reduce(0) { $0 + $1.quantities * exp(-size * $1.information) }
    }
    while failing(high) > spread { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if failing(middle) > spread { low = middle } else { high = middle }
    }
    var strictness = [0: -log(even)]
    for (count, _, information) in expected { strictness[count] = -log(even + exp(-high * information)) }
    self.strictness = strictness
    // With nothing counted, ln(1/(1 − ε)) a sample; with anything, at least 2ε² (Pinsker).
    let most = strictness.values.max()! / (2 * epsilon * epsilon)
    // The first look comes where the shares may be as small as two standard errors below the pilot's.
    let predicted =
      expected.map { expected in
        let low = max(0, Double(expected.count) - 2 * Double(expected.count).squareRoot()) / Double(pilotSize)
        return strictness[expected.count]! / leastDivergence(low, epsilon)
      }.max() ?? 0
    let first = min(most, max(strictness.values.max()! / -log1p(-epsilon), 0.8 * predicted))
    let last = Self.looks - 1
    sizes = (0...last).map { look in
      // Close together where the pilot expects the end, and far apart where it does not.
      let size = first * exp(log(most / first) * Double(look * (look + 1)) / Double(last * (last + 1)))
      return Self.whole(look == last ? most : size)
    }
  }

  /// Whether every count among `size` proves its share.
  func holds(for counts: [Int], of size: Int) -> Bool {
    size == sizes.last || needed(for: counts, of: size) <= Double(size)
  }

  /// How many samples would prove every share if the shares stay as they are.
  func needed(for counts: [Int], of size: Int) -> Double {
    struct Case: Hashable {
      let count: Int
      let pilot: Int
    }
    let cases = Set(zip(counts, pilot).map { Case(count: $0, pilot: $1) })
    return cases.reduce(0) { most, one in
      let share = Double(one.count) / Double(size)
      return max(most, strictness[one.pilot]! / leastDivergence(share, epsilon))
    }
  }
}

/// The smaller Kullback–Leibler divergence of a coin from the two that come up more or less often by `epsilon`.
private func leastDivergence(_ share: Double, _ epsilon: Double) -> Double {
  min(
    share + epsilon >= 1 ? .infinity : divergence(share, share + epsilon),
    share - epsilon <= 0 ? .infinity : divergence(share, share - epsilon))
}

/// The Kullback–Leibler divergence of two coins.
private func divergence(_ p: Double, _ q: Double) -> Double {
  (p == 0 ? 0 : p * log(p / q)) + (p == 1 ? 0 : (1 - p) * log((1 - p) / (1 - q)))
}

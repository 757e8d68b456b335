/// What the distances in hops of every node add up to, in whole numbers: the same in whatever order they are added.
///
/// The sum of the inverses is a fixed-point number of 128 bits, 63 of them behind the point: adding terms rounded to
/// 2⁻⁶⁴ it is, for distances up to a thousand, more exact than a sum of Doubles.
struct HopSums {
  private var reached: [UInt64]
  private var total: [UInt64]
  private var inverseLow: [UInt64]
  private var inverseHigh: [UInt64]
  private var greatest: [UInt64]

  init(nodeCount: Int) {
    reached = [UInt64](repeating: 0, count: nodeCount)
    total = reached
    inverseLow = reached
    inverseHigh = reached
    greatest = reached
  }

  /// 1/level in units of 2⁻⁶³.
  static func inverse(of level: UInt64) -> UInt64 { (1 << 63 + level / 2) / level }

  /// The sums at fixed addresses, for the one loop that adds to them all the time.
  struct Pointers {
    fileprivate let reached: UnsafeMutablePointer<UInt64>
    fileprivate let total: UnsafeMutablePointer<UInt64>
    fileprivate let inverseLow: UnsafeMutablePointer<UInt64>
    fileprivate let inverseHigh: UnsafeMutablePointer<UInt64>
    fileprivate let greatest: UnsafeMutablePointer<UInt64>

    /// Adds `count` nodes at distance `level` to the sums of node `v`.
    @inline(__always) func add(_ count: Int, at level: UInt64, inverse: UInt64, to v: Int) {
      let count = UInt64(truncatingIfNeeded: count)
      reached[v] &+= count
      total[v] &+= count &* level
      let product = count.multipliedFullWidth(by: inverse)
      let (low, carry) = inverseLow[v].addingReportingOverflow(product.low)
      inverseLow[v] = low
      inverseHigh[v] &+= product.high &+ (carry ? 1 : 0)
      if greatest[v] < level { greatest[v] = level }
    }
  }

  mutating func withPointers(_ body: (Pointers) -> Void) {
    reached.withUnsafeMutableBufferPointer { reached in
      total.withUnsafeMutableBufferPointer { total in
        inverseLow.withUnsafeMutableBufferPointer { inverseLow in
          inverseHigh.withUnsafeMutableBufferPointer { inverseHigh in
            greatest.withUnsafeMutableBufferPointer { greatest in
              guard let reached = reached.baseAddress else { return }
              body(
                Pointers(
                  reached: reached, total: total.baseAddress!, inverseLow: inverseLow.baseAddress!,
                  inverseHigh: inverseHigh.baseAddress!, greatest: greatest.baseAddress!))
            }
          }
        }
      }
    }
  }

  mutating func add(_ other: HopSums) {
    for v in reached.indices {
      reached[v] += other.reached[v]
      total[v] += other.total[v]
      let (low, carry) = inverseLow[v].addingReportingOverflow(other.inverseLow[v])
      inverseLow[v] = low
      inverseHigh[v] += other.inverseHigh[v] + (carry ? 1 : 0)
      greatest[v] = max(greatest[v], other.greatest[v])
    }
  }

  /// The sums as numbers, `oldNumbers[v]` for the node counted as `v`.
  ///
  /// - Parameter scale: how many levels make the length 1.
  func profile(oldNumbers: [UInt32], scale: Double) -> DistanceProfile {
    func inOldOrder<Value>(_ zero: Value, _ value: (Int) -> Value) -> [Value] {
      var values = [Value](repeating: zero, count: oldNumbers.count)
      for (v, old) in oldNumbers.enumerated() { values[Int(old)] = value(v) }
      return values
    }
    return DistanceProfile(
      reached: inOldOrder(0) { Int(reached[$0]) },
      total: inOldOrder(0) { Double(total[$0]) / scale },
      inverseTotal: inOldOrder(0) {
        scale * (Double(inverseHigh[$0]) * 2 + Double(inverseLow[$0]) * 0x1p-63)
      },
      greatest: inOldOrder(0) { Double(greatest[$0]) / scale })
  }
}

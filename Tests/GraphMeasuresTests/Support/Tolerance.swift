/// Whether two numbers agree to `relative` of the larger one (or to `relative` itself below 1); NaN agrees with NaN.
func agree(_ a: Double, _ b: Double, relative: Double = 1e-9) -> Bool {
  if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
  return a == b || abs(a - b) <= relative * max(1, abs(a), abs(b))
}

/// Whether two lists have the same length and agree number by number.
func agree(_ a: [Double], _ b: [Double], relative: Double = 1e-9) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { agree($0, $1, relative: relative) }
}

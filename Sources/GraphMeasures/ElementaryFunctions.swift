#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The C library's own: Foundation would cost every start of the command some milliseconds.

func naturalLogarithm(_ x: Double) -> Double { log(x) }

func exponential(_ x: Double) -> Double { exp(x) }

/// The sum of products. Eight partial sums, always the same eight: quick, and the same bits on every run.
func dot(_ a: Span<Double>, _ b: Span<Double>) -> Double {
  var sums = SIMD8<Double>(repeating: 0)
  let whole = a.count & ~7
  var i = 0
  while i < whole {
    let x = SIMD8(a[i], a[i + 1], a[i + 2], a[i + 3], a[i + 4], a[i + 5], a[i + 6], a[i + 7])
    let y = SIMD8(b[i], b[i + 1], b[i + 2], b[i + 3], b[i + 4], b[i + 5], b[i + 6], b[i + 7])
    sums += x * y
    i += 8
  }
  var sum = sums.sum()
  while i < a.count {
    sum += a[i] * b[i]
    i += 1
  }
  return sum
}

/// The Euclidean length.
func norm(_ a: Span<Double>) -> Double { dot(a, a).squareRoot() }

/// Divides numbers that are not negative by their Euclidean length, also where its square is no number.
///
/// - Returns: false where no number is above 0 or one is not finite.
func normalizeWithoutOverflow(_ x: inout [Double]) -> Bool {
  let largest = x.max() ?? 0
  guard largest > 0, x.allSatisfy(\.isFinite) else { return false }
  for i in x.indices { x[i] /= largest }
  normalize(&x)
  return true
}

/// Divides by the Euclidean length.
func normalize(_ a: inout [Double]) {
  let length = norm(a.span)
  for i in a.indices { a[i] /= length }
}

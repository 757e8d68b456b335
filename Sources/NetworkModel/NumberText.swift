/// Numbers as readers of a language expect them; no locale data is needed, so none is loaded.
public enum NumberText {
  /// A number with a fixed count of decimals, rounded half away from zero.
  ///
  ///     NumberText.fixed(0.1234, decimals: 2, in: .german)   // "0,12"
  public static func fixed(_ value: Double, decimals: Int, in language: Language) -> String {
    guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "−∞" : "∞" }
    guard abs(value) < 1e15 else { return "\(value)" }
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
    var digits = String(UInt64(scaled))
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let whole = grouped(String(digits.dropLast(decimals)), in: language)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + whole }
    return sign + whole + (language == .german ? "," : ".") + digits.suffix(decimals)
  }

  /// A whole number with a separator between thousands from 10,000 on.
  public static func whole(_ value: Int, in language: Language) -> String {
    let digits = grouped(String(value.magnitude), in: language)
    return value < 0 ? "-" + digits : digits
  }

  /// A share as a percentage with one decimal: 0.256 is `25,6 %`.
  public static func percent(_ share: Double, in language: Language) -> String {
    fixed(share * 100, decimals: 1, in: language) + (language == .german ? "\u{A0}%" : "%")
  }

  private static func grouped(_ digits: String, in language: Language) -> String {
    // Years and other four-digit numbers read better without.
    guard digits.utf8.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.utf8.count - index) % 3 == 0 { result += language == .german ? "." : "," }
      result.append(digit)
    }
    return result
  }
}

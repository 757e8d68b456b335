import ArgumentParser
import NetworkAnalysis
import NetworkModel
import NetworkReports

extension MeasureReport.Level {
  /// Every measure there is at this level.
  var keys: [String] {
    switch self {
    case .partner: PartnerMeasure.allCases.map(\.rawValue)
    case .tie: TieMeasure.allCases.map(\.rawValue)
    case .sector: SectorMeasure.allCases.map(\.rawValue)
    case .network: NetworkMeasure.allCases.map(\.rawValue)
    }
  }

  /// What is shown without asking for anything.
  var standardKeys: [String] {
    switch self {
    case .partner: PartnerMeasure.standard.map(\.rawValue)
    case .tie: TieMeasure.standard.map(\.rawValue)
    case .sector, .network: keys
    }
  }
}

/// Keys of measures as somebody writes them, with commas between.
enum MeasureKeys {
  /// The keys, each once; all that do not belong to the level are told at once.
  static func read(_ text: String, at level: MeasureReport.Level) throws -> [String] {
    let names = text.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
      .flatMap { level == .partner && $0 == "brokerage" ? PartnerMeasure.brokerageRoles.map(\.rawValue) : [$0] }
    let known = level.keys
    let list = known.joined(separator: ", ")
    if names.isEmpty {
      throw ValidationError(
        help(
          "--measure names no measure. Known: \(list).", de: "--measure nennt keine Kennzahl. Bekannt sind: \(list)."))
    }
    let unknown = names.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      let told = unknown.map { $0 + hint($0, at: level)[.ofHelp] }.joined(separator: ", ")
      throw ValidationError(
        help(
          "There is no measure \(told) for --level \(level.rawValue). Known: \(list).",
          de: "Eine Kennzahl \(told) gibt es bei --level \(level.rawValue) nicht. Bekannt sind: \(list)."))
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// What was probably meant: another spelling, or another level.
  private static func hint(_ name: String, at level: MeasureReport.Level) -> Localized {
    if let near = Spelling(words: level.keys).suggestion(for: name) {
      return Localized(en: " (did you mean \(near)?)", de: " (meinten Sie \(near)?)")
    }
    let levels = MeasureReport.Level.allCases.filter { $0.keys.contains(name) }.map(\.rawValue)
    if !levels.isEmpty {
      return Localized(
        en: " (--level \(levels.joined(separator: " or ")))", de: " (--level \(levels.joined(separator: " oder ")))")
    }
    return Localized("")
  }
}

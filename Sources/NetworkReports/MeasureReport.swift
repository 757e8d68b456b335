import NetworkAnalysis
import NetworkModel

/// The numbers of a network as tables and as JSON.
public struct MeasureReport {
  public enum Level: String, Sendable, Hashable, CaseIterable { case partner, tie, sector, network }

  let measurement: Measurement
  let language: Language
  let audience: Audience

  var network: Network { measurement.network }

  public init(_ measurement: Measurement, language: Language, audience: Audience) {
    self.measurement = measurement
    self.language = language
    self.audience = audience
  }

  // MARK: Tables

  /// One row a partner.
  ///
  /// - Parameters:
  ///   - measures: the columns.
  ///   - top: only so many partners, ranked by the first measure; equals of the last one are kept.
  ///   - isRanked: whether all are ranked by the first measure, instead of in dataset order.
  public func partners(_ measures: [PartnerMeasure], top: Int?, isRanked: Bool) throws(UnfinishedMeasure) -> ReportTable
  {
    let measures = measures.filter { audience == .internal || !$0.isSensitive }
      // Where betweenness is estimated, its column holds the estimate; where it is not, there is none.
      .map { measure -> PartnerMeasure in
        switch measure {
        case .betweennessShare where measurement.isBetweennessEstimated: .betweennessEstimate
        case .betweennessEstimate where !measurement.isBetweennessEstimated: .betweennessShare
        default: measure
        }
      }
    let columns = try measures.map { measure throws(UnfinishedMeasure) in
      (measure, try measurement.values(of: measure))
    }
    let ranking = columns.first { $0.0 != .sector }?.1 ?? []
    let ranked =
      isRanked || top != nil
      ? Ranking(ranking.map { $0?.magnitude }, top: top)
      : Ranking(rows: Array(network.partners.indices))
    return ReportTable(
      title: "",
      columns: [
        .init(key: "id", header: "ID", isNumeric: false),
        .init(key: "name", header: "Partner", isNumeric: false),
      ]
        + measures.map {
          .init(
            key: $0.rawValue, header: $0.columnHeader(by: measurement.options.weight)[language],
            isNumeric: $0 != .sector)
        },
      rows: ranked.rows.map { partner in
        [.text(network.partners[partner].id), name(of: network.partners[partner])]
          + columns.map { measure, values in cell(values[partner], measure) }
      },
      notes: ranked.note(Localized(en: "partners", de: "Partner"), in: language) + partnerNotes(measures))
  }

  /// One row for each pair of tied partners.
  ///
  /// - Parameter top: only so many pairs, ranked by the first measure; equals of the last one are kept.
  public func ties(_ measures: [TieMeasure], top: Int?) -> ReportTable {
    let measures = measures.filter { audience == .internal || !$0.isSensitive }
    let ties = measurement.ties()
    let ranked =
      top == nil
      ? Ranking(rows: Array(ties.indices))
      : Ranking(ties.map { row in measures.first.flatMap { row.value(of: $0)?.magnitude } }, top: top)
    return ReportTable(
      title: "",
      columns: [
        .init(key: "source", header: language == .german ? "Von (ID)" : "From (ID)", isNumeric: false),
        .init(key: "sourceName", header: language == .german ? "Von" : "From", isNumeric: false),
        .init(key: "target", header: language == .german ? "Nach (ID)" : "To (ID)", isNumeric: false),
        .init(key: "targetName", header: language == .german ? "Nach" : "To", isNumeric: false),
      ]
        + measures.map {
          .init(
            key: $0.rawValue, header: $0.columnHeader(by: measurement.options.weight)[language],
            isNumeric: $0 != .bridge)
        },
      rows: ranked.rows.map { row in
        let source = network.partners[ties[row].source]
        let target = network.partners[ties[row].target]
        return [.text(source.id), name(of: source), .text(target.id), name(of: target)]
          + measures.map { cell(ties[row].value(of: $0), decimals: $0 == .strength ? 1 : 2) }
      },
      notes: ranked.note(Localized(en: "ties", de: "Beziehungen"), in: language) + tieNotes(measures))
  }

  /// One row for each main sector that partners have.
  ///
  /// - Parameter top: only so many sectors, ranked by the first measure; equals of the last one are kept.
  public func sectors(_ measures: [SectorMeasure], top: Int?) -> ReportTable {
    let sectors = measurement.sectorMeasures()
    let ranked =
      top == nil
      ? Ranking(rows: Array(sectors.indices))
      : Ranking(sectors.map { row in measures.first.flatMap { row.value(of: $0)?.magnitude } }, top: top)
    return ReportTable(
      title: "",
      columns: [.init(key: "sector", header: language == .german ? "Sektor" : "Sector", isNumeric: false)]
        + measures.map { .init(key: $0.rawValue, header: $0.header[language], isNumeric: true) },
      rows: ranked.rows.map { row in
        [.text(network.sectorName(sectors[row].sector)[language])]
          + measures.map { cell(sectors[row].value(of: $0), decimals: 3) }
      },
      notes: ranked.note(Localized(en: "sectors", de: "Sektoren"), in: language))
  }

  /// One row for each number of the whole network.
  public func wholeNetwork(_ measures: [NetworkMeasure]) -> ReportTable {
    ReportTable(
      title: "",
      columns: [
        .init(key: "measure", header: language == .german ? "Kennzahl" : "Measure", isNumeric: false),
        .init(key: "key", header: language == .german ? "Schlüssel" : "Key", isNumeric: false),
        .init(key: "value", header: language == .german ? "Wert" : "Value", isNumeric: true),
      ],
      rows: measures.map { measure in
        let value = measurement.value(of: measure)
        // Beside numbers that are not defined a dash would not read as no.
        if case .flag(let flag) = value {
          return [.text(measure.header[language]), .text(measure.rawValue), .answer(flag)]
        }
        return [.text(measure.header[language]), .text(measure.rawValue), cell(value, decimals: 4)]
      },
      notes: networkNotes(measures))
  }

  private func name(of partner: Partner) -> ReportTable.Cell { .name(partner.name, short: partner.shortName) }

  private func cell(_ value: MeasureValue?, _ measure: PartnerMeasure) -> ReportTable.Cell {
    if measure == .sector, case .text(let sector) = value { return .text(network.sectorName(sector)[language]) }
    return cell(value, decimals: measure.decimals)
  }

  private func cell(_ value: MeasureValue?, decimals: Int) -> ReportTable.Cell {
    switch value {
    case nil: .none
    case .number(let number): .number(number, decimals: decimals)
    case .integer(let number): .integer(number)
    case .flag(let flag): .flag(flag)
    case .text(let text): .text(text)
    }
  }
}

/// Rows by a column of numbers, the greatest first.
private struct Ranking {
  let rows: [Int]
  /// How many rows were asked for, where equals of the last one made them more.
  private var asked: Int?

  init(rows: [Int]) { self.rows = rows }

  /// Equal values stay in order; what is not defined comes last, and is no equal of the last one.
  init(_ values: [Double?], top: Int?) {
    let magnitudes = values.map { $0 ?? -.infinity }
    let order = magnitudes.indices.sorted { (magnitudes[$1], $0) < (magnitudes[$0], $1) }
    guard let top, top < order.count else {
      rows = order
      return
    }
    let last = magnitudes[order[top - 1]]
    var cut = top
    if last > -.infinity { cut = (top..<order.count).first { magnitudes[order[$0]] < last } ?? order.count }
    rows = Array(order[..<cut])
    if cut > top { asked = top }
  }

  func note(_ things: Localized, in language: Language) -> [String] {
    guard let asked else { return [] }
    return [
      language == .german
        ? "\(rows.count) \(things.german) statt \(asked): Der letzte Wert kommt mehrmals vor."
        : "\(rows.count) \(things.english) instead of \(asked): several share the last value."
    ]
  }
}

import NetworkAnalysis
import NetworkFiles
import NetworkModel

/// The numbers of a network as tables and as JSON.
public struct MeasureReport {
  public enum Level: String, Sendable, Hashable, CaseIterable { case partner, tie, sector, network }

  let measurement: Measurement
  let language: Language
  let audience: Audience

  private var network: Network { measurement.network }

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
  public func partners(_ measures: [PartnerMeasure], top: Int?, isRanked: Bool) throws -> ReportTable {
    let measures = measures.filter { audience == .internal || !$0.isSensitive }
      // On a network so large that betweenness is estimated, its column holds the estimate.
      .map { $0 == .betweennessShare && measurement.isBetweennessEstimated ? .betweennessEstimate : $0 }
    let columns = try measures.map { ($0, try measurement.values(of: $0)) }
    var order = Array(network.partners.indices)
    var notes: [String] = []
    if let ranking = columns.first(where: { $0.0 != .sector }), isRanked || top != nil {
      // Equal values stay in dataset order; what is not defined comes last.
      let magnitudes = ranking.1.map { $0?.magnitude ?? -.infinity }
      order.sort { (magnitudes[$1], $0) < (magnitudes[$0], $1) }
      if let top, top < order.count {
        let cut = (top..<order.count).first { magnitudes[order[$0]] < magnitudes[order[top - 1]] } ?? order.count
        if cut > top {
          notes.append(
            language == .german
              ? "\(cut) Partner statt \(top): Der letzte Wert kommt mehrmals vor."
              : "\(cut) partners instead of \(top): several share the last value.")
        }
        order = Array(order[..<cut])
      }
    }
    return ReportTable(
      title: "",
      columns: [
        .init(key: "id", header: "ID", isNumeric: false),
        .init(key: "name", header: "Partner", isNumeric: false),
      ] + measures.map(named).map { .init(key: $0.rawValue, header: $0.header[language], isNumeric: $0 != .sector) },
      rows: order.map { partner in
        [.text(network.partners[partner].id), .text(network.partners[partner].name)]
          + columns.map { measure, values in cell(values[partner], measure) }
      },
      notes: notes + self.notes + estimateNotes(measures))
  }

  /// What a column is called: an estimate that was computed in full, as that was less work, is none.
  private func named(_ measure: PartnerMeasure) -> PartnerMeasure {
    measure == .betweennessEstimate && measurement.betweennessEstimate?.epsilon == 0 ? .betweennessShare : measure
  }

  /// How far estimated numbers may be wrong.
  private func estimateNotes(_ measures: [PartnerMeasure]) -> [String] {
    guard measures.contains(.betweennessEstimate), let estimate = measurement.betweennessEstimate,
      estimate.epsilon > 0
    else { return [] }
    let epsilon = NumberText.fixed(estimate.epsilon, decimals: 3, in: language)
    let sure = NumberText.percent(1 - estimate.delta, in: language)
    return [
      language == .german
        ? "Die Vermittlung ist geschätzt: mit \(sure) Sicherheit liegt kein Wert um mehr als \(epsilon) daneben. Genau rechnet --exact."
        : "The broker share is estimated: with \(sure) certainty no value is off by more than \(epsilon). --exact computes it in full."
    ]
  }

  /// One row for each pair of tied partners.
  public func ties(top: Int?) -> ReportTable {
    var ties = measurement.ties()
    if let top {
      let order = ties.indices.sorted { (ties[$1].betweenness ?? -1, $0) < (ties[$0].betweenness ?? -1, $1) }
      ties = order.prefix(top).map { ties[$0] }
    }
    var columns: [ReportTable.Column] = [
      .init(key: "source", header: "ID", isNumeric: false),
      .init(key: "sourceName", header: language == .german ? "Von" : "From", isNumeric: false),
      .init(key: "target", header: "ID", isNumeric: false),
      .init(key: "targetName", header: language == .german ? "Nach" : "To", isNumeric: false),
      .init(key: "strength", header: language == .german ? "Stärke" : "Strength", isNumeric: true),
      .init(key: "betweenness", header: "Betweenness", isNumeric: true),
    ]
    if audience == .internal {
      columns.append(.init(key: "bridge", header: language == .german ? "Brücke" : "Bridge", isNumeric: false))
    }
    return ReportTable(
      title: "", columns: columns,
      rows: ties.map { tie in
        var row: [ReportTable.Cell] = [
          .text(network.partners[tie.source].id), .text(network.partners[tie.source].shortestName),
          .text(network.partners[tie.target].id), .text(network.partners[tie.target].shortestName),
          .number(tie.strength, decimals: 1), tie.betweenness.map { .number($0, decimals: 2) } ?? .none,
        ]
        if audience == .internal { row.append(.flag(tie.isBridge)) }
        return row
      },
      notes: notes)
  }

  /// One row for each main sector that partners have.
  public func sectors() -> ReportTable {
    let headers: [(String, String, Bool)] =
      language == .german
      ? [
        ("sector", "Sektor", false), ("partners", "Partner", true), ("internalTies", "Innen", true),
        ("externalTies", "Außen", true), ("eiIndex", "E-I", true), ("density", "Dichte innen", true),
      ]
      : [
        ("sector", "Sector", false), ("partners", "Partners", true), ("internalTies", "Within", true),
        ("externalTies", "Across", true), ("eiIndex", "E-I", true), ("density", "Density within", true),
      ]
    return ReportTable(
      title: "", columns: headers.map { .init(key: $0.0, header: $0.1, isNumeric: $0.2) },
      rows: measurement.sectorMeasures().map { sector in
        [
          .text(network.sectorName(sector.sector)[language]), .integer(sector.partners),
          .integer(sector.internalTies), .integer(sector.externalTies),
          sector.eiIndex.map { .number($0, decimals: 3) } ?? .none,
          sector.density.map { .number($0, decimals: 3) } ?? .none,
        ]
      })
  }

  /// One row for each number of the whole network.
  public func wholeNetwork(_ measures: [NetworkMeasure]) throws -> ReportTable {
    ReportTable(
      title: "",
      columns: [
        .init(key: "measure", header: language == .german ? "Kennzahl" : "Measure", isNumeric: false),
        .init(key: "key", header: language == .german ? "Schlüssel" : "Key", isNumeric: false),
        .init(key: "value", header: language == .german ? "Wert" : "Value", isNumeric: true),
      ],
      rows: try measures.map { measure in
        [.text(measure.header[language]), .text(measure.rawValue), cell(try measurement.value(of: measure), nil)]
      },
      notes: notes)
  }

  private func cell(_ value: MeasureValue?, _ measure: PartnerMeasure?) -> ReportTable.Cell {
    switch value {
    case nil: .none
    case .number(let number): .number(number, decimals: measure?.decimals ?? 4)
    case .integer(let number): .integer(number)
    case .flag(let flag): .flag(flag)
    case .text(let text): .text(measure == .sector ? network.sectorName(text)[language] : text)
    }
  }

  /// What a reader must know: the network is in parts, pairs are left out, betweenness is estimated.
  private var notes: [String] {
    var notes: [String] = []
    if measurement.leavesOutUnratedTies {
      notes.append(
        language == .german
          ? "Beziehungen ohne Bewertung des Vertrauens sind weggelassen."
          : "Ties without a rating of trust are left out.")
    }
    return notes
  }

  // MARK: JSON

  /// All levels and all keys.
  public func json() throws -> JSONValue {
    .object([
      "network": try networkJSON(), "partners": try partnersJSON(), "ties": tiesJSON(), "sectors": sectorsJSON(),
    ])
  }

  private func networkJSON() throws -> JSONValue {
    var members: [JSONValue.Member] = try NetworkMeasure.allCases.map {
      .init($0.rawValue, Self.json(try measurement.value(of: $0)))
    }
    if let estimate = measurement.betweennessEstimate {
      members.append(
        .init(
          "betweennessEstimate",
          .object([
            "epsilon": .number(estimate.epsilon), "delta": .number(estimate.delta),
            "samples": .integer(estimate.samples),
          ])))
    }
    return .object(members)
  }

  private static let brokerageRoles: [PartnerMeasure] = [
    .coordinator, .itinerant, .gatekeeper, .representative, .liaison,
  ]

  private func partnersJSON() throws -> JSONValue {
    let measures = PartnerMeasure.allCases.filter { measure in
      measure != .sector && !Self.brokerageRoles.contains(measure)
        && (measurement.isDirected || !measure.needsDirection)
        && (audience == .internal || !measure.isSensitive)
        && (measure != .betweennessEstimate || measurement.isBetweennessEstimated)
    }
    let columns = try measures.map { ($0.rawValue, try measurement.values(of: $0)) }
    let roles = try Self.brokerageRoles.map { ($0.rawValue, try measurement.values(of: $0)) }
    return .array(
      network.partners.indices.map { index in
        let partner = network.partners[index]
        var members: [JSONValue.Member] = [
          .init("id", .string(partner.id)), .init("name", .string(partner.name)),
          .init("sector", .optional(partner.mainSector)),
        ]
        for (key, values) in columns {
          members.append(.init(key, Self.json(values[index])))
          if key == PartnerMeasure.eiIndex.rawValue {
            members.append(
              .init("brokerage", .object(roles.map { .init($0.0, Self.json($0.1[index])) })))
          }
        }
        return .object(members)
      })
  }

  private func tiesJSON() -> JSONValue {
    .array(
      measurement.ties().map { tie in
        var members: [JSONValue.Member] = [
          .init("source", .string(network.partners[tie.source].id)),
          .init("target", .string(network.partners[tie.target].id)), .init("strength", .number(tie.strength)),
          .init("betweenness", .optional(tie.betweenness)),
        ]
        if audience == .internal { members.append(.init("bridge", .bool(tie.isBridge))) }
        return .object(members)
      })
  }

  private func sectorsJSON() -> JSONValue {
    .array(
      measurement.sectorMeasures().map { sector in
        .object([
          "sector": .string(sector.sector), "name": .string(network.sectorName(sector.sector)[language]),
          "partners": .integer(sector.partners), "internalTies": .integer(sector.internalTies),
          "externalTies": .integer(sector.externalTies), "eiIndex": .optional(sector.eiIndex),
          "density": .optional(sector.density),
        ])
      })
  }

  private static func json(_ value: MeasureValue?) -> JSONValue {
    switch value {
    case nil: .null
    case .number(let number): .number(number)
    case .integer(let number): .integer(number)
    case .flag(let flag): .bool(flag)
    case .text(let text): .string(text)
    }
  }
}

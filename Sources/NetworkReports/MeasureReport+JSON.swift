import NetworkAnalysis
import NetworkFiles
import NetworkModel

extension MeasureReport {
  /// All levels and all keys, whatever a table shows.
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

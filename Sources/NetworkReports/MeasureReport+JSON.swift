import NetworkAnalysis
import NetworkFiles
import NetworkModel

extension MeasureReport {
  /// All levels and all keys, whatever a table shows, and what must be known to read them right.
  ///
  /// A measure that comes to no result is null, so that the others are not lost with it.
  public func json() -> (value: JSONValue, notes: [String]) {
    var unfinished: [UnfinishedMeasure] = []
    let partners = partnersJSON(unfinished: &unfinished)
    let value: JSONValue = .object([
      "network": networkJSON(), "partners": partners, "ties": tiesJSON(), "sectors": sectorsJSON(),
    ])
    return (value, warnings + unfinished.map { $0.note[language] })
  }

  private func networkJSON() -> JSONValue {
    var members: [JSONValue.Member] = NetworkMeasure.allCases.map {
      .init($0.rawValue, Self.json(measurement.value(of: $0)))
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

  private func partnersJSON(unfinished: inout [UnfinishedMeasure]) -> JSONValue {
    let measures = PartnerMeasure.allCases.filter { measure in
      measure != .sector && !PartnerMeasure.brokerageRoles.contains(measure)
        && (measurement.isDirected || !measure.needsDirection)
        && (audience == .internal || !measure.isSensitive)
        && (measure != .betweennessEstimate || measurement.isLarge)
    }
    func column(_ measure: PartnerMeasure) -> (key: String, values: [MeasureValue?]) {
      do {
        return (measure.rawValue, try measurement.values(of: measure))
      } catch {
        unfinished.append(error)
        return (measure.rawValue, [MeasureValue?](repeating: nil, count: network.partners.count))
      }
    }
    let columns = measures.map(column)
    let roles = PartnerMeasure.brokerageRoles.map(column)
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
        let ends: [JSONValue.Member] = [
          .init("source", .string(network.partners[tie.source].id)),
          .init("target", .string(network.partners[tie.target].id)),
        ]
        let measures = TieMeasure.allCases.filter { audience == .internal || !$0.isSensitive }
        return .object(ends + measures.map { .init($0.rawValue, Self.json(tie.value(of: $0))) })
      })
  }

  private func sectorsJSON() -> JSONValue {
    .array(
      measurement.sectorMeasures().map { sector in
        let names: [JSONValue.Member] = [
          .init("sector", .string(sector.sector)),
          .init("name", .string(network.sectorName(sector.sector)[language])),
        ]
        return .object(names + SectorMeasure.allCases.map { .init($0.rawValue, Self.json(sector.value(of: $0))) })
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

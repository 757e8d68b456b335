import Foundation
import NetworkFiles
import NetworkModel
import Testing

@testable import NetworkMaps

/// The shipped datasets as every kind of map on every paper.
@Suite struct ShippedMapTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let region: String
    let kind: MapKind
    let paper: MapPaper
    let orientation: MapOrientation

    var testDescription: String { "\(region) \(kind.rawValue) \(paper.rawValue) \(orientation.rawValue)" }
  }

  static let kinds: [MapKind] = MapKind.allCases.filter { $0 != .change }
  static let cases: [Case] =
    kinds.flatMap { kind in
      MapPaper.allCases.map { Case(region: "beispielregion", kind: kind, paper: $0, orientation: .landscape) }
        + [
          Case(region: "beispielregion", kind: kind, paper: .a4, orientation: .portrait),
          Case(region: "musterland", kind: kind, paper: .a4, orientation: .landscape),
        ]
    }

  static func input(_ region: String) throws -> MapInput {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../Data/\(region)")
    let draft = try Dataset.read(folder.path)
    let template = try SectorTemplates.find(draft.settings.template ?? "lernende-region", dataset: folder.path)
    let network = try #require(Network.review(draft, template: template).network)
    return MapInput(network, language: .german)
  }

  @Test("nothing touches what it should not, and every partner is named", arguments: cases)
  func lint(_ asked: Case) throws {
    let input = try Self.input(asked.region)
    var options = MapOptions()
    options.kind = asked.kind
    options.paper = asked.paper
    options.orientation = asked.orientation
    options.showsHulls = true
    options.gaps.cutPartners = [0, 3]
    options.gaps.unmetNeeds = [(3, "Räume"), (5, "Geld")]
    options.gaps.suggestedTies = [.init(1, 6)]
    let result: MapResult
    do {
      result = try NetworkMap.scene(of: input, options: options, measuring: FixedMetrics())
    } catch MapError.nothingToShow {
      // Musterland has neither projects nor places.
      #expect(asked.region == "musterland")
      return
    }
    let lint = MapLint(result.scene)
    #expect(lint.problems == [])
    #expect(lint.unnamed == 0 && result.notes == [])
    if [.wheel, .islands, .network, .sectors].contains(asked.kind) { #expect(lint.tieNode <= 2) }
  }
}

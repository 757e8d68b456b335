import NetworkModel

@testable import NetworkMaps

/// Invented networks for tests.
enum SampleInput {
  /// A generator of its own: tests must not change with the library's.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private static let words = [
    "Stadt", "Verein", "Museum", "Schule", "Bücherei", "Institut", "Region", "Kammer", "Hochschule", "Zentrum",
    "Gemeinde", "Betrieb", "Verband", "Werkstatt", "Theater", "Universität",
  ]
  private static let places = [
    "Oberdorf", "Krems", "am See", "St. Gallen", "Neustadt", "Waldviertel", "Süd", "für Naturkunde und Technik",
    "Bad Hofgastein", "West", "Österreich", "der Handwerksbetriebe",
  ]

  /// Partners with names as they occur, more ties within a sector than across; the first is the lead.
  static func random(
    seed: UInt64, partners count: Int, sectors sectorCount: Int = 6, missing: Int = 0, tiesEach: Double = 4
  ) -> MapInput {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    let sectors = (0..<(sectorCount + missing)).map {
      MapInput.Sector(id: "s\($0)", name: "Sektor \(words[$0 % words.count])", isMissing: $0 >= sectorCount)
    }
    let partners = (0..<count).map { k in
      MapInput.Partner(
        id: "p\(k)", name: "\(words.randomElement(using: &dice)!) \(places.randomElement(using: &dice)!) \(k)",
        sector: sectorCount == 0 || Int.random(in: 0..<20, using: &dice) == 0
          ? nil : Int.random(in: 0..<sectorCount, using: &dice),
        isLead: k == 0,
        coordinates: Coordinates(
          latitude: Double.random(in: 47.5...48.5, using: &dice),
          longitude: Double.random(in: 14.5...16.5, using: &dice)))
    }
    var ties: [MapInput.Tie] = []
    for a in 0..<count {
      for b in 0..<a {
        let isInside = partners[a].sector != nil && partners[a].sector == partners[b].sector
        let chance = tiesEach / Double(count) * (isInside ? 2 : 0.7) * (b < 4 ? 2.5 : 1)
        if Double.random(in: 0..<1, using: &dice) < chance {
          ties.append(
            .init(
              source: a, target: b, strength: Double(Int.random(in: 1...4, using: &dice)),
              trust: Double(Int.random(in: 1...4, using: &dice))))
        }
      }
    }
    var input = MapInput(
      title: "Musternetz \(seed)", source: "erfunden", date: "2026-05", sectors: sectors, partners: partners,
      ties: ties)
    input.projects = (0..<(count / 6)).map { k in
      MapInput.Event(
        id: "j\(k)", name: "Projekt \(places.randomElement(using: &dice)!)",
        partners: (0..<count).filter { _ in Int.random(in: 0..<9, using: &dice) == 0 })
    }
    return input
  }

  /// Nine partners at given places.
  static let small = MapInput(
    title: "Kleines Netz", source: "erfunden", date: "2026",
    sectors: [
      .init(id: "a", name: "Bildung"), .init(id: "b", name: "Wirtschaft"), .init(id: "c", name: "Kultur"),
      .init(id: "d", name: "Gesundheit", isMissing: true),
    ],
    partners: [
      .init(id: "vhs", name: "Volkshochschule Krems", shortName: "VHS Krems", sector: 0, isLead: true),
      .init(id: "uni", name: "Universität", sector: 0), .init(id: "schule", name: "Gymnasium am Fluß", sector: 0),
      .init(id: "huber", name: "Tischlerei Huber & Söhne", sector: 1), .init(id: "bank", name: "Sparkasse", sector: 1),
      .init(id: "museum", name: "Museum für Natur", sector: 2), .init(id: "theater", name: "Theater", sector: 2),
      .init(id: "chor", name: "Chor", sector: 2), .init(id: "gast", name: "Gast", sector: nil),
    ],
    ties: [
      .init(source: 0, target: 1, strength: 3, trust: 4), .init(source: 0, target: 2, strength: 2, trust: 3),
      .init(source: 0, target: 3, strength: 1), .init(source: 0, target: 5, strength: 2, trust: 2),
      .init(source: 1, target: 4, strength: 1), .init(source: 3, target: 4, strength: 2),
      .init(source: 5, target: 6, strength: 3), .init(source: 6, target: 7, strength: 1),
      .init(source: 2, target: 5, strength: 1),
    ])

  static let smallPositions: [String: MapPoint] = [
    "vhs": MapPoint(x: 0.4, y: 0.45), "uni": MapPoint(x: 0.2, y: 0.2), "schule": MapPoint(x: 0.15, y: 0.7),
    "huber": MapPoint(x: 0.7, y: 0.15), "bank": MapPoint(x: 0.45, y: 0.05), "museum": MapPoint(x: 0.55, y: 0.8),
    "theater": MapPoint(x: 0.8, y: 0.6), "chor": MapPoint(x: 0.95, y: 0.9), "gast": MapPoint(x: 0.95, y: 0.3),
  ]
}

import GraphCore
import NetworkModel
import Testing

@testable import NetworkAnalysis

@Suite struct GapsTests {
  private static let place = RowPlace(table: 0, line: 2)

  @Test("Musterland: sectors, pairs of sectors, cut partners, bridges")
  func musterland() {
    // Sources: by hand and with networkx 3.6.1 (articulation_points, bridges).
    let network = Musterland.network
    let gaps = network.gaps()
    #expect(gaps.coverage.missing.map(\.sector) == ["university", "sme", "museum", "social", "health", "sport"])
    #expect(
      gaps.coverage.thin.map(\.sector)
        == ["leader", "library", "chamber", "ams", "tourism", "culture", "environment"])
    #expect(gaps.coverage.sectors.first { $0.sector == "school" }?.status == .covered)
    #expect(gaps.sectorPairs?.count == 36 && gaps.sectorPairs?.count { $0.ties == 0 } == 27)
    let pair = gaps.sectorPairs?.first { $0.a == "leader" && $0.b == "adult_education" }
    // One partner with seven ties; three with 3 + 3 + 1 ties; 13 ties in all.
    #expect(pair == SectorPair(a: "leader", b: "adult_education", ties: 2, possible: 3, expected: 7.0 * 7 / 26))
    #expect(network.ids(gaps.isolated) == ["N"])
    #expect(network.ids(gaps.cutPartners.map(\.partner)) == ["L", "V", "B", "S1"])
    #expect(gaps.cutPartners.map(\.parts) == [4, 2, 2, 2] && gaps.cutPartners.map(\.cutOff) == [6, 1, 1, 1])
    #expect(isNear(gaps.cutPartners[0].fragmentationWithout, 0.8364, 5e-5))
    #expect(
      gaps.bridges.map { network.ids([$0.a, $0.b]) } == [["L", "S1"], ["V", "Bi"], ["B", "P"], ["S1", "S2"]])
    #expect(gaps.bridges.map { [$0.partnersOfA, $0.partnersOfB] } == [[9, 2], [10, 1], [10, 1], [10, 1]])
    #expect(isNear(gaps.leadDependence!, 0.8) && gaps.lacksRequired)
    #expect(gaps.tasks == nil && gaps.municipalities == nil && gaps.endedTies == nil && gaps.meetingAbsence == nil)
    #expect(gaps.findings.map(\.priority) == gaps.findings.map(\.priority).sorted(by: >))
    #expect(gaps.findings.first?.kind == "missingSector" && gaps.findings.first?.command == ["invite"])
    #expect(gaps.findings.count { $0.kind == "untiedSectors" } == 27)
    #expect(gaps.findings.contains { $0.fact == .leadDependence(gaps.leadDependence!) && $0.priority == .high })
  }

  @Test("cut partners and bridges agree with taking each away", arguments: 0..<200 as Range<UInt64>)
  func cuts(seed: UInt64) {
    let graph = Sketch.random(seed: seed)
    let cuts = CutPoints(graph)
    let n = graph.nodeCount
    func parts(_ slow: SlowGraph, without removed: Set<Int>) -> [Set<Int>] {
      let d = slow.distances(without: removed)
      return Set((0..<n).filter { !removed.contains($0) }.map { v in Set((0..<n).filter { d[v][$0] != nil }) })
        .sorted { $0.min()! < $1.min()! }
    }
    let slow = SlowGraph(graph)
    let whole = parts(slow, without: [])
    var expected: [CutPartner] = []
    for v in 0..<n {
      let own = whole.first { $0.contains(v) }!
      let pieces = parts(slow, without: [v]).filter { $0.isSubset(of: own) }
      guard pieces.count > 1 else { continue }
      expected.append(
        CutPartner(
          partner: v, parts: pieces.count, cutOff: own.count - 1 - pieces.map(\.count).max()!,
          fragmentationWithout: slow.fragmentation(without: [v])))
    }
    #expect(cuts.partners.map(\.partner) == expected.map(\.partner))
    for (cut, other) in zip(cuts.partners, expected) {
      #expect(cut.parts == other.parts && cut.cutOff == other.cutOff)
      #expect(isNear(cut.fragmentationWithout, other.fragmentationWithout))
    }
    let bridges = graph.edges.compactMap { edge -> Bridge? in
      var less = slow
      less.isTied[edge.source][edge.target] = false
      less.isTied[edge.target][edge.source] = false
      let pieces = parts(less, without: [])
      guard pieces.count > whole.count else { return nil }
      return Bridge(
        a: edge.source, b: edge.target, partnersOfA: pieces.first { $0.contains(edge.source) }!.count,
        partnersOfB: pieces.first { $0.contains(edge.target) }!.count)
    }
    #expect(cuts.bridges == bridges)
  }

  @Test("levels, focus and groups say what a network should have")
  func coverage() {
    func sector(_ id: String, _ level: Sector.Level, minimum: Int = 1, tags: [String] = []) -> Sector {
      Sector(
        id: id, name: Localized(id), level: level, minimum: minimum, tags: tags, examples: Localized("ask \(id)"))
    }
    let template = SectorTemplate(
      id: "t", name: Localized("t"),
      groups: [
        SectorGroup(
          id: "g", name: Localized("g"), atLeast: 2,
          sectors: [sector("a", .required), sector("b", .required), sector("c", .optional)]),
        SectorGroup(
          id: "h", name: Localized("h"),
          sectors: [
            sector("d", .required, minimum: 3), sector("e", .focus, tags: ["Grün"]),
            sector("f", .focus, tags: ["blau"]),
            sector("i", .optional),
          ]),
      ])
    var data = Dataset()
    data.draft.settings.focus = ["gruen"]
    data.partner("p", "a", "d")
    data.partner("q", "d", "own")
    let network = data.network(template)
    let coverage = Coverage(network)
    #expect(coverage.sectors.map(\.sector) == ["a", "b", "c", "d", "e", "f", "i", "own"])
    #expect(
      coverage.sectors.map(\.status) == [.thin, .missing, .missing, .thin, .missing, .missing, .missing, .thin])
    #expect(coverage.sectors.map(\.isExpected) == [false, false, false, true, true, false, false, false])
    #expect(coverage.missing.map(\.sector) == ["e"] && coverage.thin.map(\.sector) == ["d"])
    #expect(coverage.missing[0].examples == Localized("ask e") && coverage.sectors[3].partners == [0, 1])
    #expect(
      coverage.groups == [GroupCoverage(group: "g", atLeast: 2, present: ["a"], absent: ["b", "c"], lacking: 1)])
    #expect(coverage.sectors.last?.group == nil && coverage.sectors.last?.level == nil)
  }

  @Test("votes over 49 per cent, of public bodies and of interest groups")
  func votes() {
    var data = Dataset()
    data.partner("a") {
      $0.isPublicBody = true
      $0.votes = 49
    }
    data.partner("b") {
      $0.interestGroup = "Firms"
      $0.votes = 50
    }
    data.partner("c") {
      $0.interestGroup = "firms"
      $0.votes = 1
    }
    let network = data.network()
    let votes = VoteShares(network)
    #expect(votes.publicBodies?.share == 0.49 && votes.publicBodies?.isOverLimit == false)
    #expect(votes.interestGroups == [VoteShares.Group(name: "Firms", votes: 51, share: 0.51)])
    #expect(votes.overLimit.map(\.name) == ["Firms"])
    #expect(network.gaps().findings.contains { $0.kind == "votes" && $0.priority == .high })
    var none = Dataset()
    none.partner("a") { $0.votes = 0 }
    #expect(VoteShares(none.network()).interestGroups.isEmpty && VoteShares(none.network()).publicBodies == nil)
  }

  @Test("mutual trust over the pairs that rated each other")
  func trust() {
    var data = Dataset()
    for id in ["a", "b", "c", "d"] { data.partner(id) }
    for (source, target, trust, back) in [("a", "b", 4.0, 3.0), ("b", "c", 4, 1), ("c", "d", 2, 2)] {
      data.tie(source, target) {
        $0.trust = trust
        $0.trustBack = back
      }
    }
    data.tie("d", "a") { $0.trust = 1 }
    let trust = MutualTrust(data.network())
    #expect(trust.pairs == 3 && isNear(trust.share!, 1.0 / 3) && isNear(trust.mean!, 8.0 / 3))
    #expect(isNear(trust.meanDifference!, 4.0 / 3) && isNear(trust.percent!, 500.0 / 9))
    #expect(trust.oneSided.map(\.pair) == [PartnerPair(1, 2)])
    #expect(
      trust.low == [
        MutualTrust.RatedPair(pair: PartnerPair(0, 3), trust: nil, trustBack: 1),
        MutualTrust.RatedPair(pair: PartnerPair(2, 3), trust: 2, trustBack: 2),
      ])
    var silent = Dataset()
    silent.partner("a")
    let none = MutualTrust(silent.network())
    #expect(none.pairs == 0 && none.share == nil && none.percent == nil && none.low.isEmpty)
  }

  @Test("sole providers of a kind, and of topics that others need")
  func providers() {
    var data = Dataset()
    data.partner("a")
    data.partner("b")
    data.offer("o1", of: "a", "hall", "law") { $0.kind = .rooms }
    data.offer("o2", of: "a", "hall") { $0.kind = .rooms }
    data.offer("o3", of: "b", "law")
    data.need("n1", of: "b", "Hall")
    data.need("n2", of: "a", "law")
    let network = data.network()
    #expect(
      SoleProvider.all(network) == [
        SoleProvider(partner: 0, subject: .kind(.rooms), offers: [0, 1], needs: []),
        SoleProvider(partner: 0, subject: .topic("hall"), offers: [0, 1], needs: [0]),
      ])
  }

  @Test("needs and offers that are left over, tasks nobody holds, municipalities nobody comes from")
  func leftOver() {
    var data = Dataset()
    data.partner("a") { $0.municipality = "Bad Ischl" }
    data.partner("b")
    data.need("n1", of: "a", "rooms") { $0.priority = .high }
    data.need("n2", of: "a", "rooms")
    data.need("n3", of: "a", "law")
    data.offer("o1", of: "b", "rooms")
    data.offer("o2", of: "b", "music")
    data.draft.municipalities = ["bad ischl", "Hallstatt"].map { MunicipalityRow(place: Self.place, name: $0) }
    data.draft.tasks = [
      TaskRow(place: Self.place, task: .finances, partner: "a"),
      TaskRow(place: Self.place, task: .phases, partner: nil),
    ]
    let network = data.network()
    let gaps = network.gaps()
    #expect(
      gaps.unmetNeeds == [UnmetNeed(need: 1, fittingOffers: [0]), UnmetNeed(need: 2, fittingOffers: [])])
    #expect(gaps.unusedOffers == [UnusedOffer(offer: 1, fitsSomeNeed: false)])
    #expect(gaps.municipalities == ["Hallstatt"])
    #expect(
      gaps.tasks?.filter { $0.holders.isEmpty }.map(\.task) == [.recruitment, .cooperation, .phases, .publicRelations])
    #expect(gaps.findings.contains { $0.fact == .noLead })
    #expect(gaps.findings.first { $0.kind == "unmetNeed" && $0.command == ["invite"] }?.priority == .low)
  }

  @Test("partners that missed the last three meetings, unless they joined later")
  func absence() {
    var data = Dataset()
    for id in ["always", "once", "never"] { data.partner(id) }
    data.partner("new") { $0.membership = Period(start: PartialDate(year: 2024, month: 3), end: nil)! }
    for (id, month) in [("m3", 4), ("m1", 1), ("m2", 2), ("m4", 6)] {
      var row = MeetingRow(place: Self.place, id: id)
      row.date = PartialDate(year: 2024, month: month)
      data.draft.meetings.append(row)
    }
    for (id, meetings) in [("always", ["m1", "m2", "m3", "m4"]), ("once", ["m2"]), ("never", [])] {
      for meeting in meetings {
        data.draft.attendances.append(AttendanceRow(place: Self.place, partner: id, meeting: meeting))
      }
    }
    let late = data.network()
    let absence = MeetingAbsence(late)
    #expect(absence?.meetings == [2, 0, 3])
    #expect(late.ids(absence?.absent ?? []) == ["never"])
    // In May the last three meetings are those of January, February and April.
    data.draft.settings.date = PartialDate(year: 2024, month: 5)
    let earlier = data.network()
    #expect(MeetingAbsence(earlier)?.meetings == [1, 2, 0])
    data.draft.settings.date = PartialDate(year: 2024, month: 3)
    #expect(MeetingAbsence(data.network()) == nil)
  }

  @Test("ties that ended before the network's day")
  func endedTies() {
    var data = Dataset()
    for id in ["a", "b", "c"] { data.partner(id) }
    let old = Period(start: nil, end: PartialDate(year: 2022))!
    data.tie("a", "b") {
      $0.period = old
      $0.field = "courses"
    }
    data.tie("b", "c") {
      $0.period = old
      $0.field = "rooms"
    }
    data.tie("c", "b") { $0.field = "law" }
    #expect(data.network().gaps().endedTies == nil)
    #expect(data.network().gaps().findings.contains { $0.fact == .noDay })
    data.draft.settings.date = PartialDate(year: 2023)
    let whole = data.network()
    let gaps = whole.onItsDay().gaps(among: whole)
    #expect(
      gaps.endedTies?.map { [$0.source, $0.target, $0.field] } == [["a", "b", "courses"], ["b", "c", "rooms"]])
    #expect(gaps.endedTies?.map(\.isStillTied) == [false, true])
    #expect(gaps.isolated == [0])
  }

  @Test("an empty sketch has gaps of the plainest kind only")
  func smallest() {
    var data = Dataset()
    data.partner("a")
    let gaps = data.network().gaps()
    #expect(gaps.findings.map(\.kind) == ["noLead", "isolatedPartner"])
    #expect(gaps.sectorPairs == [] && gaps.leadDependence == nil && !gaps.lacksRequired)
  }
}

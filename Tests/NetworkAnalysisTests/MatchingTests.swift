import GraphCore
import NetworkModel
import Testing

@testable import NetworkAnalysis

@Suite struct MatchingTests {
  @Test("Musterland: four needs and four offers")
  func musterland() {
    // Source: brute force; greedy reaches 22.
    var data = Dataset()
    data.partner("p")
    data.partner("q")
    for number in 1...4 {
      data.need("n\(number)", of: "p", "x\(number)")
      data.offer("o\(number)", of: "q", "y\(number)")
    }
    for (need, row) in [[9, 8, 0, 2], [8, 1, 3, 0], [0, 7, 6, 5], [4, 0, 6, 0]].enumerated() {
      for (offer, fit) in row.enumerated() { data.fit("n\(need + 1)", "o\(offer + 1)", Double(fit)) }
    }
    let result = data.network().matching()
    #expect(result.value == 27)
    #expect(result.pairs.map { [$0.need, $0.offer] } == [[0, 1], [1, 0], [2, 3], [3, 2]])
    #expect(result.pairs.map(\.fit) == [8, 8, 5, 6] && result.unmet.isEmpty && result.unused.isEmpty)
  }

  @Test("fit is the share of common topics, 0 for other kinds and for one's own offers")
  func fits() {
    var data = Dataset()
    data.partner("p")
    data.partner("q")
    data.need("n1", of: "p", "Rooms", "courses", "rooms") { $0.kind = .rooms }
    data.need("n2", of: "q", "law")
    data.offer("o1", of: "q", "ROOMS", "law", "music")
    data.offer("o2", of: "q", "rooms") { $0.kind = .equipment }
    data.offer("o3", of: "p", "rooms", "courses")
    data.offer("o4", of: "q", "law")
    data.fit("n2", "o3", 0.7)
    let table = FitTable(data.network())
    #expect(table.offers == [[FitTable.Entry(offer: 0, fit: 0.25)], [FitTable.Entry(offer: 2, fit: 0.7)]])
    #expect(table.fit(need: 0, offer: 3) == 0)
  }

  @Test("an urgent need goes first, capacity serves several, and the rest is said")
  func capacity() {
    var data = Dataset()
    data.partner("p")
    data.partner("q")
    for (id, priority) in [("n1", Need.Priority.low), ("n2", .high), ("n3", .normal)] {
      data.need(id, of: "p", "rooms") { $0.priority = priority }
    }
    data.need("n4", of: "p", "law")
    data.offer("o1", of: "q", "rooms") { $0.capacity = 2 }
    data.offer("o2", of: "q", "music")
    let result = data.network().matching()
    #expect(result.pairs.map { [$0.need, $0.offer] } == [[1, 0], [2, 0]] && result.value == 5)
    #expect(result.unmet == [0, 3] && result.unused == [1])
  }

  @Test("most ideas are carried, then the largest budget; the rest lacks what it lacks")
  func funding() {
    var data = Dataset()
    data.partner("p")
    func idea(_ id: String, _ budget: Double?, field: String? = nil, status: Project.Status = .idea) {
      var row = ProjectRow(place: RowPlace(table: 0, line: 2), name: id)
      row.status = status
      row.budget = budget
      row.field = field
      data.draft.projects.append(row)
    }
    idea("large", 900)
    idea("health", 300, field: "Health")
    idea("small", 400)
    idea("other", 450, field: "sport")
    idea("vague", nil)
    idea("running", 10, status: .running)
    data.offer("f1", of: "p", "health") {
      $0.kind = .funds
      $0.amount = 1000
    }
    data.offer("f2", of: "p") {
      $0.kind = .funds
      $0.amount = 500
    }
    data.offer("f3", of: "p", "sport") {
      $0.kind = .funds
      $0.amount = 200
    }
    let funding = data.network().matching().funding
    // Two of four can be carried: f1 carries the large one, f2 the one with the larger budget.
    #expect(funding.carried == [Funding.Carried(idea: 0, offer: 0), Funding.Carried(idea: 3, offer: 1)])
    #expect(
      funding.lacking == [
        Funding.Lacking(idea: 1, amount: 300, nearest: nil), Funding.Lacking(idea: 2, amount: 200, nearest: 2),
      ])
    #expect(funding.withoutBudget == [4])
  }

  @Test("circles of exchange")
  func cycles() {
    var data = Dataset()
    for id in ["a", "b", "c", "d", "e"] { data.partner(id) }
    // a → b → c → a, and a ⇄ d; e gives and gets nothing back.
    for (giver, receiver) in [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d"), ("d", "a"), ("a", "e")] {
      data.need("n\(giver)\(receiver)", of: receiver, "\(giver)\(receiver)")
      data.offer("o\(giver)\(receiver)", of: giver, "\(giver)\(receiver)")
    }
    let cycles = data.network().matching().cycles
    #expect(cycles.first.map(\.partners) == [[0, 3], [0, 1, 2]] && cycles.count == 2)
    #expect(cycles.first[1].steps.map(\.offer) == [0, 1, 2] && cycles.first[1].steps.map(\.need) == [0, 1, 2])
  }

  @Test("the assignment agrees with trying every one, and is the first", arguments: 0..<1000 as Range<UInt64>)
  func enumeration(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rowCount = random.below(7)
    let capacity = (0..<random.below(6)).map { _ in 1 + random.below(4) / 3 }
    let largest = 1 + random.below(3)
    let density = [0.3, 0.5, 1][random.below(3)]
    let rows = (0..<rowCount).map { _ in
      capacity.indices.filter { _ in random.unit() < density }
        .map { CapacityAssignment.Pair(column: $0, weight: 1 + random.below(largest)) }
    }
    var best: (weight: Int, columns: [Int]) = (-1, [])
    var load = [Int](repeating: 0, count: capacity.count)
    // Columns in order, none last: the first assignment met with the largest weight is the one to find.
    func assign(_ row: Int, _ weight: Int, _ columns: [Int]) {
      if row == rowCount {
        if weight > best.weight { best = (weight, columns) }
        return
      }
      for pair in rows[row] where load[pair.column] < capacity[pair.column] {
        load[pair.column] += 1
        assign(row + 1, weight + pair.weight, columns + [pair.column])
        load[pair.column] -= 1
      }
      assign(row + 1, weight, columns + [capacity.count])
    }
    assign(0, 0, [])
    let result = CapacityAssignment(rows: rows, capacity: capacity)
    #expect(result.column.map { $0 ?? capacity.count } == best.columns)
  }

  @Test("circles agree with trying every order of partners", arguments: 0..<80 as Range<UInt64>)
  func cycleEnumeration(seed: UInt64) {
    let network = Dataset.random(seed: seed, largest: 6).network()
    let fits = FitTable(network)
    func gives(_ a: Int, _ b: Int) -> Bool {
      network.needs.indices.contains { need in
        network.needs[need].partner == b && fits.offers[need].contains { network.offers[$0.offer].partner == a }
      }
    }
    let n = network.partners.count
    var expected: Set<[Int]> = []
    for size in 2...4 {
      var paths: [[Int]] = (0..<n).map { [$0] }
      for _ in 1..<size { paths = paths.flatMap { path in (0..<n).filter { !path.contains($0) }.map { path + [$0] } } }
      for path in paths where path.min() == path[0] {
        if path.indices.allSatisfy({ gives(path[$0], path[($0 + 1) % size]) }) { expected.insert(path) }
      }
    }
    let cycles = ExchangeCycles(network, fits: fits, limit: 1000)
    #expect(cycles.count == expected.count && Set(cycles.first.map(\.partners)) == expected)
  }
}

extension MatchingTests {
  @Test("funding agrees with trying every assignment", arguments: 0..<150 as Range<UInt64>)
  func fundingEnumeration(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var data = Dataset()
    data.partner("p")
    for number in 0..<random.below(5) {
      var row = ProjectRow(place: RowPlace(table: 0, line: 2), name: "i\(number)")
      row.status = .idea
      row.budget = Double(100 * (1 + random.below(5)))
      row.field = [nil, "a", "b"][random.below(3)]
      data.draft.projects.append(row)
    }
    for number in 0..<random.below(4) {
      let topic = ["", "a", "b"][random.below(3)]
      let amount = Double(100 * (1 + random.below(5)))
      let capacity = 1 + random.below(2)
      data.offer("f\(number)", of: "p", topic) {
        $0.kind = .funds
        $0.amount = amount
        $0.capacity = capacity
      }
    }
    let network = data.network()
    var best: (count: Int, budget: Double) = (0, 0)
    var left = network.offers.map(\.capacity)
    func carry(_ idea: Int, _ count: Int, _ budget: Double) {
      if idea == network.projects.count {
        if (count, budget) > best { best = (count, budget) }
        return
      }
      carry(idea + 1, count, budget)
      let project = network.projects[idea]
      for (position, offer) in network.offers.enumerated()
      where left[position] > 0 && offer.amount! >= project.budget!
        && (project.field == nil || offer.topics == [""] || offer.topics == [project.field!])
      {
        left[position] -= 1
        carry(idea + 1, count + 1, budget + project.budget!)
        left[position] += 1
      }
    }
    carry(0, 0, 0)
    let funding = network.matching().funding
    #expect(funding.carried.count == best.count)
    #expect(funding.carried.reduce(0) { $0 + network.projects[$1.idea].budget! } == best.budget)
    #expect(funding.carried.count + funding.lacking.count == network.projects.count)
    for lack in funding.lacking { #expect(lack.amount > 0 && lack.amount <= network.projects[lack.idea].budget!) }
  }
}

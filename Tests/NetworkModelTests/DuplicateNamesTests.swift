import Testing

@testable import NetworkModel

@Suite struct DuplicateNamesTests {
  @Test(
    "finds names that mean the same partner",
    arguments: [
      ("VHS Krems", "Volkshochschule Krems"),
      ("Lindau Tourismus und Kongress GmbH", "Lindau Tourismus & Kongress GmbH"),
      ("Kanton Appenzell Innerhhoden", "Kanton Appenzell Innerrhoden"), ("Bodensee-Stiftung", "Bodensee Stiftung"),
      ("Museumsverein Krems e.V.", "Museumsverein Krems"), ("St. Gallen Tourismus", "Sankt Gallen Tourismus"),
      ("Öko-Institut Graz", "Oekoinstitut Graz"), ("Krems VHS", "VHS Krems"),
    ])
  func same(first: String, second: String) {
    #expect(pairs([first, "Ganz etwas anderes", second]) == [[0, 2]])
  }

  @Test(
    "leaves apart what only looks alike",
    arguments: [
      ("Volksschule 1", "Volksschule 2"), ("Hochschule A", "Hochschule B"), ("NMS Ost", "NMS West"),
      ("Kanton Appenzell Ausserrhoden", "Kanton Appenzell Innerrhoden"), ("Gemeinde Au", "Gemeinde Alt"),
      ("999888777", "999888778"),
    ])
  func different(first: String, second: String) {
    #expect(pairs([first, second]) == [])
  }

  private func pairs(_ names: [String]) -> [[Int]] {
    DuplicateNames.pairs(in: names.map { Partner(id: $0, name: $0) }).map { [$0.first, $0.second] }
  }

  @Test("the review warns, and goes on")
  func warning() throws {
    let review = Network.review(draft(partners: ["VHS Krems", "Volkshochschule Krems"]))
    #expect(
      review.sentences == [
        "partners.csv:3: name: \"Volkshochschule Krems\" may be the same partner as \"VHS Krems\" (partners.csv:2); "
          + "if so, keep one row"
      ])
    #expect(try review.get().partners.count == 2)
  }

  @Test("names that only ties bring are compared too, and located where they first stand")
  func namesInTies() {
    let review = Network.review(draft(ties: [("VHS Krems", "Museum"), ("Museum", "Volkshochschule Krems")]))
    #expect(review.problems.map(\.code) == [.likelyDuplicate])
    #expect(review.sentences[0].hasPrefix("ties.csv:3: target: \"Volkshochschule Krems\" may be the same partner"))
  }
}

import NetworkModel
import Testing

@Suite struct SectorTests {
  private let template = SectorTemplate(
    id: "small", name: Localized("small"),
    groups: [
      SectorGroup(
        id: "education", name: Localized(en: "Education", de: "Bildung"),
        sectors: [
          Sector(
            id: "adult_education", name: Localized(en: "Adult education", de: "Erwachsenenbildung"), synonyms: ["VHS"]),
          Sector(id: "school", name: Localized(en: "School", de: "Schule")),
        ])
    ])

  private func review(_ sectors: [[String]]) -> NetworkReview {
    var draft = draft(partners: sectors.indices.map { "Partner \($0)\($0)\($0)" })
    for (index, words) in sectors.enumerated() { draft.partners[index].sectors = words }
    return Network.review(draft, template: template)
  }

  @Test("reads ids, names in both languages and synonyms, whatever the case")
  func words() throws {
    let network = try review([["adult_education"], ["ERWACHSENENBILDUNG"], ["Adult Education"], ["vhs", "Schule"]])
      .get()
    #expect(
      network.partners.map(\.sectors) == [
        ["adult_education"], ["adult_education"], ["adult_education"], ["adult_education", "school"],
      ])
    #expect(network.partners[3].mainSector == "adult_education")
  }

  @Test("an unknown sector is one warning, however often it stands, and stays a sector of its own")
  func unknown() throws {
    let review = review([["Schule"], ["Kloster"], ["kloster"], ["Schuhle"]])
    #expect(
      review.sentences.count == 2 && review.sentences[0].contains("\"Kloster\" (2×) is no sector of the template small")
    )
    #expect(review.problems[1].suggestion == "Schule")
    let network = try review.get()
    #expect(network.partners.map(\.sectors) == [["school"], ["Kloster"], ["Kloster"], ["Schuhle"]])
    #expect(network.sectorIDs == ["adult_education", "school", "Kloster", "Schuhle"])
    #expect(network.sectorName("school")[.german] == "Schule")
  }

  @Test("a template that knows none of the words says nothing about the dataset")
  func foreignWords() throws {
    let review = review([["public"], ["private"]])
    #expect(review.problems.isEmpty)
    #expect(try review.get().template == nil)
  }

  @Test("an empty cell is no sector, not a sector that all empty cells share")
  func empty() throws {
    let partners = try review([[], ["n/a"], ["k. A."], ["school"]]).get().partners
    #expect(partners.map(\.mainSector) == [nil, nil, nil, "school"])
  }
}

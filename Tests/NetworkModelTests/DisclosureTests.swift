import NetworkModel
import Testing

@Suite struct DisclosureTests {
  @Test("a public network holds no secret: neither by value nor in any text of it")
  func nothingLeaks() throws {
    var draft = draft(partners: ["Bibliothek", "Frau Geheim", "Verein Geheim"], ties: [("Bibliothek", "Frau Geheim")])
    for index in draft.partners.indices {
      draft.partners[index].contact = "geheim@example.org"
      draft.partners[index].position = "geheime Position"
      draft.partners[index].attributes = [Attribute(name: "Notiz", value: "geheim")]
    }
    draft.partners[1].kind = .person
    draft.partners[1].id = "geheim-1"
    draft.partners[1].short = "Geheim"
    draft.partners[1].municipality = "Geheimdorf"
    draft.partners[1].website = "https://geheim.example.org"
    draft.partners[1].resources = ["Geheimwissen"]
    draft.partners[1].sectors = ["Kultur"]
    draft.partners[2].consent = false
    draft.ties[0].trust = 2
    draft.ties[0].attributes = [Attribute(name: "Notiz", value: "geheim")]
    draft.candidates = [CandidateRow(place: RowPlace(table: 0, line: 2), name: "Geheimkandidatin")]
    let place = RowPlace(table: 0, line: 2)
    draft.ties[0].field = "Kurs bei Frau Geheim"
    draft.offers = ["Geheim", "Bibliothek"].map { OfferRow(place: place, partner: $0, topics: ["Räume von \($0)"]) }
    draft.offers[1].id = "geheim-2"
    draft.needs = [NeedRow(place: place, partner: "Frau Geheim", topics: ["Geld"])]
    draft.projects = [ProjectRow(place: place, name: "Verein Geheim zieht um")]
    draft.meetings = [MeetingRow(place: place, id: "geheim-3")]
    draft.meetings[0].topic = "Besuch im Verein Geheim"
    draft.tasks = [TaskRow(place: place, task: .finances, partner: "Frau Geheim")]
    let network = try Network.review(draft).get().disclosed(in: .german)
    #expect(
      network.offers.map(\.topics) == [["Räume von Bibliothek"]] && network.needs.isEmpty && network.tasks.isEmpty)
    #expect(network.projects.map(\.name) == ["Projekt 1"] && network.partners[1].kind == .person)
    #expect(network.partners.map(\.name) == ["Bibliothek", "Kultur", "Partner"])
    #expect(network.partners.map(\.id) == ["p1", "p2", "p3"])
    #expect(network.ties[0].trust == nil)
    var dumped = ""
    dump(network, to: &dumped)
    #expect(!dumped.lowercased().contains("geheim"))
  }
}

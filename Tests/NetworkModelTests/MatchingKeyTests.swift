import NetworkModel
import Testing

@Suite struct MatchingKeyTests {
  @Test(
    "takes spellings of one word for the same",
    arguments: [
      ("Öffentlich", "oeffentlich"), ("o\u{308}ffentlich", "ÖFFENTLICH"), ("Straße", "STRASSE"), ("Łódź", "lodz"),
      ("Ångström", "angstroem"), ("Café", "cafe\u{301}"), (" Volks-Hochschule ", "volks_hochschule"),
      ("Bad\u{A0}Ischl", "bad  ischl"),
    ])
  func same(a: String, b: String) {
    #expect(a.matchingKey == b.matchingKey)
  }

  @Test(
    "keeps different words apart",
    arguments: [("Volks-Hochschule", "Volkshochschule"), ("Öd", "Od"), ("Schule 1", "Schule 2"), ("A & B", "A B")])
  func different(a: String, b: String) {
    #expect(a.matchingKey != b.matchingKey)
  }
}

import Testing

@testable import NetworkModel

/// What becomes of columns that regionet does not know where several rows are one record.
@Suite struct AttributeUnionTests {
  @Test("keeps each value once, in the order in which they come")
  func values() {
    let rows = [
      [("note", "a; b")], [("place", "X"), ("note", "b")], [("note", "c;d")], [("note", "d"), ("note", "c;d")],
    ]
    let union = [Attribute].union(of: rows.map { $0.map { Attribute(name: $0.0, value: $0.1) } })
    #expect(union == [Attribute(name: "note", value: "a; b; c;d"), Attribute(name: "place", value: "X")])
  }

  @Test("takes no longer for each value the more there are", .timeLimit(.minutes(1)))
  func manyValues() {
    let rows = (0..<50_000).map { [Attribute(name: "note", value: "value \($0)")] }
    let union = [Attribute].union(of: rows)
    #expect(union.count == 1 && union[0].value.hasSuffix("; value 49998; value 49999"))
  }
}

import NetworkModel
import Testing

@Suite struct NameIndexTests {
  @Test("knows a name again exactly where a dictionary does")
  func equality() {
    // Kelvin, Greek question mark and Greek grave accent are the same as ASCII letters; ä can be written in two ways.
    let names = [
      "K", "\u{212A}", "k", ";", "\u{37E}", "`", "\u{1FEF}", "a\u{308}", "ä", "K\u{308}", "\u{212A}\u{308}", "", "K;",
    ]
    for order in [names, names.reversed()] {
      var index = NameIndex()
      var numbers: [String: Int] = [:]
      for name in order {
        let known = index.add(name)
        #expect(known == numbers[name], "\(name)")
        if numbers[name] == nil { numbers[name] = numbers.count }
      }
      for name in names { #expect(index.number(of: name) == numbers[name], "\(name)") }
      #expect(index.count == numbers.count && index.number(of: "\u{37E};") == nil)
    }
  }
}

import Foundation
import Testing

@Suite struct NumberOptionTests {
  /// Commands, each with an option that takes a number, and the least that it may be.
  static let options: [(words: [String], option: String, least: Int)] = [
    (["measure"], "--top", 1), (["measure"], "--threads", 1), (["lose"], "--work", 1), (["lose"], "--worst", 1),
    (["lose"], "--limit", 1), (["invite"], "--limit", 1), (["connect"], "--limit", 1), (["connect"], "--ties", 1),
    (["match"], "--limit", 1), (["gaps"], "--limit", 1), (["seat"], "--groups", 1),
    (["seat", "--groups", "3"], "--rounds", 1), (["map"], "--max-labels", 0), (["map"], "--threads", 1),
  ]

  @Test("a negative number is told in the user's language, with what is allowed", arguments: options)
  func negative(words: [String], option: String, least: Int) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    for (language, sentence) in [
      ("de", "\(option) ist \(least) oder mehr."), ("en", "\(option) is \(least) or more."),
    ] {
      let outcome = try runner.run(words + [CommandRunner.data("musterland"), option, "-1", "--lang", language])
      #expect(outcome.status == 64 && outcome.output.isEmpty)
      #expect(outcome.talk.contains(sentence), "\(outcome.talk)")
    }
  }

  @Test(
    "so is a number outside a range",
    arguments: [
      ("--seed", "-1", "0 bis 4294967295"), ("--seed", "4294967296", "0 bis 4294967295"),
      ("--dpi", "-1", "zwischen 20 und 1200"),
      ("--sector-pull", "-0,5", "von 0 bis 1"),
    ])
  func range(option: String, number: String, told: String) throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    let outcome = try runner.run("map", CommandRunner.data("musterland"), option, number, "-o", "map.png")
    #expect(outcome.status != 0 && outcome.talk.contains(told) && !runner.exists("map.png"), "\(outcome.talk)")
  }

  @Test("the ends of the range of --seed draw two pictures, each the same every time")
  func seed() throws {
    let runner = try CommandRunner()
    defer { runner.remove() }
    for (seed, file) in [("0", "a.svg"), ("0", "b.svg"), ("4294967295", "c.svg")] {
      #expect(try runner.run("map", CommandRunner.data("musterland"), "--seed", seed, "-o", file).status == 0)
    }
    #expect(try runner.read("a.svg") == runner.read("b.svg") && runner.read("a.svg") != runner.read("c.svg"))
  }
}

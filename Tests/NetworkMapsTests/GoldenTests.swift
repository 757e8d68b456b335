import Foundation
import NetworkModel
import Testing

@testable import NetworkMaps

/// Scenes as DOT text, byte for byte: measured with fixed metrics and laid out without libgraphviz, so that they are
/// the same on every machine. After a wanted change, look at the picture, then run the tests with
/// REGIONET_RECORD_GOLDEN=1.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")

  func check(_ scene: MapScene, _ name: String) throws {
    let text = try MapDrawing.render(scene, as: .dot)
    let file = Self.folder.appendingPathComponent(name + ".dot")
    if ProcessInfo.processInfo.environment["REGIONET_RECORD_GOLDEN"] == "1" { try Data(text).write(to: file) }
    #expect(try text == Array(Data(contentsOf: file)), "\(name).dot")
  }

  @Test("a network at given places")
  func network() throws {
    var options = MapOptions()
    options.positions = SampleInput.smallPositions
    options.showsHulls = true
    try check(NetworkMap.scene(of: SampleInput.small, options: options, measuring: FixedMetrics()).scene, "network")
  }

  @Test("the sectors, one of them missing")
  func sectors() throws {
    var options = MapOptions()
    options.kind = .sectors
    try check(NetworkMap.scene(of: SampleInput.small, options: options, measuring: FixedMetrics()).scene, "sectors")
  }

  @Test("logos at the foot of a sheet with a hull of its own colour")
  func style() throws {
    var options = LogoTests.options(LogoTests.mixed)
    options.positions = SampleInput.smallPositions
    options.orientation = .portrait
    options.theme = .dark
    options.colors = ["a": MapColor(0xFFD200)]
    try check(NetworkMap.scene(of: SampleInput.small, options: options, measuring: FixedMetrics()).scene, "style")
  }
}

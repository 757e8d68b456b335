import Foundation
import NetworkAnalysis
import NetworkFiles
import NetworkModel
import NetworkReports
import Testing

/// The example networks that ship with the package.
enum Example {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func network(_ name: String) throws -> Network {
    let folder = repository.appending(path: "Data/\(name)").path
    let draft = try Dataset.read(folder)
    let template = try SectorTemplates.find(draft.settings.template ?? "lernende-region", dataset: folder)
    return try Network.review(draft, template: template).get()
  }

  static func musterland() throws -> Network { try network("musterland") }

  static let command = CommandText(dataset: ["Data/musterland"])
}

extension JSONValue {
  var texts: [String] { items.compactMap { if case .string(let text) = $0 { text } else { nil } } }
  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  var double: Double? { if case .number(let number) = self { number } else { nil } }
  var keys: [String] { if case .object(let members) = self { members.map(\.key) } else { [] } }

  /// A value in objects within objects.
  func at(_ keys: String...) throws -> JSONValue {
    try keys.reduce(self) { value, key in try #require(value[key], "no key \(key)") }
  }
}

/// Whether two numbers agree in the four decimals that sources give.
func isClose(_ value: JSONValue?, _ expected: Double) -> Bool {
  value?.double.map { abs($0 - expected) < 0.00005 } ?? false
}

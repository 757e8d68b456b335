import Foundation

/// A folder of small files that lives as long as a test.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String] = [:]) {
    path = NSTemporaryDirectory() + "regionet-" + UUID().uuidString
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) {
    precondition(FileManager.default.createFile(atPath: path + "/" + name, contents: Data(bytes)))
  }

  func file(_ name: String) -> String { path + "/" + name }

  func bytes(_ name: String) -> [UInt8] { Array(FileManager.default.contents(atPath: file(name)) ?? Data()) }
}

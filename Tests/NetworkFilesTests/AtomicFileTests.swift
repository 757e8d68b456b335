import Foundation
import NetworkModel
import Testing

@testable import NetworkFiles

@Suite struct AtomicFileTests {
  @Test("writes a new file and replaces an old one, leaving nothing else behind")
  func replacing() throws {
    let folder = TemporaryFolder(["old.txt": "old"])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file("old.txt"))
    try AtomicFile.write(Array("new".utf8), to: folder.file("old.txt"))
    try AtomicFile.write([UInt8](), to: folder.file("empty.txt"))
    #expect(folder.bytes("old.txt") == Array("new".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["empty.txt", "old.txt"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.file("old.txt"))[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test("follows a link, and writes into what is no plain file")
  func special() throws {
    let folder = TemporaryFolder(["real.txt": "old"])
    try FileManager.default.createSymbolicLink(atPath: folder.file("link.txt"), withDestinationPath: "real.txt")
    try AtomicFile.write(Array("new".utf8), to: folder.file("link.txt"))
    #expect(folder.bytes("real.txt") == Array("new".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link.txt")) == "real.txt")
    try AtomicFile.write(Array("x".utf8), to: "/dev/null")
  }

  @Test("says why a file cannot be written, and leaves no temporary file")
  func failures() throws {
    let folder = TemporaryFolder(["a": "x"])
    for path in [folder.path, folder.file("no/such/file"), folder.file("a/b"), "/dev/full"] {
      do {
        try AtomicFile.write(Array("x".utf8), to: path)
        Issue.record("\(path) cannot be written")
      } catch {
        #expect(error.problem.code == .fileUnwritable)
        #expect(error.problem.message.english != error.problem.message.german)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test("makes folders with those they lie in")
  func folders() throws {
    let folder = TemporaryFolder(["file": ""])
    try AtomicFile.makeFolder(folder.file("a/b/c"))
    try AtomicFile.makeFolder(folder.file("a/b/c"))
    #expect(PathKind(folder.file("a/b/c")) == .folder)
    #expect(throws: UnwritableFile.self) { try AtomicFile.makeFolder(folder.file("file")) }
  }
}

import Foundation
import Testing

/// Runs the built command as a user does, in a folder of its own.
struct CommandRunner {
  struct Outcome {
    let status: Int32
    let output: Data
    let talk: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The folder of this run; goes away with `remove()`.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "regionet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func data(_ name: String) -> String { repository.appending(path: "Data").appending(path: name).path }

  /// The command, built beside the tests.
  private static let command: URL = {
    let tests = URL(filePath: CommandLine.arguments[0])
    var folder = tests.deletingLastPathComponent()
    while folder.path != "/" {
      let command = folder.appending(path: "regionet")
      if FileManager.default.isExecutableFile(atPath: command.path), !isFolder(command) { return command }
      folder = folder.deletingLastPathComponent()
    }
    return repository.appending(path: ".build/debug/regionet")
  }()

  /// Sanitizers take terabytes of addresses for themselves.
  private static let isSanitized: Bool = {
    let variables = ProcessInfo.processInfo.environment
    return variables["ASAN_OPTIONS"] != nil || variables["TSAN_OPTIONS"] != nil
  }()

  private static func isFolder(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  /// Runs the command with German as its language and no terminal.
  func run(
    _ arguments: String..., input: Data? = nil, environment: [String: String] = [:], addressLimit: Int? = nil
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment, addressLimit: addressLimit)
  }

  /// - Parameter addressLimit: how many kilobytes of addresses the process may have.
  func run(
    _ arguments: [String], input: Data? = nil, environment: [String: String] = [:], addressLimit: Int? = nil
  ) throws -> Outcome {
    let process = Process()
    if let addressLimit, !Self.isSanitized {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "ulimit -v \(addressLimit); exec \"$0\" \"$@\"", Self.command.path] + arguments
    } else {
      process.executableURL = Self.command
      process.arguments = arguments
    }
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment.filter {
      !["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"].contains($0.key)
    }
    variables.merge(environment) { $1 }
    process.environment = variables
    // Files instead of pipes: no output is too long for them.
    let output = folder.appending(path: ".stdout-\(UUID().uuidString)")
    let talk = folder.appending(path: ".stderr-\(UUID().uuidString)")
    for file in [output, talk] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    defer { for file in [output, talk] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: talk)
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      try process.run()
      try pipe.fileHandleForWriting.write(contentsOf: input)
      try pipe.fileHandleForWriting.close()
    } else {
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try Data(contentsOf: output),
      talk: String(decoding: try Data(contentsOf: talk), as: UTF8.self))
  }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: name).path) }
}

import Glibc
import NetworkFiles
import NetworkModel

/// The two streams: data to standard output, talk to standard error.
enum Console {
  /// Writes all bytes to standard output; a reader that has closed the pipe has seen enough, which is no error.
  static func write(_ bytes: some Collection<UInt8>) throws {
    let data = ContiguousArray(bytes)
    var written = 0
    while written < data.count {
      let count = data.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress! + written, $0.count - written) }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        Glibc.exit(0)
      } else if errno != EINTR && errno != EAGAIN {
        throw Failure(
          .invalidInput,
          Localized(
            en: "standard output cannot be written: \(String(cString: strerror(errno)))",
            de: "die Standardausgabe kann nicht geschrieben werden: \(String(cString: strerror(errno)))"))
      }
    }
  }

  static func write(_ text: String) throws { try write(text.utf8) }

  /// Writes all bytes to a file, or to standard output where it is called `-`; never over what was read.
  static func write(_ bytes: [UInt8], to file: String) throws {
    if file == "-" { return try write(bytes) }
    try refuseToReplaceSource(file)
    try AtomicFile.write(bytes, to: file)
  }

  /// Files and folders that the command reads. Set before anything is written, and by one thread.
  nonisolated(unsafe) private static var sources: Set<String> = []

  static func protect(_ files: [String]) { sources.formUnion(files.compactMap(realPath)) }

  /// Stops where the output would take the place of the data that it is made of.
  static func refuseToReplaceSource(_ file: String) throws {
    guard let path = realPath(file), sources.contains(path) else { return }
    throw Failure(
      .wrongUsage,
      Localized(
        en: "\(file) holds the data that are read; nothing was written. Give the output another name",
        de:
          "\(file) enthält die Daten, die gelesen werden; nichts wurde geschrieben. Geben Sie der Ausgabe einen anderen Namen"
      ))
  }

  static func exists(_ file: String) -> Bool { realPath(file) != nil }

  /// nil where there is no such file.
  private static func realPath(_ file: String) -> String? {
    guard let path = realpath(file, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// Says something to the person at the terminal.
  static func say(_ text: String) {
    var line = ContiguousArray(text.utf8)
    line.append(0x0A)
    line.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(STDERR_FILENO, bytes.baseAddress! + written, bytes.count - written)
        if count < 0 && errno != EINTR { return }
        written += max(0, count)
      }
    }
  }

  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The width of the terminal; nil where the output goes elsewhere.
  static var outputWidth: Int? {
    guard isOutputTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

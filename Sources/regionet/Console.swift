import Glibc
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

import Glibc
import NetworkModel
import Synchronization

/// How far long work has come, on a terminal; nothing where standard error goes elsewhere, or the work is short.
final class ProgressBar: Sendable {
  private let started = ProgressBar.now()
  private let shown = Mutex<Int>(-1)
  private let word: String

  init(_ word: String) { self.word = word }

  /// Work shorter than this is over before anybody could read a bar.
  private static let patience = 0.8

  func show(_ share: Double) {
    guard Console.isErrorTerminal, Self.now() - started > Self.patience else { return }
    let percent = Int(share * 100)
    shown.withLock { last in
      guard percent != last else { return }
      last = percent
      let filled = min(30, max(0, percent * 30 / 100))
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      Self.write("\r\u{1B}[K\(word) \(bar) \(percent) %")
    }
  }

  /// Takes the bar away.
  func end() {
    shown.withLock { last in
      if last >= 0 { Self.write("\r\u{1B}[K") }
      last = -1
    }
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

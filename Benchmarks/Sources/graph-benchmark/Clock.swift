import Foundation

/// The time and memory this process has used.
enum Clock {
  /// User and system seconds of all threads.
  static func cpu() -> Double {
    let used = usage()
    return seconds(used.ru_utime) + seconds(used.ru_stime)
  }

  static func wall() -> Double { ProcessInfo.processInfo.systemUptime }

  static func peakMegabytes() -> Double { Double(usage().ru_maxrss) / 1024 }

  /// What is in memory now, without what is free in it; 0 where the system does not tell.
  static func residentBytes() -> Int {
    #if canImport(Glibc)
      // Not in the module, but in the library.
      if let trim = dlsym(nil, "malloc_trim") {
        _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> Int32).self)(0)
      }
    #endif
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let fields = text.split(separator: " ")
    return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * sysconf(Int32(_SC_PAGESIZE))
  }

  private static func usage() -> rusage {
    var used = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used)
    #else
      getrusage(RUSAGE_SELF, &used)
    #endif
    return used
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
}

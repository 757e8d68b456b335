import Glibc

enum Processors {
  /// Processors that this process may use, at least 1.
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

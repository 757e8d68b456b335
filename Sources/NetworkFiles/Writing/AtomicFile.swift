import NetworkModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that cannot be written.
public struct UnwritableFile: Error, Sendable, Hashable, CustomStringConvertible {
  public let problem: Problem

  public init(path: String, _ reason: Localized) {
    problem = Problem(.fileUnwritable, at: Location(file: path), reason)
  }

  public var description: String { problem.sentence(in: .english) }
}

extension Problem.Code {
  public static let fileUnwritable = Self(rawValue: "fileUnwritable")
}

/// Writes files so that a reader sees the old file or the new one, whole, whatever happens in between.
public enum AtomicFile {
  /// Writes bytes to a file; `-` is standard output.
  ///
  /// The bytes go to a new file in the same folder, are forced to the disk, and take the name of the old file, whose
  /// permissions they keep. Links are followed; what is no plain file (`/dev/null`, a pipe) is written to as it is. Nobody
  /// reading standard output any more is no error.
  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(UnwritableFile) {
    let bytes = ContiguousArray(bytes)
    if path == "-" {
      try write(bytes, to: STDOUT_FILENO, path: "standard output")
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw failure(path, EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path, errno) }
      defer { close(descriptor) }
      try write(bytes, to: descriptor, path: path)
      return
    }
    if exists, access(path, W_OK) != 0 { throw failure(path, errno) }
    try replace(exists ? resolved(path) : path, with: bytes, mode: exists ? status.st_mode & 0o7777 : nil, shown: path)
  }

  private static func replace(
    _ path: String, with bytes: ContiguousArray<UInt8>, mode: mode_t?, shown: String
  ) throws(UnwritableFile) {
    let folder = path.folderName
    var attempt = 0
    var temporary = ""
    var descriptor: Int32 = -1
    repeat {
      temporary = "\(folder).\(path.fileName).\(getpid()).\(attempt).tmp"
      // New files get what the user's mask allows.
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      attempt += 1
    } while descriptor < 0 && errno == EEXIST && attempt < 1000
    guard descriptor >= 0 else { throw failure(shown, errno) }
    do throws(UnwritableFile) {
      defer { close(descriptor) }
      if let mode { fchmod(descriptor, mode) }
      try write(bytes, to: descriptor, path: shown)
      guard fsync(descriptor) == 0 else { throw failure(shown, errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw failure(shown, code)
    }
    // The new name reaches the disk too; a folder that cannot be synced is no reason to fail.
    let directory = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  private static func write(
    _ bytes: ContiguousArray<UInt8>, to descriptor: Int32, path: String
  ) throws(UnwritableFile) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glue.write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE, descriptor == STDOUT_FILENO { return }
        throw failure(path, errno)
      }
      written += count
    }
  }

  /// Creates a folder, and those it lies in, unless it is there.
  public static func makeFolder(_ path: String) throws(UnwritableFile) {
    switch PathKind(path) {
    case .folder: return
    case .file:
      throw UnwritableFile(
        path: path, Localized(en: "there is a file of this name already", de: "es gibt schon eine Datei dieses Namens"))
    case .nothing:
      let parent = path.folderName
      if !parent.isEmpty, parent != "/", parent != path { try makeFolder(String(parent.dropLast())) }
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(path, errno) }
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ path: String, _ code: Int32) -> UnwritableFile {
    let reason = String(cString: strerror(code))
    switch code {
    case EACCES, EPERM, EROFS:
      return UnwritableFile(
        path: path,
        Localized(en: "you may not write here (\(reason))", de: "hier dürfen Sie nicht schreiben (\(reason))"))
    case ENOENT, ENOTDIR:
      return UnwritableFile(
        path: path,
        Localized(en: "there is no such folder; create it first", de: "diesen Ordner gibt es nicht; legen Sie ihn an"))
    case EISDIR:
      return UnwritableFile(path: path, Localized(en: "this is a folder", de: "das ist ein Ordner"))
    case ENOSPC, EDQUOT:
      return UnwritableFile(path: path, Localized(en: "the disk is full", de: "die Platte ist voll"))
    default:
      return UnwritableFile(
        path: path, Localized(en: "it cannot be written: \(reason)", de: "sie lässt sich nicht schreiben: \(reason)"))
    }
  }
}

/// Names of the C library that the methods above would hide.
private enum Glue {
  static func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer, count)
    #else
      Darwin.write(descriptor, buffer, count)
    #endif
  }
}

import NetworkModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of one file, mapped into memory where it is large.
final class FileBytes {
  private let buffer: UnsafeBufferPointer<UInt8>
  private let isMapped: Bool
  /// The bytes that the file has on the disk; a packed one has fewer than it holds.
  let sizeOnDisk: Int

  private init(buffer: UnsafeBufferPointer<UInt8>, isMapped: Bool, sizeOnDisk: Int? = nil) {
    self.buffer = buffer
    self.isMapped = isMapped
    self.sizeOnDisk = sizeOnDisk ?? buffer.count
  }

  /// Takes over memory that was allocated.
  convenience init(taking buffer: UnsafeMutableBufferPointer<UInt8>, sizeOnDisk: Int) {
    self.init(buffer: UnsafeBufferPointer(buffer), isMapped: false, sizeOnDisk: sizeOnDisk)
  }

  /// A copy of bytes that are in memory already.
  convenience init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(fromContentsOf: bytes)
    self.init(buffer: UnsafeBufferPointer(copy), isMapped: false)
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: buffer.baseAddress), buffer.count)
    } else {
      buffer.deallocate()
    }
  }

  var count: Int { buffer.count }

  /// The bytes, kept alive while the closure runs.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(buffer)
  }

  /// Below this many bytes reading is cheaper than mapping.
  private static let mappingThreshold = 1 << 18
  /// Nobody's partner list is larger; a pipe that never ends must not fill the memory.
  static let limit = 8 << 30

  /// The bytes of the file at a path; `-` is standard input.
  static func read(_ path: String) throws(UnreadableInput) -> FileBytes {
    let name = path.fileName
    if path == "-" { return try read(descriptor: STDIN_FILENO, name: "standard input") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(name, path: path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(name, path: path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw unreadable(name, path: path, EISDIR) }
    let size = Int(status.st_size)
    if status.st_mode & S_IFMT == S_IFREG, size >= mappingThreshold {
      let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
      if let address, address != MAP_FAILED {
        let bytes = address.bindMemory(to: UInt8.self, capacity: size)
        return FileBytes(buffer: UnsafeBufferPointer(start: bytes, count: size), isMapped: true)
      }
    }
    return try read(descriptor: descriptor, name: name)
  }

  /// All that an open file holds, to its end.
  static func read(descriptor: Int32, name: String) throws(UnreadableInput) -> FileBytes {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glue.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw unreadable(name, path: name, errno)
      }
      bytes.append(contentsOf: chunk[0..<count])
      guard bytes.count <= limit else {
        throw UnreadableInput(
          .fileTooLarge, at: Location(file: name),
          Localized(en: "larger than 8 GB; that is no partner list", de: "größer als 8 GB; das ist keine Partnerliste"))
      }
    }
    return FileBytes(bytes)
  }

  private static func unreadable(_ name: String, path: String, _ code: Int32) -> UnreadableInput {
    let location = Location(file: name)
    switch code {
    case ENOENT, ENOTDIR:
      return UnreadableInput(
        .fileMissing, at: location,
        Localized(
          en: "there is no such file or folder (\(path)); check the name",
          de: "diese Datei oder diesen Ordner gibt es nicht (\(path)); prüfen Sie den Namen"))
    case EACCES, EPERM:
      return UnreadableInput(
        .fileUnreadable, at: location,
        Localized(
          en: "you may not read this file; ask for the permission, or close it in the other program",
          de: "Sie dürfen diese Datei nicht lesen; bitten Sie um das Recht, oder schließen Sie sie im anderen Programm")
      )
    case EISDIR:
      return UnreadableInput(
        .fileUnreadable, at: location,
        Localized(en: "this is a folder, not a file", de: "das ist ein Ordner, keine Datei"))
    default:
      let reason = String(cString: strerror(code))
      return UnreadableInput(
        .fileUnreadable, at: location,
        Localized(en: "the file cannot be read: \(reason)", de: "die Datei lässt sich nicht lesen: \(reason)"))
    }
  }
}

/// Names of the C library that the methods above would hide.
private enum Glue {
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }
}

extension String {
  /// The last part of a path, without a trailing slash.
  var fileName: String {
    let trimmed = utf8.last == UInt8(ascii: "/") && utf8.count > 1 ? String(dropLast()) : self
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return trimmed }
    return String(trimmed[trimmed.utf8.index(after: slash)...])
  }
}

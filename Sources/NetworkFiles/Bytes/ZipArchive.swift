import CZip
import NetworkModel

/// A zip file in memory, read entry by entry through libzip.
///
/// Entries that unpack to far more than a table can be are refused: they are made to fill the memory.
final class ZipArchive {
  private let archive: OpaquePointer
  private let file: FileBytes
  let name: String
  /// Positions of the entries by name.
  private var positions: [String: zip_uint64_t] = [:]

  /// What an entry may always unpack to.
  private static let freeSize = 32 << 20
  /// What an entry may unpack to beyond that, as a multiple of its packed size. Sheets reach about 20.
  private static let largestRatio = 100

  init(_ file: FileBytes, name: String) throws(UnreadableInput) {
    self.file = file
    self.name = name
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // The archive keeps the file, so that the bytes outlive the source.
    let source = file.withBytes { zip_source_buffer_create($0.baseAddress, zip_uint64_t($0.count), 0, &error) }
    guard let source else { throw Self.damaged(name) }
    guard let archive = zip_open_from_source(source, zip_flags_t(ZIP_RDONLY).signed, &error) else {
      zip_source_free(source)
      throw Self.damaged(name)
    }
    self.archive = archive
    for index in 0..<zip_uint64_t(max(0, zip_get_num_entries(archive, 0))) {
      if let entry = zip_get_name(archive, index, 0) { positions[String(cString: entry)] = index }
    }
  }

  deinit { zip_discard(archive) }

  /// The size of the file itself.
  var packedSize: Int { file.count }

  var entryNames: [String] { positions.keys.sorted() }

  func contains(_ entry: String) -> Bool { positions[entry] != nil }

  /// Unpacks an entry piece by piece.
  ///
  /// - Parameters:
  ///   - limit: what the entry may unpack to.
  ///   - body: takes each piece; returns false to stop.
  func read(
    _ entry: String, limit: Int = .max, _ body: (UnsafeRawBufferPointer) -> Bool
  ) throws(UnreadableInput) {
    var status = zip_stat_t()
    guard let index = positions[entry], zip_stat_index(archive, index, 0, &status) == 0 else {
      throw Self.damaged(name)
    }
    let packed = min(Int(clamping: status.comp_size), file.count)
    let allowed = min(limit, max(Self.freeSize, packed.multipliedReportingOverflow(by: Self.largestRatio).partialValue))
    guard Int(clamping: status.size) <= allowed else { throw tooLarge() }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw UnreadableInput(
        .fileUnreadable, at: Location(file: name),
        Localized(
          en: "the file is protected by a password; save it without one",
          de: "die Datei ist mit einem Passwort geschützt; speichern Sie sie ohne"))
    }
    guard let stream = zip_fopen_index(archive, index, 0) else { throw Self.damaged(name) }
    defer { zip_fclose(stream) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { chunk.deallocate() }
    var total = 0
    while true {
      let count = zip_fread(stream, chunk.baseAddress, zip_uint64_t(chunk.count))
      guard count >= 0 else { throw Self.damaged(name) }
      if count == 0 { return }
      total += Int(count)
      // The size in the directory may lie.
      guard total <= allowed else { throw tooLarge() }
      if !body(UnsafeRawBufferPointer(rebasing: chunk[..<Int(count)])) { return }
    }
  }

  func tooLarge() -> UnreadableInput {
    UnreadableInput(
      .fileTooLarge, at: Location(file: name),
      Localized(
        en: "the file unpacks to far more than a table can hold; it is refused",
        de: "die Datei ist ausgepackt viel größer, als eine Tabelle sein kann; sie wird abgelehnt"))
  }

  static func damaged(_ name: String) -> UnreadableInput {
    UnreadableInput(
      .fileDamaged, at: Location(file: name),
      Localized(
        en: "the file is damaged or cut off; open it in the program that made it and save it again",
        de:
          "die Datei ist beschädigt oder abgeschnitten; öffnen Sie sie im Programm, das sie erzeugt hat, und speichern "
          + "Sie sie neu"))
  }
}

extension zip_flags_t {
  fileprivate var signed: Int32 { Int32(bitPattern: self) }
}

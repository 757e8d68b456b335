import CXlsxWriter
import NetworkModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One cell of a workbook to be written.
public enum WorkbookCell: Sendable, Hashable {
  case empty
  /// Stays text whatever it begins with: `=1+1` is no formula.
  case text(String)
  case number(Double)
  case day(CalendarDate)
}

/// One column of a sheet to be written.
public struct WorkbookColumn: Sendable, Hashable {
  public let title: String
  /// In letters; nil takes what the longest cell needs, at most 60.
  public let width: Double?
  /// The values that Excel offers and accepts; empty allows everything.
  public let choices: [String]
  /// Whether other values than the choices are accepted too, with a question.
  public let allowsOthers: Bool
  /// What Excel shows when the cell is chosen.
  public let hint: String?

  public init(
    title: String, width: Double? = nil, choices: [String] = [], allowsOthers: Bool = true, hint: String? = nil
  ) {
    self.title = title
    self.width = width
    self.choices = choices
    self.allowsOthers = allowsOthers
    self.hint = hint
  }
}

/// One sheet to be written: a table with a header.
public struct WorkbookSheet: Sendable, Hashable {
  public let name: String
  public let columns: [WorkbookColumn]
  public let rows: [[WorkbookCell]]

  public init(name: String, columns: [WorkbookColumn], rows: [[WorkbookCell]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// Writes Excel workbooks: bold headers that stay in view, a filter, columns as wide as their content.
///
/// The same tables give the same bytes: the date of creation is fixed.
public enum WorkbookWriter {
  /// The bytes of a workbook.
  ///
  /// Names of sheets are cut to the 31 letters Excel allows, and numbered where two are alike.
  public static func bytes(sheets: [WorkbookSheet], language: Language) throws(UnwritableFile) -> [UInt8] {
    var template = Array((temporaryFolder + "/regionet-XXXXXX").utf8CString)
    guard template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) != nil else {
      throw unwritable(String(cString: strerror(errno)))
    }
    let folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    let path = folder + "/workbook.xlsx"
    defer {
      unlink(path)
      rmdir(folder)
    }
    try write(sheets, language: language, to: path, folder: folder)
    do {
      return try FileBytes.read(path).withBytes { Array($0) }
    } catch {
      throw unwritable(error.description)
    }
  }

  private static var temporaryFolder: String {
    if let folder = getenv("TMPDIR").map({ String(cString: $0) }), PathKind(folder) == .folder { return folder }
    return "/tmp"
  }

  private static func unwritable(_ reason: String) -> UnwritableFile {
    UnwritableFile(
      path: "xlsx",
      Localized(
        en: "the workbook cannot be written: \(reason)", de: "die Arbeitsmappe lässt sich nicht schreiben: \(reason)"))
  }

  private static func write(
    _ sheets: [WorkbookSheet], language: Language, to path: String, folder: String
  ) throws(UnwritableFile) {
    let book: UnsafeMutablePointer<lxw_workbook>? = path.withCString { path in
      folder.withCString { folder in
        var options = lxw_workbook_options()
        options.tmpdir = UnsafeMutablePointer(mutating: folder)
        return workbook_new_opt(path, &options)
      }
    }
    guard let book else { throw unwritable("memory") }
    var properties = lxw_doc_properties()
    // 1 January 2000, so that the same tables give the same bytes.
    properties.created = 946_684_800
    workbook_set_properties(book, &properties)
    let drawing = WorkbookDrawing(book: book, language: language)
    let names = sheetNames(sheets.map(\.name))
    for (sheet, name) in zip(sheets, names) {
      guard let worksheet = workbook_add_worksheet(book, name) else { throw unwritable(name) }
      if let reason = drawing.fill(worksheet, with: sheet) {
        workbook_close(book)
        throw unwritable("\(name): \(reason)")
      }
    }
    drawing.writeChoices()
    let status = workbook_close(book)
    guard status == LXW_NO_ERROR else { throw unwritable(String(cString: lxw_strerror(status))) }
  }

  /// Names that Excel accepts: at most 31 letters, none of `[]:*?/\`, no two alike.
  static func sheetNames(_ names: [String]) -> [String] {
    var taken: Set<String> = ["history"]
    return names.map { name in
      let legal = String(name.map { "[]:*?/\\".contains($0) || $0.isNewline ? "-" : $0 })
      let trimmed = legal.trimmed.split(separator: "'", omittingEmptySubsequences: true).joined(separator: "’")
      let base = trimmed.isEmpty ? "Sheet" : trimmed
      var number = 1
      while true {
        let suffix = number == 1 ? "" : " \(number)"
        // Excel counts UTF-16 units.
        var cut = base
        while cut.utf16.count + suffix.utf16.count > 31 { cut.removeLast() }
        if taken.insert((cut + suffix).lowercased()).inserted { return cut + suffix }
        number += 1
      }
    }
  }
}

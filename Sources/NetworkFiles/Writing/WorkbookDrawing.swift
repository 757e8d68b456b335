import CXlsxWriter
import NetworkModel

/// Puts tables into the sheets of one workbook.
final class WorkbookDrawing {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let language: Language
  private let headerFormat: UnsafeMutablePointer<lxw_format>?
  private let dayFormat: UnsafeMutablePointer<lxw_format>?
  /// Lists of choices, each a column of a hidden sheet.
  private var choices: [[String]] = []

  /// What an Excel cell holds, in UTF-16 units.
  private static let longestText = 32_767
  /// Choices are offered this far down, so that rows can be added.
  private static let choiceRows: UInt32 = 2_000
  private static let choiceSheet = "Listen"

  init(book: UnsafeMutablePointer<lxw_workbook>, language: Language) {
    self.book = book
    self.language = language
    headerFormat = workbook_add_format(book)
    format_set_bold(headerFormat)
    format_set_bg_color(headerFormat, 0xE7ECF1)
    format_set_bottom(headerFormat, UInt8(LXW_BORDER_THIN.rawValue))
    dayFormat = workbook_add_format(book)
    format_set_num_format(dayFormat, language == .german ? "dd.mm.yyyy" : "yyyy-mm-dd")
  }

  /// Fills one sheet; returns the reason where a cell cannot be written.
  func fill(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, with sheet: WorkbookSheet) -> String? {
    for (index, column) in sheet.columns.enumerated() {
      let position = lxw_col_t(index)
      worksheet_write_string(worksheet, 0, position, column.title, headerFormat)
      worksheet_set_column(worksheet, position, position, width(of: index, in: sheet), nil)
      offerChoices(worksheet, position, column)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let status = write(cell, worksheet, lxw_row_t(row + 1), lxw_col_t(column))
        if status != LXW_NO_ERROR {
          return "\(Location.letters(column: column))\(row + 2): \(String(cString: lxw_strerror(status)))"
        }
      }
    }
    worksheet_freeze_panes(worksheet, 1, 0)
    if !sheet.columns.isEmpty {
      worksheet_autofilter(worksheet, 0, 0, lxw_row_t(max(1, sheet.rows.count)), lxw_col_t(sheet.columns.count - 1))
    }
    return nil
  }

  private func write(
    _ cell: WorkbookCell, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t
  ) -> lxw_error {
    switch cell {
    case .empty: return LXW_NO_ERROR
    case .text(let text):
      guard text.utf16.count <= Self.longestText else { return LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED }
      return worksheet_write_string(worksheet, row, column, text, nil)
    case .number(let number):
      // Excel has no infinity and no "not a number".
      guard number.isFinite else { return worksheet_write_string(worksheet, row, column, "\(number)", nil) }
      return worksheet_write_number(worksheet, row, column, number, nil)
    case .day(let day):
      // Excel's calendar begins in 1900.
      guard day.year >= 1900 else { return worksheet_write_string(worksheet, row, column, day.description, nil) }
      var date = lxw_datetime()
      date.year = Int32(day.year)
      date.month = Int32(day.month)
      date.day = Int32(day.day)
      return worksheet_write_datetime(worksheet, row, column, &date, dayFormat)
    }
  }

  private func width(of index: Int, in sheet: WorkbookSheet) -> Double {
    let column = sheet.columns[index]
    if let width = column.width { return width }
    var longest = column.title.count + 2
    // Long tables are even enough that their beginning says how wide they are.
    for row in sheet.rows.prefix(500) where index < row.count {
      switch row[index] {
      case .text(let text): longest = max(longest, text.split(separator: "\n").map(\.count).max() ?? 0)
      case .number(let number): longest = max(longest, number.shortText.utf8.count)
      case .day: longest = max(longest, 10)
      case .empty: break
      }
    }
    return Double(min(60, max(6, longest + 1)))
  }

  // MARK: - Choices

  private func offerChoices(
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ position: lxw_col_t, _ column: WorkbookColumn
  ) {
    guard !column.choices.isEmpty || column.hint != nil else { return }
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    var formula: String?
    if column.choices.isEmpty {
      validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    } else {
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      let warning = column.allowsOthers ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP
      validation.error_type = UInt8(warning.rawValue)
      let list = listPosition(column.choices)
      let letters = Location.letters(column: list)
      formula = "=\(Self.choiceSheet)!$\(letters)$1:$\(letters)$\(column.choices.count)"
    }
    // Excel allows 32 letters in a title and 255 in a message.
    let title = String(column.title.prefix(32))
    let hint = column.hint.map { String($0.prefix(255)) }
    withOptionalCString(formula) { formula in
      withOptionalCString(hint) { hint in
        title.withCString { title in
          validation.value_formula = formula.map { UnsafeMutablePointer(mutating: $0) }
          if let hint {
            validation.input_title = UnsafeMutablePointer(mutating: title)
            validation.input_message = UnsafeMutablePointer(mutating: hint)
          }
          worksheet_data_validation_range(worksheet, 1, position, Self.choiceRows, position, &validation)
        }
      }
    }
  }

  private func listPosition(_ list: [String]) -> Int {
    if let position = choices.firstIndex(of: list) { return position }
    choices.append(list)
    return choices.count - 1
  }

  /// Writes the lists of choices into a hidden sheet, because a list inside a rule may have 255 letters only.
  func writeChoices() {
    guard !choices.isEmpty, let worksheet = workbook_add_worksheet(book, Self.choiceSheet) else { return }
    for (column, list) in choices.enumerated() {
      for (row, choice) in list.enumerated() {
        // A number that a user types does not match a text that looks like it.
        if let number = Double(choice) {
          worksheet_write_number(worksheet, lxw_row_t(row), lxw_col_t(column), number, nil)
        } else {
          worksheet_write_string(worksheet, lxw_row_t(row), lxw_col_t(column), choice, nil)
        }
      }
    }
    worksheet_hide(worksheet)
  }
}

private func withOptionalCString(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Void) {
  if let text { text.withCString { body($0) } } else { body(nil) }
}

internal import Basics
import CXlsxWriter
import Glibc

/// Writes the rows of one sheet below its headings.
package final class SheetWriter {
  package let name: String
  private let sheet: XlsxLibrary.Sheet
  private let library: XlsxLibrary
  private let styles: SheetStyles
  private let columns: [SheetColumn]
  private var widths: [Int]
  private var row = 0
  /// Rows of sums below the others, which no filter hides.
  private var totals = 0
  private var text = SheetText()
  private var isFinished = false
  /// Whether a number has digits behind its point, of which the library writes too many.
  private var hasFractions = false

  /// Rows whose texts decide how wide the columns are.
  private static let rowsMeasured = 1_000
  /// Widths in characters.
  private static let widest = 60
  private static let narrowest = 8
  /// Room for the sign that opens the filter.
  private static let filterSign = 3

  init(
    _ sheet: XlsxLibrary.Sheet, named name: String, columns: [SheetColumn],
    library: XlsxLibrary, styles: SheetStyles
  ) throws(WorkbookProblem) {
    guard columns.count <= SheetLimit.columns else {
      throw .tooManyColumns(sheet: name, columns.count)
    }
    self.sheet = sheet
    self.name = name
    self.columns = columns
    self.library = library
    self.styles = styles
    widths = columns.map { max($0.width, DisplayWidth.of($0.heading) + Self.filterSign) }
    // Cells take the look of their column only when it has one before they are written.
    setColumns()
    for (position, column) in columns.enumerated() where !column.heading.isEmpty {
      try write(column.heading, at: position, styles.heading(of: column))
    }
    row = 1
    library.freeze(sheet, 1, 0)
    // Postcodes and telephone numbers are text, and Excel need not say so at each of them.
    _ = library.ignore(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
  }

  /// Writes a row of typed cells: text as text, numbers as numbers, days as days.
  package func write(_ cells: [Cell]) throws(WorkbookProblem) {
    try checkRow()
    for (position, cell) in cells.enumerated() where position < columns.count {
      try write(cell, at: position)
    }
    row += 1
  }

  /// Writes a row of texts; an empty one leaves its cell empty.
  package func write(_ texts: [UnsafeBufferPointer<UInt8>]) throws(WorkbookProblem) {
    try checkRow()
    for (position, text) in texts.enumerated() where position < columns.count && !text.isEmpty {
      try write(text, at: position, nil)
    }
    row += 1
  }

  /// Writes a row of texts of which one cell is marked, to be looked at, even where it is empty.
  package func write(_ texts: [String], marked: Int?) throws(WorkbookProblem) {
    try checkRow()
    for (position, text) in texts.enumerated() where position < columns.count {
      guard position == marked else {
        try write(text, at: position, nil)
        continue
      }
      try write(text, at: position, styles.marked)
    }
    row += 1
  }

  /// Writes the row of sums below the rows: formulas where they are sums, whose values are ours.
  func write(total: SheetTotal) throws(WorkbookProblem) {
    guard let cells = total.table.total else { return }
    try checkRow()
    for (position, cell) in cells.enumerated() where position < columns.count {
      let format = styles.total(like: cell)
      guard CellSum.value(of: cell) != nil, let number = Double(cell.exported) else {
        try write(cell.shown, at: position, styles.total)
        continue
      }
      hasFractions = true
      guard total.isSum(position) else {
        try write(number, at: position, format)
        continue
      }
      try check(
        library.writeFormula(
          sheet, lxw_row_t(row), lxw_col_t(position), total.formula(position), format, number))
    }
    row += 1
    totals += 1
  }

  /// Sets how it is printed: broad A4 pages, as wide as the columns, with the headings on each.
  package func setPage(foot: String) {
    library.setPaper(sheet, 9)
    library.setLandscape(sheet)
    library.fit(sheet, 1, 0)
    _ = library.repeatRows(sheet, 0, 0)
    var words = ""
    // The sign that begins a field is written twice; Excel takes 255 characters.
    for scalar in VisibleText.line(foot).unicodeScalars.prefix(200) {
      words.unicodeScalars.append(scalar)
      if scalar == "&" { words += "&" }
    }
    _ = library.setFoot(sheet, "&L&8 \(words)&R&8 &P / &N")
  }

  /// Hides the sheet; the first one cannot be hidden.
  package func hide() { library.hide(sheet) }
  /// Offers values for a column; others are taken after a warning.
  package func offer(_ choice: SheetChoice) {
    choice.range.withCString { range in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = UnsafeMutablePointer(mutating: range)
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      let column = lxw_col_t(choice.column)
      _ = library.validate(
        sheet, 1, column, lxw_row_t(SheetLimit.rows - 1), column, &validation)
    }
  }

  /// Sets the widths and the filter, once the rows are there.
  func finish() throws(WorkbookProblem) {
    guard !isFinished else { return }
    isFinished = true
    setColumns()
    if hasFractions, let part = sheet.pointee.optimize_tmpfile {
      library.flushRow(sheet)
      try SheetNumbers.shorten(in: part)
    }
    guard row > 1, !columns.isEmpty else { return }
    _ = library.filter(sheet, 0, 0, lxw_row_t(row - 1 - totals), lxw_col_t(columns.count - 1))
  }

  /// The bytes of its rows, which are in a part of their own until the workbook is closed.
  ///
  /// - Throws: Where they found no room; the library does not say so.
  func rowBytes() throws(WorkbookProblem) -> Int {
    guard let part = sheet.pointee.optimize_tmpfile else { return 0 }
    var found = stat()
    guard fflush(part) == 0, ferror(part) == 0, fstat(fileno(part), &found) == 0 else {
      throw .failed(detail: String(cString: strerror(errno)))
    }
    return Int(found.st_size)
  }

  private func checkRow() throws(WorkbookProblem) {
    guard row < SheetLimit.rows else { throw .tooManyRows(sheet: name) }
  }

  private func write(_ cell: Cell, at position: Int) throws(WorkbookProblem) {
    switch cell {
    case .empty: return
    case .integer(let number, _) where abs(number) < Self.exact:
      try write(Double(number), at: position, nil)
    case .money(let cents, let currency) where abs(cents) < Self.exact:
      try write(Double(cents) / 100, at: position, styles.amount(in: currency))
    case .decimal(let text) where Self.isExact(text):
      guard let number = Double(text) else { return try write(text, at: position, nil) }
      try write(number, at: position, styles.decimal(like: text))
    case .day(let day):
      // Excel counts a 29 February 1900 that never was, so days before March stay text.
      guard day.number >= -25_508 else { return try write(day.iso, at: position, nil) }
      try write(Double(day.number + 25_569), at: position, styles.day)
    case .text, .integer, .decimal, .money, .flag, .list, .link, .state:
      try write(cell.exported, at: position, nil)
    }
  }

  /// Excel keeps 15 digits of a number; what has more is written as text.
  private static let exact = 1_000_000_000_000_000

  private static func isExact(_ text: String) -> Bool {
    PlainNumber(text) != nil && text.utf8.filter(\.isDigit).count <= 15
  }

  private func write(
    _ number: Double, at position: Int, _ format: XlsxLibrary.Format?
  ) throws(WorkbookProblem) {
    measure(format == nil ? 8 : 14, at: position)
    if number != number.rounded() { hasFractions = true }
    try check(
      library.writeNumber(sheet, lxw_row_t(row), lxw_col_t(position), number, format))
  }

  /// A cell without a text shows its style alone, where it has one.
  private func write(
    _ text: String, at position: Int, _ format: XlsxLibrary.Format?
  ) throws(WorkbookProblem) {
    guard !text.isEmpty || format != nil else { return }
    try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(WorkbookProblem) in
      try write(bytes, at: position, format)
    }
  }

  /// Always as a string: never a formula, a link or a number.
  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, _ format: XlsxLibrary.Format?
  ) throws(WorkbookProblem) {
    guard text.set(bytes) else {
      throw .longText(sheet: name, row: row + 1, column: position + 1)
    }
    if row <= Self.rowsMeasured { measure(bytes.count { $0 & 0xC0 != 0x80 }, at: position) }
    try check(
      library.writeText(sheet, lxw_row_t(row), lxw_col_t(position), text.bytes, format))
  }

  private func check(_ code: lxw_error) throws(WorkbookProblem) {
    guard code == LXW_NO_ERROR else {
      throw .failed(detail: library.explain(code).map { String(cString: $0) } ?? "no reason")
    }
  }

  private func measure(_ width: Int, at position: Int) {
    widths[position] = max(widths[position], min(width + 1, Self.widest))
  }

  private func setColumns() {
    for (position, column) in columns.enumerated() {
      let format: XlsxLibrary.Format? =
        switch column.kind {
        case .general: nil
        case .text: styles.text
        case .wrapped: styles.wrapped
        case .off: styles.off
        }
      let width = Double(max(widths[position], Self.narrowest))
      _ = library.setColumn(
        sheet, lxw_col_t(position), lxw_col_t(position), width, format)
    }
  }
}

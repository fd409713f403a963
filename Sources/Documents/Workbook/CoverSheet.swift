internal import Basics
import CXlsxWriter

/// The first sheet of a report's workbook: what it is, of which project and day, and who paid for it.
struct CoverSheet {
  let document: Document
  let imprint: Imprint
  /// The names of the sheets that follow.
  let contents: [String]

  /// Rows of a label and a text; a label alone is a heading.
  private var rows: [(label: String, text: String)] {
    var rows = [("Project", imprint.running), ("Day", imprint.day.spoken), ("Data", imprint.state)]
    if let command = imprint.command { rows.append(("Made by", command)) }
    return rows + contents.enumerated().map { ($0.offset == 0 ? "Sheets" : "", $0.element) }
      + document.footer.enumerated().map { ($0.offset == 0 ? "Funding" : "", $0.element) }
  }

  /// The width of the column of texts, in characters.
  private static let textWidth = 90

  func write(
    to sheet: XlsxLibrary.Sheet, _ library: XlsxLibrary, _ styles: SheetStyles
  ) throws(WorkbookProblem) {
    library.hideGrid(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    _ = library.setColumn(sheet, 0, 0, 14, nil)
    _ = library.setColumn(sheet, 1, 1, Double(Self.textWidth), nil)
    library.setPaper(sheet, 9)
    library.fit(sheet, 1, 0)
    _ = library.setRow(sheet, 0, 27, nil)
    try put(document.title ?? document.schema, at: (0, 0), styles.title, to: sheet, library)
    if let subtitle = document.subtitle {
      try put(subtitle, at: (1, 0), nil, to: sheet, library)
    }
    var line = 3
    for row in rows {
      // Not every program finds the height of wrapped text by itself.
      let lines = WrappedCell.lines(row.text, width: Self.textWidth).count
      if lines > 1 { _ = library.setRow(sheet, lxw_row_t(line), Double(lines) * 15, nil) }
      if !row.label.isEmpty { try put(row.label, at: (line, 0), styles.bold, to: sheet, library) }
      try put(row.text, at: (line, 1), styles.lines, to: sheet, library)
      line += 1
    }
    guard imprint.emblem != nil else { return }
    let picture = EmblemPicture.png
    var options = lxw_image_options()
    options.x_scale = 0.25
    options.y_scale = 0.25
    try imprint.emblem.map { Array($0.utf8CString) }.map { text throws(WorkbookProblem) in
      let code = text.withUnsafeBufferPointer { words in
        options.description = UnsafeMutablePointer(mutating: words.baseAddress)
        return library.insertPicture(
          sheet, lxw_row_t(line + 1), 1, picture, picture.count, &options)
      }
      guard code == LXW_NO_ERROR else { throw .failed(detail: "the emblem finds no place") }
    }
  }

  private func put(
    _ text: String, at place: (row: Int, column: Int), _ format: XlsxLibrary.Format?,
    to sheet: XlsxLibrary.Sheet, _ library: XlsxLibrary
  ) throws(WorkbookProblem) {
    var written = SheetText()
    let fits = Array(text.utf8).withUnsafeBufferPointer { written.set($0) }
    guard fits else {
      throw .longText(sheet: "Cover", row: place.row + 1, column: place.column + 1)
    }
    let code = library.writeText(
      sheet, lxw_row_t(place.row), lxw_col_t(place.column), written.bytes, format)
    guard code == LXW_NO_ERROR else { throw .failed(detail: "the cover cannot be written") }
  }
}

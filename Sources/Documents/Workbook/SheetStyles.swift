internal import Basics
import CXlsxWriter

/// The looks that cells of a workbook share.
final class SheetStyles {
  private let heading: XlsxLibrary.Format
  private let headingOfNumbers: XlsxLibrary.Format
  /// Text that Excel leaves text when a person types into it.
  let text: XlsxLibrary.Format
  let wrapped: XlsxLibrary.Format
  let day: XlsxLibrary.Format
  /// Text that a person has to look at.
  let marked: XlsxLibrary.Format
  /// Cells that are usually left empty.
  let off: XlsxLibrary.Format
  /// The title of a cover, its labels and its texts.
  let title: XlsxLibrary.Format
  let bold: XlsxLibrary.Format
  let lines: XlsxLibrary.Format
  /// A row of sums.
  let total: XlsxLibrary.Format
  private var numbers: [String: XlsxLibrary.Format] = [:]
  private let book: XlsxLibrary.Book
  private let library: XlsxLibrary

  init?(_ book: XlsxLibrary.Book, _ library: XlsxLibrary) {
    guard let heading = library.addFormat(book),
      let headingOfNumbers = library.addFormat(book), let text = library.addFormat(book),
      let day = library.addFormat(book), let wrapped = library.addFormat(book),
      let marked = library.addFormat(book), let off = library.addFormat(book),
      let title = library.addFormat(book), let bold = library.addFormat(book),
      let lines = library.addFormat(book), let total = library.addFormat(book)
    else { return nil }
    for format in [heading, headingOfNumbers] {
      library.setBold(format)
      library.setBackground(format, 0xDDE6F0)
    }
    library.setAlignment(headingOfNumbers, UInt8(LXW_ALIGN_RIGHT.rawValue))
    library.setNumberFormat(text, "@")
    library.setNumberFormat(wrapped, "@")
    library.setWrapped(wrapped)
    library.setNumberFormat(day, "yyyy-mm-dd")
    library.setAlignment(day, UInt8(LXW_ALIGN_LEFT.rawValue))
    library.setNumberFormat(marked, "@")
    library.setBackground(marked, 0xFFD9B3)
    library.setBackground(off, 0xD9D9D9)
    library.setBold(title)
    library.setSize(title, 18)
    library.setColour(title, 0x003399)
    library.setBold(bold)
    library.setAlignment(bold, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    library.setWrapped(lines)
    library.setAlignment(lines, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    Self.setTotal(total, library)
    self.title = title
    self.bold = bold
    self.lines = lines
    self.total = total
    self.marked = marked
    self.off = off
    self.book = book
    self.library = library
    self.heading = heading
    self.headingOfNumbers = headingOfNumbers
    self.text = text
    self.day = day
    self.wrapped = wrapped
  }

  /// A heading stands where the cells below it stand.
  func heading(of column: SheetColumn) -> XlsxLibrary.Format {
    column.isTrailing ? headingOfNumbers : heading
  }

  private static func setTotal(_ format: XlsxLibrary.Format, _ library: XlsxLibrary) {
    library.setBold(format)
    library.setBorder(format, UInt8(LXW_BORDER_THIN.rawValue))
  }

  /// Numbers with as many decimals as one has, such as 1.50; nil for whole ones that are no sum.
  func decimal(like text: String, isTotal: Bool = false) -> XlsxLibrary.Format? {
    let places =
      text.utf8.count
      - (text.utf8.firstIndex(of: UInt8(ascii: ".")).map {
        text.utf8.distance(from: text.utf8.startIndex, to: $0) + 1
      } ?? text.utf8.count)
    guard places > 0 else { return isTotal ? total : nil }
    return format("0." + String(repeating: "0", count: places), isTotal: isTotal)
  }

  /// Amounts with two decimals and their currency behind them.
  func amount(in currency: String, isTotal: Bool = false) -> XlsxLibrary.Format? {
    let unit = String(decoding: currency.utf8.filter(\.isLetter), as: UTF8.self)
    return format(unit.isEmpty ? "#,##0.00" : "#,##0.00 \"\(unit)\"", isTotal: isTotal)
  }

  /// The look of a cell in a row of sums.
  func total(like cell: Cell) -> XlsxLibrary.Format? {
    switch cell {
    case .money(_, let currency): amount(in: currency, isTotal: true)
    case .decimal(let text): decimal(like: text, isTotal: true)
    default: total
    }
  }

  /// The look of numbers in a notation of spreadsheets, made once.
  private func format(_ notation: String, isTotal: Bool) -> XlsxLibrary.Format? {
    let key = (isTotal ? "total " : "") + notation
    if let known = numbers[key] { return known }
    guard let format = library.addFormat(book) else { return nil }
    library.setNumberFormat(format, notation)
    if isTotal { Self.setTotal(format, library) }
    numbers[key] = format
    return format
  }
}

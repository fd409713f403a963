/// Reads the cells of a sheet, row by row.
final class SheetVisitor: XMLVisitor {
  private(set) var mergedRanges = 0
  /// The ranges themselves, as far as they can be read.
  private(set) var merges: [MergedRange] = []
  private(set) var hiddenRows = 0
  private(set) var hiddenColumns = 0

  private let part: String
  private let workbook: Workbook
  /// Counts the sheet, once it proves to be large.
  private let census: (() throws -> Void)?
  private let onRow: (SheetRow) throws -> Void
  private var row = SheetRow()
  private var elements = 0
  private var cells = 0
  private var textBytes = 0
  private var column = 0
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var isPhonetic = false

  /// As many columns as a sheet has in Excel.
  private static let mostColumns = 16_384
  private static let mostMerges = 200_000

  /// Tells `onRow` of every row that has a cell with something in it.
  init(
    part: String, workbook: Workbook, census: (() throws -> Void)? = nil,
    onRow: @escaping (SheetRow) throws -> Void
  ) {
    self.part = part
    self.workbook = workbook
    self.census = census
    self.onRow = onRow
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws {
    elements += 1
    if elements == SheetCensus.from { try census?() }
    // The commonest come first: a sheet has millions of these.
    switch name {
    case "c": try startCell(attributes)
    case "v": isValue = true
    case "row":
      row.begin(number: attributes.number("r") ?? row.number + 1)
      column = 0
      if isTrue(attributes["hidden"]) { hiddenRows += 1 }
    case "t": isValue = !isPhonetic
    case "rPh": isPhonetic = true
    case "mergeCell":
      mergedRanges += 1
      if merges.count < Self.mostMerges, let range = attributes["ref"].flatMap(MergedRange.init) {
        merges.append(range)
      }
    case "col":
      let first = attributes["min"].flatMap { Int($0) } ?? 0
      let last = attributes["max"].flatMap { Int($0) } ?? first
      // A group hidden up to the sheet's edge is no column of the table.
      if isTrue(attributes["hidden"]), last >= first, last < Self.mostColumns {
        hiddenColumns += last - first + 1
      }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard isValue else { return }
    value.append(contentsOf: bytes)
    guard value.count <= TableLimit.cellBytes.most else {
      throw TabularProblem.tooLarge(.cellBytes)
    }
  }

  func end(_ name: String) throws {
    switch name {
    case "c": try endCell()
    case "v", "t": isValue = false
    case "row": try endRow()
    case "rPh": isPhonetic = false
    default: break
    }
  }

  /// One long text that many cells point to makes a small workbook a huge table.
  private func endRow() throws {
    textBytes += row.size
    guard textBytes <= TableLimit.unpackedBytes.most else {
      throw TabularProblem.tooLarge(.unpackedBytes)
    }
    if row.used > 0 { try onRow(row) }
  }

  private func isTrue(_ flag: String?) -> Bool { flag == "1" || flag == "true" }

  private func startCell(_ attributes: XMLAttributes) throws {
    cells += 1
    guard cells <= TableLimit.cells.most else { throw TabularProblem.tooLarge(.cells) }
    column = attributes.text("r").map(Self.column(of:)) ?? column + 1
    guard (1...Self.mostColumns).contains(column) else {
      throw TabularProblem.damagedWorkbook(
        part: part, detail: "row \(row.number) has a cell outside the sheet")
    }
    type = attributes["t"] ?? "n"
    style = attributes.number("s") ?? 0
    value.removeAll(keepingCapacity: true)
  }

  /// The column of a reference such as `AB12`; zero when it is none.
  private static func column(of reference: UnsafePointer<CChar>) -> Int {
    var column = 0
    for index in 0..<4 {
      let letter = Int(reference[index] & 0x5F) - 64
      guard (1...26).contains(letter) else { break }
      column = column * 26 + letter
    }
    return column
  }

  private func endCell() throws {
    let value = value[...]
    switch type {
    case "s": try setShared(String(decoding: value, as: UTF8.self))
    case "str", "inlineStr":
      row.set(column: column) { CellEscapes.append(value, to: &$0) }
    case "b":
      if value.isEmpty { return }
      row.set(column: column) { $0 += (value.elementsEqual("1".utf8) ? "TRUE" : "FALSE").utf8 }
    case "e":
      row.set(column: column) { $0 += value }
      row.fail(column: column, kind: .errorValue(String(decoding: value, as: UTF8.self)))
    case "d":
      let isDay = workbook.formats.shown(style: style) == .day
      row.set(column: column) { $0 += ExcelDate.day(value, isDay: isDay) }
    default: setNumber(String(decoding: value, as: UTF8.self))
    }
  }

  private func setShared(_ text: String) throws {
    if text.isEmpty { return }
    guard let index = Int(text), (0..<workbook.strings.count).contains(index) else {
      throw TabularProblem.damagedWorkbook(
        part: part, detail: "row \(row.number) points to a text that is not there")
    }
    row.set(column: column) { $0 += workbook.strings[index] }
  }

  private func setNumber(_ text: String) {
    let shown: String?
    switch workbook.formats.shown(style: style) {
    case .number: shown = nil
    case .percent(let decimals): shown = CellNumber.percent(text, decimals: decimals)
    case .code(let mask): shown = mask.shown(text)
    case .day:
      let date = Double(text).flatMap { ExcelDate.date($0, epoch: workbook.epoch) }
      shown = date.map { String(decoding: ExcelDate.day($0.utf8, isDay: true), as: UTF8.self) }
    case .date: shown = Double(text).flatMap { ExcelDate.date($0, epoch: workbook.epoch) }
    case .time: shown = Double(text).flatMap { ExcelDate.timeOfDay($0) }
    case .duration: shown = Double(text).flatMap { ExcelDate.duration($0) }
    }
    row.set(column: column) { $0 += (shown ?? CellNumber.text(text)).utf8 }
    if shown == nil { row.markNumber(column: column) }
    if shown == nil, CellNumber.isDoubtful(text) { row.remark(column: column, kind: .longNumber) }
  }
}

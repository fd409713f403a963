/// Reads a table, whatever kind of file it is in, row by row.
package final class RowReader {
  /// How the table is being read.
  package let reading: Reading
  /// The headings as they stand in the table, blank ones too; nil when it has none.
  package let header: [String]?
  /// Number of cells a row should have.
  package let width: Int
  /// What is wrong with the headings; only where the options take such headings.
  package let headerFault: RowFault?

  private let rows: any RowSource
  /// What was asked of the reading that has no meaning for this kind of file, each as a phrase.
  private let unmet: [String]

  /// Looks at the first bytes, settles kind, encoding and conventions, and reads the headings.
  package convenience init(
    source: ByteSource, options: ReadingOptions = ReadingOptions()
  ) throws(TabularProblem) {
    let rows = try Self.rows(of: RawInput(source: source), options)
    self.init(rows, unmet: Self.unmet(options, by: rows.reading.kind))
  }

  init(_ rows: any RowSource, unmet: [String] = []) {
    self.rows = rows
    self.unmet = unmet
    reading = rows.reading
    header = rows.header
    width = rows.width
    headerFault = rows.headerFault
  }

  /// The rows of an input, by its kind.
  static func rows(
    of input: RawInput, _ options: ReadingOptions
  ) throws(TabularProblem) -> any RowSource {
    var input = input
    switch FileKind(head: input.head) {
    case .zip:
      let bytes = try input.readAll(most: .fileBytes)
      return try SheetRows(archive: ZipArchive(bytes), options: options)
    case .compoundFile:
      let bytes = try input.readAll(most: .fileBytes)
      throw CompoundFile.isEncryptedWorkbook(bytes) ? .encryptedWorkbook : .oldExcel
    case .gzip: throw .notATable(.gzip)
    case .pdf: throw .notATable(.pdf)
    case .text, .binaryWorkbook, .openDocument, .otherArchive, .cards, .json:
      return try Self.rows(ofText: input, options)
    }
  }

  /// What was passed over while the rows were read, each as a phrase; whole once all are read.
  package var remarks: [String] { unmet + rows.remarks }

  private static func unmet(_ options: ReadingOptions, by kind: Reading.Kind) -> [String] {
    var unmet: [String] = []
    if let sheet = options.sheet {
      if case .workbook = kind {
      } else {
        unmet.append("sheet \(sheet) was asked for, but only a workbook has sheets")
      }
    }
    switch kind {
    case .cards, .json:
      if options.preambleLines != nil {
        unmet.append("a line of headings was named, but this kind of file has none")
      }
    case .text, .workbook: break
    }
    return unmet
  }

  /// The cards themselves, where the file holds cards; who reads them leaves no rows to read.
  package var cards: CardReader? { (rows as? CardRows)?.cards }

  private static func rows(
    ofText input: RawInput, _ options: ReadingOptions
  ) throws(TabularProblem) -> any RowSource {
    // Who says what stands between cells says that it is a table.
    guard options.delimiter == nil else { return try TextRows(input: input, options: options) }
    return switch FileKind(text: input.beginning(options.encoding)) {
    case .cards: try CardRows(input: input, options: options)
    case .json: try JSONRows(input: input, options: options)
    default: try TextRows(input: input, options: options)
    }
  }

  /// Hands over every row after the headings, good or at fault, in the order of the file.
  ///
  /// It can be done once. Throws a `TabularProblem` when the rest cannot be read, and whatever
  /// the body throws; then rows were handed over already, and the caller takes them back.
  package func forEach(_ body: (borrowing Row) throws -> Void) throws {
    try rows.forEach(body)
  }

  /// The texts of the first rows that are sound, at most so many, looked at ahead of their turn.
  ///
  /// It is for before `forEach`, which hands those rows over all the same. Rows that would take
  /// more than some megabytes to hold are left out; of cards and JSON so are those that do not
  /// stand within the first 64 KiB.
  package func firstRows(_ count: Int) throws -> [[String]] {
    try rows.firstRows(count)
  }

  /// Headings that stand more than once, letter for letter, with the columns they stand in.
  package var duplicateHeadings: [DuplicateHeading] {
    var columns: [[UInt8]: [Int]] = [:]
    for (index, heading) in (header ?? []).enumerated() where !heading.isEmpty {
      columns[Array(heading.utf8), default: []].append(index + 1)
    }
    return columns.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { columns in
      DuplicateHeading(name: header?[columns[0] - 1] ?? "", columns: columns)
    }
  }
}

/// A heading that stands over several columns.
package struct DuplicateHeading: Equatable, Sendable {
  package let name: String
  /// Numbers of the columns, counted from 1.
  package let columns: [Int]

  package init(name: String, columns: [Int]) {
    self.name = name
    self.columns = columns
  }
}

/// The rows of one kind of file.
protocol RowSource {
  var reading: Reading { get }
  var header: [String]? { get }
  var width: Int { get }
  var headerFault: RowFault? { get }
  var remarks: [String] { get }

  func forEach(_ body: (borrowing Row) throws -> Void) throws
  func firstRows(_ count: Int) throws -> [[String]]
}

extension RowSource {
  var headerFault: RowFault? { nil }
  var remarks: [String] { [] }

  /// Adds the texts of sound rows until there are so many.
  func look(_ count: Int, into texts: inout [[String]]) throws {
    do {
      try forEach { row in
        if texts.count >= count { throw EnoughSeen() }
        if row.fault == nil { texts.append(row.texts) }
      }
    } catch is EnoughSeen {}
  }
}

/// Ends a look at the first rows.
private struct EnoughSeen: Error {}

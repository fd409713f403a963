internal import Basics
package import Tabular

/// What an import would see of a table, found without a project and without changing anything.
package struct Inspection: Sendable {
  /// One column, the field that would take it, and why.
  package struct Column: Sendable, Equatable {
    /// Counted from 1.
    package let number: Int
    /// The heading, or `column 3` where there is none.
    package let heading: String
    package let field: String?
    package let reason: String
    /// Whether the heading itself tells the field.
    fileprivate let isKnown: Bool
    /// Cells with nothing but white space, in the rows without fault.
    package fileprivate(set) var blank = 0
  }

  package private(set) var columns: [Column]
  package private(set) var rows = 0
  package private(set) var faults: [RowFault] = []
  /// What is worth a look in rows that can be taken.
  package private(set) var notes: [RowNote] = []
  /// The first rows that are without fault.
  package private(set) var first: [[String]] = []
  /// Whether the reading was ended by the limit.
  package private(set) var isCut = false

  /// Rows kept to be shown.
  private static let shownRows = 5

  /// Ends the reading; it never leaves this file.
  private struct LimitReached: Error {}

  /// Reads the table, or as many of its rows as the limit allows.
  package init(
    _ reader: RowReader, limit: Int?, progress: (Int) -> Void = { _ in }
  ) throws {
    columns = try Self.columns(of: reader)
    if let fault = reader.headerFault { faults.append(fault) }
    do {
      try reader.forEach { row in
        if let limit, rows >= limit { throw LimitReached() }
        take(row)
        if rows.isMultiple(of: 1024) { progress(rows) }
      }
    } catch is LimitReached {
      isCut = true
    }
  }

  /// What an import of contacts would make of each column, by the headings and the first rows.
  private static func columns(of reader: RowReader) throws -> [Column] {
    try MappingProposal.ofContacts(reader).map { proposal in
      Column(
        number: proposal.number, heading: proposal.heading, field: proposal.field,
        reason: proposal.words, isKnown: proposal.reason.isOfHeading)
    }
  }

  private mutating func take(_ row: borrowing Row) {
    rows += 1
    if let fault = row.fault {
      faults.append(fault)
      return
    }
    if let note = row.note { notes.append(note) }
    for index in columns.indices where index >= row.count || Self.isBlank(row[index]) {
      columns[index].blank += 1
    }
    if first.count < Self.shownRows { first.append(Array(row.texts.prefix(columns.count))) }
  }

  /// The first byte tells of nearly every cell that it is not.
  @inline(__always)
  private static func isBlank(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if let first = cell.first, !first.isBlank { return false }
    return cell.allSatisfy(\.isBlank)
  }
}

extension Inspection {
  /// One thing to look at before the import.
  package struct Finding: Sendable, Equatable {
    package let line: Int
    /// Counted from 1; 0 where it is about the whole line.
    package let column: Int
    /// The rule that an import would reject the row by; nil where it would take the row.
    package let rule: String?
    package let message: String

    package init(_ fault: RowFault) {
      line = fault.line
      column = fault.column
      rule = fault.rule
      message = fault.reason
    }

    package init(_ note: RowNote) {
      line = note.line
      column = note.column
      rule = nil
      message = note.message
    }

    fileprivate init(line: Int, _ message: String) {
      self.line = line
      column = 0
      rule = nil
      self.message = message
    }

    /// What is to be said of the table as a whole: lines left out before it, no rows in it.
    package static func ofTable(_ reader: RowReader, isEmpty: Bool) -> [Finding] {
      let above = reader.reading.preambleLines
      var findings: [Finding] = []
      if above > 0 {
        let lines = above == 1 ? "This line is" : "\(counted(above, "line")) are"
        findings.append(
          Finding(
            line: 1, "\(lines) before the table and \(agreeing(above, "is", "are")) left out."))
      }
      if case .text = reader.reading.kind {
        for remark in reader.remarks {
          let sentence = remark.prefix(1).uppercased() + remark.dropFirst() + "."
          findings.append(Finding(line: above + 1, sentence))
        }
      }
      if isEmpty, reader.header != nil, reader.headerFault == nil {
        findings.append(Finding(line: above + 1, "There are no rows below the headings."))
      }
      return findings
    }
  }

  /// That the first row may be one of the list, where headings should stand.
  private func lostRow(_ reader: RowReader) -> [Finding] {
    guard let header = reader.header,
      let sign = HeadlessList.doubt(header, known: columns.count(where: \.isKnown))
    else { return [] }
    return [
      Finding(
        line: reader.reading.headerLine ?? 1,
        "The list seems to have no row of headings: its first row has \(sign). --no-header takes "
          + "it as a row.")
    ]
  }

  /// Faults and notes in the order of the lines.
  package func findings(of reader: RowReader) -> [Finding] {
    let all =
      Finding.ofTable(reader, isEmpty: rows == 0) + lostRow(reader) + faults.map(Finding.init)
      + notes.map(Finding.init)
    return all.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }
}

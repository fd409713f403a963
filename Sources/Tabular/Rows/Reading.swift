/// How a table is being read: what was given and what was found, to be stated to the person.
package struct Reading: Equatable, Sendable {
  /// The kind of file, with how it is read.
  package enum Kind: Equatable, Sendable {
    case cards(CardReading)
    case json(JSONReading)
    case text(TextReading)
    case workbook(WorkbookReading)
  }

  /// What a reading rests on.
  package enum Basis: Equatable, Sendable {
    case given
    case byteOrderMark
    case content
  }

  package let kind: Kind
  /// Lines (of a workbook: rows) left out before the headings or the first row.
  package let preambleLines: Int

  /// The line (of a workbook: row) of the headings, counted from 1; nil for cards and JSON.
  package var headerLine: Int? {
    switch kind {
    case .text, .workbook: preambleLines + 1
    case .cards, .json: nil
    }
  }
}

/// How a text is being read.
package struct TextReading: Equatable, Sendable {
  package let encoding: TextEncoding
  package let encodingBasis: Reading.Basis
  package let hadByteOrderMark: Bool
  package let dialect: Dialect
}

/// Whether a sheet's tab can be seen, in the words of the workbook's own XML.
package enum SheetVisibility: String, Equatable, Sendable {
  case visible
  case hidden
  /// Hidden so that only a program can show it.
  case veryHidden
}

/// Which part of a workbook is being read, and what of it the eye would not see.
package struct WorkbookReading: Equatable, Sendable {
  package let sheet: String
  /// The sheet's number, counted from 1.
  package let sheetNumber: Int
  /// Every sheet, in the order of the tabs.
  package let sheets: [Sheet]
  package let mergedRanges: Int
  package let hiddenRows: Int
  package let hiddenColumns: Int
  /// Rows that the headings stand in: 2 where some of them are merged above others.
  package let headingRows: Int
  /// What stands merged above each heading, where they stand in two rows.
  package var headingGroups: [String] = []

  /// One tab of a workbook.
  package struct Sheet: Equatable, Sendable {
    package let name: String
    package let isHidden: Bool
  }
}

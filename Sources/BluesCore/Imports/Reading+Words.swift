internal import Basics
package import Tabular

extension Reading {
  /// Whether the list is a text of lines, rather than a workbook or the like.
  var isText: Bool {
    if case .text = kind { true } else { false }
  }

  /// Whether the cells of a text have tabs between them.
  var hasTabs: Bool {
    if case .text(let text) = kind { text.dialect.delimiter == 0x09 } else { false }
  }

  /// Whether each column has a key, of which a file holds none twice.
  var hasKeys: Bool {
    switch kind {
    case .json, .cards: true
    case .text, .workbook: false
    }
  }

  /// The sheets of a workbook that are not read and can be seen.
  var otherSheets: [String] {
    guard case .workbook(let book) = kind else { return [] }
    return book.sheets.filter { !$0.isHidden && $0.name != book.sheet }.map(\.name)
  }

  /// What stands merged above each heading of a workbook, where they stand in two rows.
  var headingGroups: [String] {
    if case .workbook(let book) = kind { book.headingGroups } else { [] }
  }

  /// Headings of columns that an import keeps by itself: of cards, the lines that no field takes.
  var keptHeadings: [String] {
    if case .cards = kind { [CardField.keys[CardField.vcard.rawValue]] } else { [] }
  }

  /// How a list is being read, each point with what it rests on, for stating to the person.
  package var words: [String] {
    switch kind {
    case .cards(let cards): ["vCards", "\(cards.encoding.name) (\(cards.encodingBasis.words))"]
    case .json(let json): json.words
    case .text(let text): text.words + preambleWords
    case .workbook(let book): book.words + preambleWords
    }
  }

  private var preambleWords: [String] {
    preambleLines == 0
      ? [] : ["\(counted(preambleLines, "line")) before the table left out"]
  }
}

extension TextReading {
  fileprivate var words: [String] {
    [
      "\(encoding.name) (\(encodingBasis.words))",
      "\(Self.name(of: dialect.delimiter)) between cells",
      "lines end in \(dialect.newline.rawValue)",
    ] + (dialect.escape == nil ? [] : ["a backslash before a quote within a cell is left out"])
  }

  private static func name(of delimiter: UInt8) -> String {
    switch delimiter {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "bar"
    case let other: "\"\(Unicode.Scalar(other))\""
    }
  }
}

extension JSONReading {
  fileprivate var words: [String] {
    let shape =
      switch shape {
      case .member(let key, let schema?): "JSON, the list \"\(key)\" of \(schema)"
      case .member(let key, nil): "JSON, the list \"\(key)\""
      case .list: "JSON, a list of objects"
      case .lines: "JSON, one object to a line"
      }
    return [shape, "\(encoding.name) (\(encodingBasis.words))"]
  }
}

extension Reading.Basis {
  /// What says so, to follow what it says.
  fileprivate var words: String {
    switch self {
    case .given: "as given"
    case .byteOrderMark: "by its byte order mark"
    case .content: "by its bytes"
    }
  }
}

extension WorkbookReading {
  fileprivate var words: [String] {
    var words = ["workbook, sheet \(sheetNumber) \"\(sheet)\" of \(sheets.count)"]
    if headingRows > 1 { words.append("headings in \(headingRows) rows") }
    if mergedRanges > 0 {
      words.append("merged ranges: \(mergedRanges), each valid for all its cells")
    }
    if hiddenRows > 0 { words.append("hidden rows: \(hiddenRows), read as well") }
    if hiddenColumns > 0 { words.append("hidden columns: \(hiddenColumns), read as well") }
    return words
  }
}

internal import Documents
internal import Tabular

/// Turns the cells of a row into what is said of a contact, by the mapping of the list.
struct ContactDrafting {
  /// A column that feeds a field, or is kept.
  private struct Column {
    let index: Int
    let heading: String
    /// Nil for a column that is kept without a field, or whose cells are changed first.
    let field: ContactField?
    var change: Change?
  }

  /// What is done to the cells of a column, and the fields that the parts go to.
  private struct Change {
    let transformation: Transformation
    let fields: [ContactField]
  }

  private let columns: [Column]
  private let defaults: [(field: ContactField, value: String)]
  private let partner: String?
  private let scope: String
  /// Whether the list is our own export as text, whose dangerous cells bear a guard.
  private let isGuarded: Bool

  /// Only in a text do our exports guard cells, so it is told whether the list is one.
  init(_ mapping: Mapping, _ request: ImportRequest, isText: Bool = true) throws {
    isGuarded =
      isText && mapping.columns.contains { $0.heading.utf8.elementsEqual("blues_id".utf8) }
    let names = mapping.keptNames()
    columns = mapping.columns.enumerated().compactMap { index, column in
      switch column.target {
      case .field, .fields:
        Self.column(column, at: index)
      case .kept: Column(index: index, heading: names[index], field: nil)
      case .ignored: nil
      }
    }
    var defaults: [(ContactField, String)] = []
    for given in request.given {
      guard let field = ContactField(key: given.field) else {
        throw MappingProblem.unknownField(given.field, known: ContactField.allCases.map(\.key))
      }
      defaults.append((field, given.value))
    }
    self.defaults = defaults
    partner = request.partner
    scope = request.source ?? request.partner ?? Self.list(request.fileName)
  }

  private static func column(_ column: Mapping.Column, at index: Int) -> Column {
    let fields = column.target.fields.compactMap { ContactField(key: $0) }
    guard let transformation = column.transformation else {
      return Column(index: index, heading: column.heading, field: fields.first)
    }
    return Column(
      index: index, heading: column.heading, field: nil,
      change: Change(transformation: transformation, fields: fields))
  }

  /// The list that a file is, or whose mended rows it holds: `a.csv` for `a.rejects-2.csv` too.
  private static func list(_ fileName: String) -> String {
    let marks = fileName.ranges(of: ".rejects")
    return marks.last.map { String(fileName[..<$0.lowerBound]) } ?? stem(fileName)
  }

  private static func stem(_ fileName: String) -> String {
    fileName.lastIndex(of: ".").map { String(fileName[..<$0]) } ?? fileName
  }

  /// Surrounding white space is taken off; a cell of nothing else says nothing.
  func draft(_ row: borrowing Tabular.Row) -> ContactDraft {
    var draft = ContactDraft()
    draft.partner = partner
    draft.scope = scope
    for column in columns where column.index < row.count {
      let bytes = CellText.trimmed(row[column.index])
      guard !bytes.isEmpty else { continue }
      var text = String(decoding: bytes, as: UTF8.self)
      if isGuarded { text = SpreadsheetGuard.unguarded(text) }
      if let field = column.field {
        draft[field] = text
      } else if let change = column.change {
        for (field, part) in zip(change.fields, change.transformation.parts(of: text)) {
          draft[field] = part
        }
      } else {
        draft.kept.append(.init(heading: column.heading, text: text))
      }
    }
    for (field, value) in defaults where draft[field] == nil { draft[field] = value }
    return draft
  }
}

/// The one normalisation every imported cell gets.
enum CellText {
  /// Takes off blanks, tabs, line ends and no-break spaces (U+00A0) at both ends, by whole
  /// characters, so that a final à, whose second byte is that of a no-break space, survives.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
      if isBlank(bytes[start]) {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }
}

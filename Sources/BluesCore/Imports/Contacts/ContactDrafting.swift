internal import Basics
internal import Documents
internal import Tabular

/// Turns the cells of a row into what is said of a contact, by the mapping of the list.
struct ContactDrafting {
  /// A column whose cells are taken.
  private struct Column {
    let heading: String
    let use: Use
  }

  /// Where the cells of a column stand, and the field of those that go into one as they are: what
  /// most cells need to be known of them, copied at no cost.
  private struct Place {
    let index: Int
    let field: ContactField?
  }

  /// What becomes of the cells of a column.
  private enum Use {
    case field(ContactField)
    case change(Change)
    case kept
    /// The columns that an export of ours has beside the fields.
    case id, partner, source
  }

  /// What is done to the cells of a column, and the fields that the parts go to.
  private struct Change {
    let transformation: Transformation
    let fields: [ContactField]
  }

  private let columns: [Column]
  /// The places of the columns, in their order.
  private let places: [Place]
  private let defaults: [(field: ContactField, value: String)]
  private let partner: String?
  private let scope: String
  /// Whether the list is our own export as text, whose dangerous cells bear a guard.
  private let isGuarded: Bool

  /// Only in a text do our exports guard cells, so it is told whether the list is one.
  init(_ mapping: Mapping, _ request: ImportRequest, isText: Bool = true) throws {
    isGuarded = isText && OwnExport.isOne(mapping.columns.map(\.heading))
    let names = mapping.keptNames()
    var columns: [Column] = []
    var places: [Place] = []
    for (index, column) in mapping.columns.enumerated() {
      guard let use = Self.use(column) else { continue }
      columns.append(Column(heading: names[index], use: use))
      if case .field(let field) = use {
        places.append(Place(index: index, field: field))
      } else {
        places.append(Place(index: index, field: nil))
      }
    }
    (self.columns, self.places) = (columns, places)
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

  private static func use(_ column: Mapping.Column) -> Use? {
    switch column.target {
    case .kept: return .kept
    case .ignored: return nil
    case .field(OwnExport.id.name): return .id
    case .field(OwnExport.partner.name): return .partner
    case .field(OwnExport.source.name): return .source
    case .field, .fields:
      let fields = column.target.fields.compactMap { ContactField(key: $0) }
      if let transformation = column.transformation {
        return .change(Change(transformation: transformation, fields: fields))
      }
      return fields.first.map { .field($0) }
    }
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
  func draw(_ row: borrowing Tabular.Row, into draft: inout ContactDraft) {
    draft.clear()
    draft.partner = partner
    draft.scope = scope
    for (number, place) in places.enumerated() where place.index < row.count {
      let bytes = CellText.trimmed(row[place.index])
      guard !bytes.isEmpty else { continue }
      var text = String(decoding: bytes, as: UTF8.self)
      if isGuarded { text = SpreadsheetGuard.unguarded(text) }
      if let field = place.field {
        draft[field] = text
        continue
      }
      let column = columns[number]
      switch column.use {
      case .field(let field): draft[field] = text
      case .change(let change):
        for (field, part) in zip(change.fields, change.transformation.parts(of: text)) {
          draft[field] = part
        }
      case .kept: draft.kept.append(.init(heading: column.heading, text: text))
      case .id: draft.own = OwnExport.rowID(text)
      case .partner: draft.partner = text
      case .source:
        draft.source = text
        draft.scope = Self.list(text)
      }
    }
    for (field, value) in defaults where draft[field] == nil { draft[field] = value }
  }
}

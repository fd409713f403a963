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
    /// Whether an invisible sign inside is told: it makes two names look alike that are not.
    let isName: Bool
  }

  /// What becomes of the cells of a column.
  private enum Use {
    case field(ContactField)
    /// A value of a field that another column feeds as well, with what stands between them.
    case more(ContactField, joint: String)
    /// The number of a house, and whether it goes before the street.
    case number(HouseNumber, isFront: Bool)
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
  /// Where columns stand that are passed over because they have no heading and seemed blank.
  private let unheaded: [Int]
  private static let names: Set<ContactField> = [
    .organisation, .name, .givenName, .familyName, .street, .city,
  ]
  /// Fields of figures and codes, before which people type an apostrophe for a spreadsheet.
  private static let codes: Set<ContactField> = [
    .phone, .mobile, .fax, .postcode, .vat, .pic, .iban, .employees, .turnover, .balanceTotal,
    .basisDate, .externalID,
  ]
  private let defaults: [(field: ContactField, value: String)]
  private let partner: String?
  private let scope: String
  /// Whether the list is our own export as text, whose dangerous cells bear a guard.
  private let isGuarded: Bool

  /// Whether it is a list of Google's, which puts ` ::: ` between several values of a cell.
  private let isTripled: Bool

  /// The text without the apostrophe that keeps a spreadsheet from reading a code as a number.
  private static func withoutApostrophe(_ text: String) -> String {
    let rest = text.utf8.dropFirst()
    guard let first = rest.first, first.isDigit || first.isLetter || first == 0x2B || first == 0x28
    else { return text }
    return String(decoding: rest, as: UTF8.self)
  }

  private static func untripled(_ text: String) -> String {
    guard text.utf8.contains(0x3A) else { return text }
    return text.replacing(" ::: ", with: "; ")
  }

  /// Only in a text do our exports guard cells, and only JSON and cards mark keys, so it is told
  /// how the list is read; nil is a text.
  init(_ mapping: Mapping, _ request: ImportRequest, of reading: Tabular.Reading? = nil) throws {
    isTripled = mapping.columns.contains { $0.heading.hasSuffix(" - Value") }
    let headings = mapping.columns.map(\.heading)
    isGuarded =
      reading?.isText != false
      && (RoundTrip.isOne(headings) || Contact.ownColumns.haveNames(headings))
    let hasKeys = reading?.hasKeys == true && RoundTrip.isOne(headings)
    let names = mapping.keptNames().map { hasKeys ? ContactRows.heading(ofKey: $0) : $0 }
    var columns: [Column] = []
    var places: [Place] = []
    // What follows the value of another column comes after it, wherever its own column stands.
    for (index, column) in mapping.columns.enumerated().filter({ !$0.element.isFollowing })
      + mapping.columns.enumerated().filter(\.element.isFollowing)
    {
      guard let use = Self.use(column, in: mapping) else { continue }
      columns.append(Column(heading: names[index], use: use))
      if case .field(let field) = use {
        places.append(Place(index: index, field: field, isName: Self.names.contains(field)))
      } else {
        places.append(Place(index: index, field: nil, isName: false))
      }
    }
    (self.columns, self.places) = (columns, places)
    unheaded = mapping.columns.filter(\.isPassedOver).map { $0.number - 1 }
    var defaults: [(ContactField, String)] = []
    for given in request.given {
      guard let field = ContactField(key: given.field) else {
        throw MappingProblem.unknownField(given.field, known: ContactField.allCases.map(\.key))
      }
      defaults.append((field, given.value))
    }
    self.defaults = defaults
    partner = request.partner
    scope = request.source ?? request.partner ?? ListName.list(request.fileName)
  }

  private static func use(_ column: Mapping.Column, in mapping: Mapping) -> Use? {
    switch column.target {
    case .kept: return .kept
    case .ignored: return nil
    case .field(RoundTrip.id.name): return .id
    case .field(RoundTrip.partner.name): return .partner
    case .field(RoundTrip.source.name): return .source
    case .more(let name):
      guard let field = ContactField(key: name) else { return nil }
      if field == .street, let number = HouseNumber(column.heading) {
        let street = mapping.columns.first { $0.target == .field(name) }
        let isBefore = street.map { column.number < $0.number && number.leads($0.heading) }
        return .number(number, isFront: isBefore == true)
      }
      return .more(field, joint: Mapping.joint(of: field) ?? "; ")
    case .field, .fields:
      let fields = column.target.fields.compactMap { ContactField(key: $0) }
      if let transformation = column.transformation {
        return .change(Change(transformation: transformation, fields: fields))
      }
      return fields.first.map { .field($0) }
    }
  }

  /// Surrounding white space is taken off; a cell of nothing else says nothing.
  ///
  /// What is noticed on the way is added to the warnings.
  func draw(
    _ row: borrowing Tabular.Row, into draft: inout ContactDraft,
    warnings: inout [ContactCheck.Warning]
  ) {
    draft.clear()
    draft.partner = partner
    draft.scope = scope
    var isNumbered = false
    for (number, place) in places.enumerated() where place.index < row.count {
      let cell = row[place.index]
      if cell.isEmpty { continue }
      let bytes = CellText.trimmed(cell)
      if bytes.count != cell.count, let field = place.field {
        tellEnd(cell, bytes, field, &warnings)
      }
      guard !bytes.isEmpty else { continue }
      if place.isName, CellText.hasInvisible(bytes) { tellInside(bytes, place, &warnings) }
      var text = String(decoding: bytes, as: UTF8.self)
      if isGuarded { text = SpreadsheetGuard.unguarded(text) }
      if bytes.first == 0x27, place.field.map(Self.codes.contains) == true {
        text = Self.withoutApostrophe(text)
      }
      if isTripled { text = Self.untripled(text) }
      if row.isNumber(place.index) { text = Figure.written(stored: text, for: place.field?.key) }
      if let field = place.field {
        draft[field] = text
        continue
      }
      let column = columns[number]
      switch column.use {
      case .field(let field): draft[field] = text
      case .more(let field, let joint):
        guard draft[field]?.isSame(as: text) != true else { continue }
        draft[field] = draft[field].map { $0 + joint + text } ?? text
      case .number(let number, let isFront):
        let street = number.joined(
          text, to: draft[.street], isFront: isFront, isNumbered: isNumbered)
        draft[.street] = street.isEmpty ? nil : street
        isNumbered = true
      case .change(let change):
        for (field, part) in zip(change.fields, change.transformation.parts(of: text)) {
          draft[field] = part
        }
      case .kept: draft.kept.append(.init(heading: column.heading, text: text))
      case .id: draft.own = RoundTrip.rowID(text)
      case .partner: draft.partner = text
      case .source:
        draft.source = text
        draft.scope = ListName.list(text)
      }
    }
    for (field, value) in defaults where draft[field] == nil { draft[field] = value }
  }

  /// The number of a column that has no heading, was taken to be blank and is not, in this row.
  func unheadedValue(_ row: borrowing Tabular.Row) -> Int? {
    for index in unheaded where index < row.count {
      if !CellText.trimmed(row[index]).isEmpty { return index + 1 }
    }
    return nil
  }

  private func tellEnd(
    _ cell: UnsafeBufferPointer<UInt8>, _ trimmed: UnsafeBufferPointer<UInt8>,
    _ field: ContactField, _ warnings: inout [ContactCheck.Warning]
  ) {
    guard let sign = CellText.invisibleEnd(cell, without: trimmed) else { return }
    warnings.append(
      .init(
        field: field, rule: .invisible,
        reason: "An invisible character, \(sign.name), at an end is removed."))
  }

  private func tellInside(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Place,
    _ warnings: inout [ContactCheck.Warning]
  ) {
    guard let field = place.field,
      let sign = InvisibleSign(in: String(decoding: bytes, as: UTF8.self), joiners: false)
    else { return }
    warnings.append(.init(field: field, rule: .invisible, reason: sign.sentence))
  }
}

internal import Basics

/// Reads what a mapping file says of one column: a field, `keep`, `ignore`, or a table of both
/// fields and what is done to the cells.
struct ColumnRuleReading {
  let reading: MappingFileReading
  let entry: TOMLTable.Entry

  private static let keys = [
    "field", "fields", "split", "separator", "strip", "dates", "joined", "values",
  ]

  private var heading: String { entry.key }

  func rule() throws(MappingFileProblem) -> ColumnRule {
    if let word = entry.value.text {
      return switch word {
      case "keep": ColumnRule(heading: heading, target: .kept)
      case "ignore": ColumnRule(heading: heading, target: .ignored)
      default: ColumnRule(heading: heading, target: .field(word))
      }
    }
    guard let table = entry.value.table else {
      throw expected("a field, \"keep\", \"ignore\", or { field = … }")
    }
    for setting in table.entries where !Self.keys.contains(setting.key) {
      throw reading.problem(
        "column \"\(heading)\": unknown setting: \(setting.key).", setting.line,
        hint: MappingFileProblem.hint(nearTo: setting.key, in: Self.keys))
    }
    var change = Transformation()
    if let strip = table["strip"] {
      guard let prefix = strip.value.text, !prefix.trimmed.isEmpty else {
        throw expected("strip to be a text in quotes")
      }
      change.strip = PrefixStrip(prefix)
    }
    if let values = table["values"] { change.words = try words(values.value) }
    let target = try target(table, &change)
    return ColumnRule(
      heading: heading, target: target,
      transformation: change == Transformation() ? nil : change)
  }

  private func target(
    _ table: TOMLTable, _ change: inout Transformation
  ) throws(MappingFileProblem) -> Mapping.Target {
    if let fields = table["fields"] { return try parts(fields.value, table, &change) }
    guard let field = table["field"]?.value.text, !field.isEmpty else {
      throw expected("field = \"…\" or fields = [ … ]")
    }
    if table["separator"] != nil { throw expected("fields = [ … ] with a separator") }
    if let joined = table["joined"] {
      guard joined.value.truth == true, table["split"] == nil, table["dates"] == nil,
        ContactField(key: field).map({ Mapping.joint(of: $0) != nil }) == true
      else { throw expected("joined = true with a field of several values, such as phone") }
      return .more(field)
    }
    if let order = table["split"] {
      guard field == ContactField.name.key, table["dates"] == nil else {
        throw expected("split with field = \"name\" alone")
      }
      let known = NameSplit.Order.allCases.map(\.rawValue)
      let word = try reading.oneOf(order, known, of: heading)
      change.step = .name(NameSplit(NameSplit.Order(rawValue: word) ?? .givenFamily))
      return .fields(NameSplit.fields.map(\.key))
    }
    if let dates = table["dates"] {
      let known = ["auto"] + DateOrder.allCases.map(\.rawValue)
      let word = try reading.oneOf(dates, known, of: heading)
      change.step = .dates(DateColumn(order: DateOrder(rawValue: word)))
    }
    return .field(field)
  }

  private func parts(
    _ value: TOMLValue, _ table: TOMLTable, _ change: inout Transformation
  ) throws(MappingFileProblem) -> Mapping.Target {
    let fields = (value.list ?? []).map { $0.text ?? "" }
    guard fields.count > 1, !fields.contains(""), Set(fields).count == fields.count else {
      throw expected("fields to be two names or more, such as [\"phone\", \"mobile\"]")
    }
    if table["split"]?.value.text == "place" {
      guard fields == [ContactField.postcode.key, ContactField.city.key],
        table["separator"] == nil
      else { throw expected("fields = [\"postcode\", \"city\"] with split = \"place\"") }
      change.step = .place
      return .fields(fields)
    }
    guard let separator = table["separator"]?.value.text, !separator.isEmpty else {
      throw expected("separator = \"/\" or what else separates the values")
    }
    if table["field"] != nil || table["split"] != nil || table["dates"] != nil {
      throw expected("fields with separator and strip alone")
    }
    change.step = .parts(CellSplit(separator: separator, count: fields.count))
    return .fields(fields)
  }

  private func words(_ value: TOMLValue) throws(MappingFileProblem) -> ValueWords {
    let entries = value.table?.entries ?? []
    var pairs: [ValueWords.Pair] = []
    for entry in entries {
      guard let meaning = entry.value.text else { break }
      pairs.append(ValueWords.Pair(word: entry.key, meaning: meaning))
    }
    guard !pairs.isEmpty, pairs.count == entries.count else {
      throw expected("values = { \"word in the list\" = \"value\" }")
    }
    return ValueWords(pairs: pairs)
  }

  private func expected(_ what: String) -> MappingFileProblem {
    reading.problem("column \"\(heading)\": expected \(what).", entry.line)
  }
}

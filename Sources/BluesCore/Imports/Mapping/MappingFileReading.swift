internal import Basics
internal import Tabular

/// Reads a mapping file, and refuses what it does not know with the line it stands in.
struct MappingFileReading {
  let name: String

  private static let keys = [
    "source", "encoding", "delimiter", "header", "header_line", "sheet", "unmapped", "set",
    "columns",
  ]

  func fill(_ file: inout MappingFile, from text: String) throws(MappingFileProblem) {
    for entry in try parsed(text).entries {
      switch entry.key {
      case "source": file.source = try word(entry)
      case "sheet": file.sheet = try word(entry)
      case "encoding": file.encoding = try encoding(entry)
      case "delimiter": file.delimiter = try delimiter(entry)
      case "header":
        guard let said = entry.value.truth else { throw wrong(entry, "true or false") }
        file.hasHeader = said
      case "header_line":
        guard case .integer(let line) = entry.value, line > 0 else {
          throw wrong(entry, "the number of a line")
        }
        file.headerLine = line
      case "unmapped":
        let known = ImportRequest.Unmapped.allCases.map(\.rawValue)
        file.unmapped = ImportRequest.Unmapped(rawValue: try oneOf(entry, known))
      case "set": (file.set, file.lines.set) = try set(entry)
      case "columns": (file.columns, file.lines.columns) = try columns(entry)
      default:
        throw problem(
          "unknown setting: \(entry.key).", entry.line,
          hint: MappingFileProblem.hint(nearTo: entry.key, in: Self.keys))
      }
    }
  }

  private func parsed(_ text: String) throws(MappingFileProblem) -> TOMLTable {
    do {
      return try TOMLReader.table(of: text)
    } catch {
      throw problem("column \(error.column): \(error.sentence).", error.line, hint: error.hint)
    }
  }

  private func set(
    _ entry: TOMLTable.Entry
  ) throws(MappingFileProblem) -> ([ImportRequest.Default], [TOMLKey: Int]) {
    guard let table = entry.value.table else {
      throw wrong(entry, "lines such as country = \"ES\"")
    }
    var all: [ImportRequest.Default] = []
    for given in table.entries {
      guard let text = given.value.text, !text.trimmed.isEmpty else {
        throw wrong(given, "a text in quotes")
      }
      if given.key == "country", CountryCode(spelled: text) == nil {
        throw problem("unknown country: \(text).", given.line, hint: "write its two letters")
      }
      all.append(.init(field: given.key, value: text.trimmed))
    }
    return (all, lines(of: table))
  }

  private func columns(
    _ entry: TOMLTable.Entry
  ) throws(MappingFileProblem) -> ([ColumnRule], [TOMLKey: Int]) {
    guard let table = entry.value.table else {
      throw wrong(entry, "lines such as \"Heading\" = \"field\"")
    }
    var rules: [ColumnRule] = []
    for entry in table.entries {
      rules.append(try ColumnRuleReading(reading: self, entry: entry).rule())
    }
    return (rules, lines(of: table))
  }

  private func lines(of table: TOMLTable) -> [TOMLKey: Int] {
    Dictionary(table.entries.map { (TOMLKey(text: $0.key), $0.line) }) { first, _ in first }
  }

  private func encoding(_ entry: TOMLTable.Entry) throws(MappingFileProblem) -> TextEncoding {
    let text = try word(entry)
    guard let encoding = TextEncoding(named: text) else {
      let known = TextEncoding.allCases.map(\.name)
      throw problem(
        "unknown encoding: \(text).", entry.line,
        hint: MappingFileProblem.hint(nearTo: text, in: known))
    }
    return encoding
  }

  private func delimiter(_ entry: TOMLTable.Entry) throws(MappingFileProblem) -> UInt8 {
    let text = try word(entry)
    if let named = TOMLText.delimiters[text] { return named }
    guard let byte = text.utf8.first, text.utf8.count == 1, Dialect.canDelimit(byte) else {
      throw wrong(entry, "one character, or tab")
    }
    return byte
  }

  private func word(_ entry: TOMLTable.Entry) throws(MappingFileProblem) -> String {
    guard let text = entry.value.text, !text.isEmpty else {
      throw wrong(entry, "a text in quotes")
    }
    return text
  }

  /// One of the known words; where a column's rule has it, the column is told.
  func oneOf(
    _ entry: TOMLTable.Entry, _ known: [String], of heading: String? = nil
  ) throws(MappingFileProblem) -> String {
    let text = entry.value.text ?? ""
    if known.contains(text) { return text }
    let words = known.map { "\"\($0)\"" }.joined(separator: ", ")
    throw problem(
      "\(heading ?? entry.key): expected \(entry.key) to be one of \(words).", entry.line)
  }

  private func wrong(_ entry: TOMLTable.Entry, _ expected: String) -> MappingFileProblem {
    problem("\(entry.key): expected \(expected).", entry.line)
  }

  func problem(_ sentence: String, _ line: Int, hint: String? = nil) -> MappingFileProblem {
    MappingFileProblem(in: name, line: line, sentence, hint: hint)
  }
}

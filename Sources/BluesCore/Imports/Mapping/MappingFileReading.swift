internal import Basics
internal import Tabular
internal import TOMLKit

/// Reads a mapping file, and refuses what it does not know with the line it stands in.
struct MappingFileReading {
  let text: String
  let name: String

  private static let keys = [
    "source", "encoding", "delimiter", "header", "sheet", "unmapped", "set", "columns",
  ]

  func fill(_ file: inout MappingFile) throws(MappingFileProblem) {
    let table = try parsed()
    for key in table.keys {
      guard let value = table[key] else { continue }
      switch key {
      case "source": file.source = try word(value, key)
      case "sheet": file.sheet = try word(value, key)
      case "encoding": file.encoding = try encoding(value)
      case "delimiter": file.delimiter = try delimiter(value)
      case "header":
        guard let said = value.bool else { throw wrong(key, "true or false") }
        file.hasHeader = said
      case "unmapped":
        let known = ImportRequest.Unmapped.allCases.map(\.rawValue)
        file.unmapped = ImportRequest.Unmapped(rawValue: try oneOf(value, key, known))
      case "set": file.set = try set(value)
      case "columns": file.columns = try columns(value)
      default:
        throw problem(
          "there is no setting \(key).", key, nil,
          hint: MappingFileProblem.hint(nearTo: key, in: Self.keys))
      }
    }
  }

  private func parsed() throws(MappingFileProblem) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw MappingFileProblem(
        message: "\(name):\(error.source.begin.line): found what is no TOML, "
          + "column \(error.source.begin.column).",
        hint: "the parser says: \(VisibleLine.first(of: error.description))")
    } catch {
      throw MappingFileProblem(message: "\(name): the file is no TOML.")
    }
  }

  private func set(_ value: any TOMLValueConvertible) throws(MappingFileProblem)
    -> [ImportRequest.Default]
  {
    guard let table = value.table else { throw wrong("set", "lines such as country = \"ES\"") }
    var all: [ImportRequest.Default] = []
    for key in table.keys {
      guard let text = table[key]?.string, !text.trimmed.isEmpty else {
        throw wrong(key, "a text in quotes", in: "set")
      }
      if key == "country", CountryCode(spelled: text) == nil {
        throw problem("\(text) is no country.", key, "set", hint: "write its two letters")
      }
      all.append(.init(field: key, value: text.trimmed))
    }
    return all
  }

  private func columns(_ value: any TOMLValueConvertible) throws(MappingFileProblem)
    -> [ColumnRule]
  {
    guard let table = value.table else {
      throw wrong("columns", "lines such as \"Heading\" = \"field\"")
    }
    var rules: [ColumnRule] = []
    for heading in table.keys {
      guard let value = table[heading] else { continue }
      rules.append(try ColumnRuleReading(reading: self, heading: heading).rule(value))
    }
    return rules
  }

  private func encoding(
    _ value: any TOMLValueConvertible
  ) throws(MappingFileProblem) -> TextEncoding {
    let text = try word(value, "encoding")
    guard let encoding = TextEncoding(named: text) else {
      let known = TextEncoding.allCases.map(\.name)
      throw problem(
        "there is no encoding \(text).", "encoding", nil,
        hint: MappingFileProblem.hint(nearTo: text, in: known))
    }
    return encoding
  }

  private func delimiter(_ value: any TOMLValueConvertible) throws(MappingFileProblem) -> UInt8 {
    let text = try word(value, "delimiter")
    if let named = TOMLText.delimiters[text] { return named }
    guard let byte = text.utf8.first, text.utf8.count == 1 else {
      throw wrong("delimiter", "one character, or tab")
    }
    return byte
  }

  private func word(
    _ value: any TOMLValueConvertible, _ key: String
  ) throws(MappingFileProblem) -> String {
    guard let text = value.string, !text.isEmpty else { throw wrong(key, "a text in quotes") }
    return text
  }

  func oneOf(
    _ value: any TOMLValueConvertible, _ key: String, _ known: [String], of heading: String? = nil
  ) throws(MappingFileProblem) -> String {
    let text = value.string ?? ""
    if known.contains(text) { return text }
    let words = known.map { "\"\($0)\"" }.joined(separator: ", ")
    throw wrong(heading ?? key, "\(key) to be one of \(words)", in: heading.map { _ in "columns" })
  }

  func wrong(_ key: String, _ expected: String, in section: String? = nil) -> MappingFileProblem {
    problem("\(key): expected \(expected).", key, section)
  }

  func problem(
    _ sentence: String, _ key: String, _ section: String?, hint: String? = nil
  ) -> MappingFileProblem {
    let line = TOMLLines(text).line(of: key, in: section)
    return MappingFileProblem(
      message: TOMLLines.place(name, line) + ": \(sentence)", hint: hint)
  }
}

/// The first line of a message, since a hint is one.
enum VisibleLine {
  static func first(of text: String) -> String {
    String(text.utf8.split(separator: 0x0A).first.map { Substring($0) } ?? "")
  }
}

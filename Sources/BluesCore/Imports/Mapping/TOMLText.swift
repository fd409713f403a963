package import Basics
internal import Tabular

/// Writes mapping files, with remarks that explain them.
enum TOMLText {
  /// Names for characters that are hard to see in a file.
  static let delimiters: [String: UInt8] = [
    "tab": 0x09, "comma": 0x2C, "semicolon": 0x3B, "bar": 0x7C,
  ]

  /// A text as a TOML basic string (TOML 1.0.0, section "String").
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        let hex = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

extension MappingFile {
  /// The file's text, with the name of the list that it was made for and the day that was.
  package func toml(list: String, on day: Day) -> String {
    var lines = [
      "# How \(TOMLText.quoted(list)) is read and mapped; made by blues on \(day).",
      "# Use it again with --mapping; options on the command line take precedence.",
    ]
    func say(_ key: String, _ value: String?) {
      if let value { lines.append("\(key) = \(value)") }
    }
    say("source", source.map(TOMLText.quoted))
    say("encoding", encoding.map { TOMLText.quoted($0.name) })
    say("delimiter", delimiter.map(Self.written))
    say("header", hasHeader.map { "\($0)" })
    say("header_line", headerLine.map { "\($0)" })
    say("sheet", sheet.map(TOMLText.quoted))
    say("unmapped", (unmapped?.rawValue).map(TOMLText.quoted))
    if !set.isEmpty {
      lines += ["", "# Values for rows that have none of their own.", "[set]"]
      for given in set { say(given.field, TOMLText.quoted(given.value)) }
    }
    lines += [
      "", "# Heading, or number of the column = field, \"keep\" or \"ignore\".", "[columns]",
    ]
    for rule in columns {
      lines.append(
        "\(TOMLText.quoted(rule.heading)) = \(Self.written(rule))"
          + (rule.remark.map { "  # \($0)" } ?? ""))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func written(_ delimiter: UInt8) -> String {
    let name = TOMLText.delimiters.first { $0.value == delimiter }?.key
    return TOMLText.quoted(name ?? String(decoding: [delimiter], as: UTF8.self))
  }

  private static func written(_ rule: ColumnRule) -> String {
    guard let change = rule.transformation else {
      return switch rule.target {
      case .kept: "\"keep\""
      case .ignored: "\"ignore\""
      case .field(let name): TOMLText.quoted(name)
      case .fields(let names): "{ fields = \(written(names)) }"
      case .more(let name): "{ field = \(written(name)), joined = true }"
      }
    }
    var parts: [String] = []
    switch change.step {
    case .name(let split):
      parts = ["field = \"name\"", "split = \(TOMLText.quoted(split.order.rawValue))"]
    case .parts(let split):
      parts = [
        "fields = \(written(rule.fields))", "separator = \(TOMLText.quoted(split.separator))",
      ]
    case .dates(let column):
      parts = [
        "field = \(written(rule.fields[0]))", "dates = \"\(column.order?.rawValue ?? "auto")\"",
      ]
    case .place: parts = ["fields = \(written(rule.fields))", "split = \"place\""]
    case nil: parts = ["field = \(written(rule.fields[0]))"]
    }
    if let words = change.words {
      let pairs = words.pairs.map { "\(TOMLText.quoted($0.word)) = \(TOMLText.quoted($0.meaning))" }
      parts.append("values = { \(pairs.joined(separator: ", ")) }")
    }
    if let strip = change.strip { parts.append("strip = \(TOMLText.quoted(strip.prefix))") }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private static func written(_ name: String) -> String { TOMLText.quoted(name) }

  private static func written(_ names: [String]) -> String {
    "[\(names.map(TOMLText.quoted).joined(separator: ", "))]"
  }
}

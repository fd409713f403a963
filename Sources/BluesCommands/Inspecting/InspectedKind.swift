internal import Basics
internal import Documents
internal import Tabular

/// What kind of file it is and the conventions it follows, as an inspection states them.
enum InspectedKind {
  static func name(of reading: Reading) -> String {
    switch reading.kind {
    case .text: "csv"
    case .workbook: "xlsx"
    case .cards: "vcard"
    case .json: "json"
    }
  }

  /// The conventions as members of the JSON answer.
  static func members(of reading: Reading) -> [JSONMember] {
    switch reading.kind {
    case .text(let text): members(of: text) + [preamble(reading)]
    case .workbook(let book): [JSONMember("sheet", .string(book.sheet)), preamble(reading)]
    case .cards(let cards):
      encoding(cards.encoding, cards.encodingBasis, hadMark: cards.hadByteOrderMark)
    case .json(let json):
      encoding(
        json.encoding, json.encodingBasis, hadMark: json.encodingBasis == .byteOrderMark)
    }
  }

  private static func preamble(_ reading: Reading) -> JSONMember {
    JSONMember("preamble_lines", .integer(reading.preambleLines))
  }

  private static func members(of text: TextReading) -> [JSONMember] {
    let dialect = text.dialect
    return encoding(text.encoding, text.encodingBasis, hadMark: text.hadByteOrderMark) + [
      JSONMember("delimiter", .string(character(dialect.delimiter))),
      JSONMember("quote", .string(character(dialect.quote))),
      JSONMember("newline", .string(dialect.newline.rawValue)),
      JSONMember("escape", dialect.escape.map { .string(character($0)) } ?? .null),
      JSONMember("padding", .string(dialect.padding.rawValue)),
    ]
  }

  private static func encoding(
    _ encoding: TextEncoding, _ basis: Reading.Basis, hadMark: Bool
  ) -> [JSONMember] {
    let words =
      switch basis {
      case .given: "given"
      case .byteOrderMark: "byte order mark"
      case .content: "content"
      }
    return [
      JSONMember("encoding", .string(encoding.name)), JSONMember("encoding_basis", .string(words)),
      JSONMember("byte_order_mark", .bool(hadMark)),
    ]
  }

  private static func character(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }
}

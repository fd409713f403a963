/// What is wrong with a card; the cards after it are read on.
package enum CardFault: Equatable, Sendable {
  /// A line without a colon, or whose name is none.
  case notAProperty
  /// Text before, between or behind the cards.
  case outside
  /// A value in quoted-printable holds a byte that its character set has no character for.
  case undecodable(byte: UInt8, encoding: TextEncoding)
  /// The character set that a value names is none that can be read.
  case unknownCharset
  /// The card goes on to the end of the file, or to the beginning of the next.
  case unfinished

  /// The rule's short name, as it stands in a rejects file.
  package var rule: String {
    switch self {
    case .notAProperty: "card-line"
    case .outside: "card-outside"
    case .undecodable, .unknownCharset: "encoding"
    case .unfinished: "card-end"
    }
  }

  var found: String {
    switch self {
    case .notAProperty: "a line that is not a property"
    case .outside: "text outside a card"
    case .undecodable(let byte, let encoding):
      "byte 0x\(UndecodableByte.hex(byte)), which has no meaning in \(encoding.name)"
    case .unknownCharset: "an unknown character set"
    case .unfinished: "a card without its end"
    }
  }

  var expected: String {
    switch self {
    case .notAProperty: "a name and a colon, such as TEL:"
    case .outside: "BEGIN:VCARD"
    case .undecodable: "text"
    case .unknownCharset: "one such as UTF-8"
    case .unfinished: "END:VCARD"
    }
  }
}

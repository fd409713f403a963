package import Basics

/// An e-mail address, kept as it was given.
///
/// Rules: one @ outside quotes, a domain or an address literal, at most 254 bytes in all and 64
/// before the @ (RFC 5321). UTF-8 is taken before the @ (RFC 6531) and in the domain (IDN). What
/// only a message's heading may hold, comments and folded blanks, is refused.
package struct EmailAddress: Sendable {
  /// The address as it was given, without blanks around it.
  package let text: String
  /// What two spellings of one mailbox share: the address in small ASCII letters.
  package let key: String
  let oddities: Oddities

  /// What is allowed in an address, but more often a slip than meant.
  struct Oddities: OptionSet, Sendable {
    let rawValue: UInt8
    static let quotedName = Oddities(rawValue: 1)
    static let singleLabel = Oddities(rawValue: 2)
    static let numericTop = Oddities(rawValue: 4)
    static let addressLiteral = Oddities(rawValue: 8)

    var areOfDomain: Bool { !isDisjoint(with: [.singleLabel, .numericTop, .addressLiteral]) }
  }

  /// Reads an address; the problem does not repeat it, since it is personal data.
  package init(_ text: String) throws(EmailProblem) {
    let bytes = text.trimmedBytes
    oddities = try EmailReading(bytes: bytes).check()
    self.text = String(decoding: bytes, as: UTF8.self)
    key = String(decoding: bytes.map(\.lowered), as: UTF8.self)
  }

  /// The part after the @, in small letters.
  package var domain: String {
    let bytes = Array(key.utf8)
    let at = bytes.lastIndex(of: 0x40) ?? -1
    return String(decoding: bytes[(at + 1)...], as: UTF8.self)
  }
}

extension EmailAddress: Hashable, Comparable, CustomStringConvertible {
  package static func == (one: EmailAddress, other: EmailAddress) -> Bool {
    one.key.utf8.elementsEqual(other.key.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in key.utf8 { hasher.combine(byte) }
  }

  package static func < (one: EmailAddress, other: EmailAddress) -> Bool {
    one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
  }

  package var description: String { text }
}

/// Why a text is no e-mail address.
package enum EmailProblem: Problem, Equatable {
  case empty
  case noAt
  case severalAts
  case tooLong(bytes: Int)
  case longLocalPart(bytes: Int)
  case badLocalPart
  case badLabel

  package var message: String {
    switch self {
    case .empty: "The e-mail address is missing."
    case .noAt: "The e-mail address has no @."
    case .severalAts: "The e-mail address has more than one @."
    case .tooLong(let bytes): "The e-mail address has \(bytes) bytes; the maximum is 254."
    case .longLocalPart(let bytes):
      "The e-mail address has \(bytes) bytes before the @; the maximum is 64."
    case .badLocalPart: "The e-mail address has characters before the @ that are not allowed there."
    case .badLabel: "The e-mail address has a domain that cannot exist."
    }
  }

  package var hint: String? {
    switch self {
    case .severalAts: "Put each address in a cell of its own."
    default: "Write it as name@example.org."
    }
  }

  package var kind: ProblemKind { .badData }
}

/// What is wrong with a file of JSON (RFC 8259), or with one object of it.
package enum JSONFault: Equatable, Sendable {
  /// The file breaks the grammar; the column counts characters from 1.
  case syntax(JSONSlip, column: Int)
  /// A key that stands in the object twice.
  case repeatedKey(String)
  /// A key that the first object does not have, so that there is no column for it.
  case unknownKey(String)
  /// A list or an object where a cell should be.
  case nested(key: String)
  /// Something else where an object should be.
  case noObject

  /// The rule's short name, as it stands in a rejects file.
  package var rule: String {
    switch self {
    case .syntax: "json"
    case .repeatedKey: "json-repeated-key"
    case .unknownKey: "json-unknown-key"
    case .nested, .noObject: "json-nested"
    }
  }

  var found: String {
    switch self {
    case .syntax(let slip, let column): "\(slip.found) at character \(column)"
    case .repeatedKey(let key): "the key \"\(key)\" a second time"
    case .unknownKey(let key): "the key \"\(key)\", which the first object does not have"
    case .nested(let key): "a list or an object under \"\(key)\""
    case .noObject: "a value that is not an object"
    }
  }

  var expected: String {
    switch self {
    case .syntax(let slip, _): slip.expected
    case .repeatedKey: "each key once"
    case .unknownKey: "the keys of the first object"
    case .nested: "a text, a number, true, false or null"
    case .noObject: "an object"
    }
  }
}

/// How a text breaks the grammar of JSON.
package enum JSONSlip: Equatable, Sendable {
  case badEscape
  case controlCharacter
  case halfSurrogate
  case tooDeep(most: Int)
  /// Something else than what belongs there.
  case unexpected(expected: String)
  case unfinished

  var found: String {
    switch self {
    case .badEscape: "an unknown escape"
    case .controlCharacter: "a control character"
    case .halfSurrogate: "half of a pair of surrogates"
    case .tooDeep(let most): "more than \(most) nested lists and objects"
    case .unexpected: "an unexpected character"
    case .unfinished: "the end of the file"
    }
  }

  var expected: String {
    switch self {
    case .badEscape: #"one such as \n or \u00e9"#
    case .controlCharacter: #"its escape, such as \n"#
    case .halfSurrogate: "both halves"
    case .tooDeep: "fewer"
    case .unexpected(let expected): expected
    case .unfinished: "more"
    }
  }
}

/// The grammar is broken at a place, and what follows cannot be trusted.
struct JSONBreak: Error, Equatable {
  let line: Int
  let column: Int
  let slip: JSONSlip

  var fault: RowFault {
    RowFault(line: line, column: 0, kind: .json(.syntax(slip, column: column)))
  }
}

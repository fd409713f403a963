internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import Tabular

/// Wraps a value's own reader for the parser, so that its sentence and hint reach the person.
func argument<Value>(
  _ read: @escaping @Sendable (String) throws -> Value
) -> @Sendable (String) throws -> Value {
  { text in
    do {
      return try read(text)
    } catch let problem as any Problem {
      throw ValidationError(problem.reason)
    }
  }
}

/// Readers for what many commands take.
enum Read {
  static let date = argument { try DateExpression($0) }
  static let country = argument { try CountryCode(parsing: $0) }
  static let statedBasis = argument { try LegalBasisOption($0) }
  static let rule = argument { try ContactRule(accepting: $0) }
  static let condition = argument { try Condition(parsing: $0) }
  static let deliverable = argument { try DeliverableCode(typed: $0) }
  static let milestone = argument { try MilestoneCode(typed: $0) }

  /// The code of a record of any kind.
  static func code<Code: RecordCode>(_ text: String) throws -> Code {
    try argument { try Code(typed: $0) }(text)
  }

  static let score = argument { try Feedback.Score($0) }
  static let exchange = argument { try ExchangeCode($0) }
  static let money = argument { try Money(typed: $0) }
  static let due = argument { text in
    do {
      return try DueExpression(text)
    } catch DateProblem.notADate {
      throw ValidationError(
        "Not a due date: \(text). Write a project month, M6, or 2020-07-31, today, +2w, eom or "
          + "RP1.end.")
    }
  }
  static let month = argument { text in
    guard let month = ProjectMonth(text) else {
      throw ValidationError("\(text) is not a project month such as M13.")
    }
    return month
  }
  static let assignment = argument { text in
    guard let assignment = ImportRequest.Assignment(text) else {
      throw ValidationError("\(text) has no equals sign. Write it as HEADING=FIELD.")
    }
    return assignment
  }
  static let given = argument { text in
    guard let given = ImportRequest.Default(text) else {
      throw ValidationError("\(text) has no equals sign. Write it as FIELD=VALUE.")
    }
    return given
  }
  static let encoding = argument { text in
    guard let encoding = TextEncoding(named: text) else {
      let known = TextEncoding.allCases.map(\.name)
      let near = EditDistance.nearest(to: text, in: known).first.map { "Did you mean \($0)? " }
      throw ValidationError(
        "Unknown encoding: \(text). \(near ?? "")Known: \(known.joined(separator: ", ")).")
    }
    return encoding
  }
  /// Several words between commas.
  static let words = argument { text in
    text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
  /// One character, or the words tab, comma, semicolon, bar.
  static let delimiter = argument { text in
    let named: [String: UInt8] = [
      "tab": 0x09, "\\t": 0x09, "comma": 0x2C, "semicolon": 0x3B, "bar": 0x7C, "pipe": 0x7C,
      "space": 0x20,
    ]
    if let byte = named[text] { return byte }
    guard let byte = text.utf8.first, text.utf8.count == 1, Dialect.canDelimit(byte) else {
      throw ValidationError(
        "Not a delimiter: \(VisibleText.line(text)). Write one character, or tab.")
    }
    return byte
  }
}

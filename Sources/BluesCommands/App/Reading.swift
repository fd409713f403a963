internal import ArgumentParser
internal import BluesCore
internal import Documents
internal import Tabular

/// Wraps a value's own reader for the parser, so that its sentence and hint reach the person.
func reading<Value>(
  _ read: @escaping @Sendable (String) throws -> Value
) -> @Sendable (String) throws -> Value {
  { text in
    do {
      return try read(text)
    } catch let problem as any Problem {
      throw ValidationError(
        [problem.message, problem.hint].compactMap(\.self).joined(separator: " "))
    } catch let problem as ListingProblem {
      throw ValidationError("\(problem.message) \(problem.hint)")
    }
  }
}

/// Readers for what many commands take.
enum Read {
  static let date = reading { try DateExpression($0, order: WrittenDates.order) }
  static let country = reading { try CountryCode(parsing: $0) }
  static let statedBasis = reading { try StatedBasis($0) }
  static let rule = reading { try ContactRule(accepting: $0) }
  static let condition = reading { try Condition(parsing: $0) }
  static let workPackage = reading { try WorkPackageCode($0) }
  static let task = reading { try TaskCode($0) }
  static let deliverable = reading { try DeliverableCode($0) }
  static let milestone = reading { try MilestoneCode($0) }
  static let score = reading { try Feedback.Score($0) }
  static let exchange = reading { try ExchangeCode($0) }
  static let money = reading { try Money($0) }
  static let due = reading { text in
    guard let due = Due(text) else {
      throw ValidationError("\(text) is no due date. Write a project month, M6, or 2020-07-31.")
    }
    return due
  }
  static let month = reading { text in
    guard let month = ProjectMonth(text) else {
      throw ValidationError("\(text) is no project month. Write it as M18.")
    }
    return month
  }
  static let assignment = reading { text in
    guard let assignment = ImportRequest.Assignment(text) else {
      throw ValidationError("\(text) has no equals sign. Write it as HEADING=FIELD.")
    }
    return assignment
  }
  static let given = reading { text in
    guard let given = ImportRequest.Default(text) else {
      throw ValidationError("\(text) has no equals sign. Write it as FIELD=VALUE.")
    }
    return given
  }
  static let encoding = reading { text in
    guard let encoding = TextEncoding(named: text) else {
      let known = TextEncoding.allCases.map(\.name)
      let near = EditDistance.nearest(to: text, in: known).first.map { "Did you mean \($0)? " }
      throw ValidationError(
        "There is no encoding \(text). \(near ?? "")Known: \(known.joined(separator: ", ")).")
    }
    return encoding
  }
  /// One character, or the words tab, comma, semicolon, bar.
  static let delimiter = reading { text in
    let named: [String: UInt8] = [
      "tab": 0x09, "\\t": 0x09, "comma": 0x2C, "semicolon": 0x3B, "bar": 0x7C, "pipe": 0x7C,
      "space": 0x20,
    ]
    if let byte = named[text] { return byte }
    guard let byte = text.utf8.first, text.utf8.count == 1 else {
      throw ValidationError("\(text) is no delimiter. Write one character, or tab.")
    }
    return byte
  }
}

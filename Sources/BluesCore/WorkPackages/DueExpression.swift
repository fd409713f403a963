internal import Basics

/// A due date as people type it: a project month, or any expression that means a day.
///
/// `M18` and `18` stay a month, which an amendment moves; `M18.end`, `+2w` or `eom` become the day
/// that they mean now.
package struct DueExpression: Sendable {
  /// The text as it was typed.
  package let text: String
  private let kind: Kind

  /// What the text means, a day only once the project is known.
  private enum Kind: Sendable {
    case month(Due)
    case day(DateExpression)
  }

  package init(_ text: String) throws(DateProblem) {
    self.text = text.trimmed
    if let due = Due(text), case .month = due {
      kind = .month(due)
    } else {
      kind = .day(try DateExpression(text))
    }
  }

  package func resolve(in context: DateContext) throws(DateProblem) -> Due {
    switch kind {
    case .month(let due): due
    case .day(let expression): .day(try expression.resolve(in: context))
    }
  }
}

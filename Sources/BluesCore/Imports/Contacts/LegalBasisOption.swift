package import Basics

/// A legal basis and the day since when it holds, as a person writes both in one.
package struct LegalBasisOption: Sendable, Equatable {
  package let basis: LegalBasis
  /// The day as it is written, which is a day in some order of its parts.
  private let written: String

  /// Reads `consent 2021-03-01`; a comma or colon may stand between.
  ///
  /// - Throws: `StatedBasisProblem` when a part is missing or is none.
  package init(_ text: String) throws {
    let text = text.trimmed
    let mark = text.utf8.lastIndex { [0x20, 0x2C, 0x3A].contains($0) }
    guard let mark else { throw StatedBasisProblem.incomplete(text) }
    let written = String(text[text.utf8.index(after: mark)...])
    guard WrittenDay(written) != nil || WrittenDay.isEitherWay(written) else {
      throw StatedBasisProblem.noDay(written)
    }
    basis = try LegalBasis(String(text[..<mark]))
    self.written = written
  }

  /// What every row says that does not say it itself.
  ///
  /// - Throws: `DateProblem.orderUnknown` for a day that can be two, where no order is said.
  package func defaults(_ order: DateOrder? = nil) throws -> [ImportRequest.Default] {
    let day = try DateExpression(written).resolve(
      in: DateContext(today: Day(number: 0), order: order))
    return [
      ImportRequest.Default(field: ContactField.basis.key, value: basis.rawValue),
      ImportRequest.Default(field: ContactField.basisDate.key, value: day.iso),
    ]
  }
}

/// Why a legal basis with its date cannot be read.
package enum StatedBasisProblem: Problem, Equatable {
  case incomplete(String)
  case noDay(String)

  package var message: String {
    switch self {
    case .incomplete(let text): "Not a legal basis with its date: \(text)."
    case .noDay(let text): "Not a date: \(text)."
    }
  }

  package var hint: String? { "Write it as 'consent 2021-03-01'." }

  package var kind: ProblemKind { .usage }
}

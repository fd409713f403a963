internal import Tabular

/// What came of an import: every row read is in exactly one of the four counts.
package struct ImportOutcome: Sendable, Equatable {
  package var created = 0
  package var updated = 0
  package var unchanged = 0
  /// Of the unchanged rows, those that repeat an earlier row of the same list.
  package var repeated = 0
  package var rejectedByRule: [String: Int] = [:]
  /// The first rejections, for showing.
  package var firstRejections: [Rejection] = []
  package var mapping: Mapping
  /// How the list was read, in words, such as `UTF-8, semicolon, quotes "`.
  package var reading: [String]

  package var rejected: Int { rejectedByRule.values.reduce(0, +) }
  package var read: Int { created + updated + unchanged + rejected }

  package init(mapping: Mapping, reading: [String]) {
    self.mapping = mapping
    self.reading = reading
  }

  /// How many rejections are kept for showing.
  static let shownRejections = 10

  mutating func count(_ rejection: Rejection) {
    rejectedByRule[rejection.rule, default: 0] += 1
    if firstRejections.count < Self.shownRejections { firstRejections.append(rejection) }
  }
}

/// Why an import stops as a whole and changes nothing.
package enum ImportProblem: Problem, Equatable {
  case tooManyRejected(Int)

  package var message: String {
    switch self {
    case .tooManyRejected(let count): "More than \(count) rows were rejected; nothing was imported."
    }
  }

  package var hint: String? {
    switch self {
    case .tooManyRejected: "look at the rejects with --dry-run, or raise --max-errors"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .tooManyRejected: .badData
    }
  }
}

package import Basics
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
  /// Rows that were taken though a rule speaks against a value of theirs.
  package var warned = 0
  package var warningsByRule: [ContactRule: Int] = [:]
  /// The first warnings, for showing.
  package var firstWarnings: [PlacedWarning] = []
  /// What may be a slip in records that were taken, and the first of them for showing.
  package var doubted = 0
  package var firstDoubts: [PlacedDoubt] = []
  /// What people changed and the list would change again, in the order of the rows.
  package var keptEdits: [ManualEdit] = []
  /// What the list changed in known records, in the order of the rows; nil where it is not told.
  package var changes: [ChangedField]?
  /// The known records that the list no longer has; nil where it need not have all.
  package var absent: AbsentRecords?
  /// Rows in which no cell says anything; they are not counted as read.
  package var blankRows = 0
  /// Rows that add up the others and are left out; they are not counted as read.
  package var totals = 0
  /// The lines of the first of them.
  package var firstTotals: [Int] = []
  /// The lines of rows that are left out because the person is on the stop list; they are not counted
  /// as read.
  package var stopped: [Int] = []
  /// How many organisations became members of the cluster of a partner.
  package var joined = 0
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

  mutating func count(_ rule: ContactRule, _ line: Int, _ column: Int, _ reason: String) {
    warningsByRule[rule, default: 0] += 1
    guard firstWarnings.count < Self.shownRejections else { return }
    firstWarnings.append(
      PlacedWarning(line: line, column: column, rule: rule.rawValue, reason: reason))
  }

  mutating func count(_ doubts: Doubts, line: Int) {
    doubted += doubts.sentences.count + doubts.untold
    for sentence in doubts.sentences.prefix(Self.shownRejections - firstDoubts.count) {
      firstDoubts.append(PlacedDoubt(line: line, sentence: sentence))
    }
  }

  /// Counts a row that adds up the others.
  mutating func countTotals(line: Int) {
    totals += 1
    if firstTotals.count < Self.shownRejections { firstTotals.append(line) }
  }

  mutating func count(_ rejection: Rejection) {
    rejectedByRule[rejection.rule, default: 0] += 1
    if firstRejections.count < Self.shownRejections { firstRejections.append(rejection) }
  }
}

extension RowNote {
  /// The rule that the note is counted by.
  var rule: ContactRule {
    switch kind {
    case .quoteInBareCell: .bareQuote
    case .longNumber: .longNumber
    case .noHeading: .noHeading
    }
  }
}

/// A sentence about what may be a slip in a record, with the line that brought it.
package struct PlacedDoubt: Sendable, Equatable {
  package let line: Int
  package let sentence: String
}

/// What was noticed in a row that was taken: the place and the rule, but not the value.
package struct PlacedWarning: Sendable, Equatable {
  package let line: Int
  /// The number of the cell from 1; 0 when the value came from outside the row.
  package let column: Int
  package let rule: String
  package let reason: String
}

/// Why an import stops as a whole and changes nothing.
package enum ImportProblem: Problem, Equatable {
  case tooManyRejected(Int)
  /// Rows of these records cannot be records of their own where they have one key.
  case cannotKeepRepeats(String)

  package var message: String {
    switch self {
    case .tooManyRejected(let count):
      "More than \(counted(count, "row")) \(agreeing(count, "was", "were")) rejected; "
        + "nothing was imported."
    case .cannotKeepRepeats(let noun): "Two \(noun) cannot have the same key."
    }
  }

  package var hint: String? {
    switch self {
    case .tooManyRejected: "look at the rejects with --dry-run, or raise --max-errors"
    case .cannotKeepRepeats: "give --repeats once or --repeats replace"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .tooManyRejected: .badData
    case .cannotKeepRepeats: .usage
    }
  }
}

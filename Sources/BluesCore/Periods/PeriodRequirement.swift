package import Basics
package import Documents

/// A kind of thing that the report of a period needs before the period is locked.
///
/// A new kind is one file with one of these, named in `PeriodCheck.requirements`.
package protocol PeriodRequirement: Sendable {
  /// Its name in lists and scripts, such as `risk-states`.
  static var name: String { get }
  /// What of it the period still lacks, each with the command that mends it.
  static func missing(_ context: PeriodContext) throws -> [MissingItem]
}

/// What the requirements of a period ask: the period, read once for all of them.
package struct PeriodContext: Sendable {
  package let store: Store
  package let period: Period
  /// The days of the period.
  package let days: ClosedRange<Day>
  package let today: Day
  /// What the costs of the project come to, or why that cannot be computed; nil where the programme
  /// has no categories of costs.
  let ledger: Result<Ledger?, any Error>

  init(_ standing: Periods.Standing, _ store: Store) {
    self.store = store
    period = standing.period
    days = standing.days
    today = store.invocation.today
    ledger = Result { try store.statements.ledgerIfAny(withUnrated: true) }
  }
}

/// Something that a period lacks before it is locked.
package struct MissingItem: Sendable, Equatable {
  /// The record, such as `D3.1`.
  package let code: String
  package let what: String
  /// The command that mends it, or that accepts it.
  package internal(set) var command: String
  /// Whether a figure cannot be computed without it: no reason passes that by.
  package let isFigure: Bool
  /// The requirement that it is of; filled in by the check.
  package internal(set) var requirement = ""
  /// The check of hours that it is of, and the day, such as `2020-05-02`; nil for what has none.
  var hours: (check: String, day: String)?

  package static func == (one: MissingItem, other: MissingItem) -> Bool {
    one.code == other.code && one.what == other.what && one.command == other.command
      && one.isFigure == other.isFigure && one.requirement == other.requirement
  }

  package init(_ code: String, _ what: String, command: String, isFigure: Bool = false) {
    self.code = code
    self.what = what
    self.command = command
    self.isFigure = isFigure
  }

  /// As the lock keeps it: requirement, record and what is missing, the record named once.
  var told: String { "\(requirement) \(named)" }

  /// The record and what is missing, the record named once.
  var named: String {
    what.hasPrefix("\(code): ") || what.hasPrefix("\(code) ") ? what : "\(code): \(what)"
  }

  package static let fields: [Field<MissingItem>] = [
    Field("code", "No", "The record, such as D3.1.", rank: .key) { .text($0.code) },
    Field("requirement", "Kind", "The kind of requirement.", shown: false) {
      .text($0.requirement)
    },
    Field("what", "Missing", "What is missing.", rank: .main) { .text($0.what) },
    Field("figure", "Figure", "Whether a figure cannot be computed.", kind: .flag, shown: false) {
      .flag($0.isFigure)
    },
    Field("command", "Type", "The command that mends it.", kind: .form("command"), rank: .key) {
      .text($0.command)
    },
  ]
}

package import Basics
package import Documents

/// Something that has to be done by a day, with the command that does it.
package struct AgendaItem: Sendable, Equatable {
  /// Who owes it.
  package enum Debtor: Sendable, Equatable {
    /// These partners; none where it is not known.
    case partners([String])
    /// Every partner.
    case all

    /// Whether a partner owes it, alone or with others.
    func includes(_ partner: PartnerCode) -> Bool {
      switch self {
      case .all: true
      case .partners(let codes): codes.contains { (try? PartnerCode($0)) == partner }
      }
    }

    /// The partners in one text; nil where none is known.
    var words: String? {
      switch self {
      case .all: "all"
      case .partners(let codes): codes.isEmpty ? nil : codes.joined(separator: "; ")
      }
    }
  }

  /// The code of the record, such as `D3.1`.
  package let code: String
  /// The kind of thing, such as `deliverable`.
  package let kind: String
  /// What has to be done.
  package let title: String
  /// The day it is due; the last of all days for what has none.
  package let dueOn: Day
  /// Whether it has a day.
  package let isDated: Bool
  package let debtor: Debtor
  /// The command that deals with it.
  package private(set) var command: String
  /// The papers that it lacks.
  package let lacks: [String]
  package let standing: Standing

  init(
    _ code: String, kind: String, _ title: String, dueOn: Day?, _ debtor: Debtor, command: String,
    lacks: [String] = [], today: Day
  ) {
    self.code = code
    self.kind = kind
    self.title = title
    self.dueOn = dueOn ?? Day(number: .max)
    isDated = dueOn != nil
    self.debtor = debtor
    self.command = command
    self.lacks = lacks
    standing = Standing(due: self.dueOn, doneOn: nil, today: today)
  }

  /// The same item with a command that a partner's copy can carry out.
  func offered(by copy: PartnersCopy) -> AgendaItem {
    var item = self
    let debtors: [String] = if case .partners(let codes) = debtor { codes } else { [] }
    item.command = copy.offered(command, of: debtors)
    return item
  }

  /// Whether it is late, or due within so many days.
  func isDue(within days: Int) -> Bool {
    guard isDated else { return false }
    return switch standing {
    case .ahead(let ahead): ahead <= days
    case .late: true
    case .done, .doneLate: false
    }
  }

  package static let fields: [Field<AgendaItem>] = [
    Field("code", "No", "The code of the record, such as D3.1.", rank: .key) { .text($0.code) },
    Field("kind", "Kind", "What it is, such as deliverable.", shown: false) { .text($0.kind) },
    Field("due_on", "Due on", "The day it is due.", kind: .day, rank: .key) {
      $0.isDated ? .day($0.dueOn) : .empty
    },
    Field(
      "standing", "Standing", "Its status today: late, or due in a number of days.", rank: .wanted
    ) { $0.isDated ? $0.standing.cell : .empty },
    Field("late", "Late", "Whether it is late.", kind: .flag, shown: false) {
      .flag($0.standing.isLate)
    },
    Field(
      "days_late", "Days late", "How many days after the due date it is.", kind: .number,
      shown: false
    ) { $0.standing.daysLate.map { .integer($0) } ?? .empty },
    Field("what", "What", "What has to be done.", rank: .main) { .text($0.title) },
    Field("lacks", "Lacks", "The papers that are missing for it.", kind: .list, shown: false) {
      .list($0.lacks)
    },
    Field(
      "whose", "Whose", "The partners that owe it; all where every partner does.",
      kind: .form("partner"), rank: .minor
    ) { .text(orEmpty: $0.debtor.words) },
    Field("command", "Type", "The command that deals with it.", kind: .form("command"), rank: .key)
    { .text($0.command) },
  ]
}

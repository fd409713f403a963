import Basics

@testable import BluesCore

extension Exchanges {
  @discardableResult
  func take(_ state: Exchange.State, _ code: ExchangeCode, on day: Day) throws -> Result {
    try take(Step(state, on: day), code)
  }

  @discardableResult
  func take(_ step: Step, _ code: ExchangeCode) throws -> Result {
    guard let result = try take(step, [code]).first else {
      throw ExchangeProblem.unknown(code, known: [])
    }
    return result
  }

  func agree(_ code: ExchangeCode, on day: Day) throws -> Result {
    try take(.agreed, code, on: day)
  }

  func start(_ code: ExchangeCode, on day: Day) throws -> Result {
    try take(.ongoing, code, on: day)
  }

  func complete(_ code: ExchangeCode, on day: Day) throws -> Result {
    try take(.completed, code, on: day)
  }

  func cancel(_ code: ExchangeCode, on day: Day, because reason: String) throws -> Result {
    try take(Step(.cancelled, on: day, because: reason), code)
  }

  /// Registers the papers that a state asks for, signed on a day, as far as none is there.
  func provide(_ code: ExchangeCode, for state: Exchange.State, on day: Day) throws {
    let kinds = try store.papers.all(code).map(\.kind)
    for kind in try PaperKind.all.required(for: state, one(code).exchange.mode)
    where !kinds.contains(kind.kind) {
      _ = try store.papers.add(code, .kept(kind.kind, signed: kind.signatures, on: day))
    }
  }

  /// Goes the way from where the exchange stands to a state: each step as early as may be, but
  /// none before a day.
  @discardableResult
  func bring(_ code: ExchangeCode, to state: Exchange.State, on day: Day) throws -> Exchange {
    var exchange = try one(code).exchange
    while exchange.state != state, let next = exchange.next {
      let early: Day =
        switch next {
        case .ongoing: exchange.firstDay
        case .completed: exchange.lastDay
        default: day
        }
      let last = try one(code).steps.last?.on ?? day
      try provide(code, for: next, on: max(early, last, day))
      let amount: Money? = next.isMoney ? Money(cents: 30_000) : nil
      exchange = try take(
        Step(next, on: max(early, last, day), amount: amount, reference: "T-1"), code
      ).exchange
    }
    return exchange
  }
}

extension Papers.Draft {
  /// A paper in the cabinet, signed by some on one day.
  static func kept(_ kind: String, signed: [PaperParty] = [], on day: Day) throws -> Papers.Draft {
    var draft = Papers.Draft(kind: try .named(kind))
    draft.note = "In the cabinet"
    draft.dated = day
    draft.signatures = signed.map { ($0, day) }
    return draft
  }
}

extension Exchanges.Setting {
  /// A distance that a person states.
  static func distance(_ kilometres: Int, because basis: String? = nil) -> Exchanges.Setting {
    var setting = Exchanges.Setting()
    setting.distance = kilometres
    setting.distanceBasis = basis
    return setting
  }
}

/// The verbs of one paper and one party, which the program takes for several.
extension Papers {
  func add(_ code: ExchangeCode, _ draft: Draft) throws -> Paper { try add([(code, draft)])[0] }

  func sign(_ code: ExchangeCode, _ kind: PaperKind, _ party: PaperParty, on day: Day) throws
    -> Paper
  {
    try sign(code, kind, [party], on: day)
  }
}

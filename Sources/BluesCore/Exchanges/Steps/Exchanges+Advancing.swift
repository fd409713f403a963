package import Basics
internal import GRDB

extension Exchanges {
  /// How far an exchange went, and why no further.
  package struct Advance: Sendable {
    package let exchange: Exchange
    /// The steps it took, with their days.
    package let steps: [ExchangeStep]
    package let warnings: [Breach]
    /// Why the next step is not taken; nil where nothing is left to do.
    package let stop: (any Problem)?

    /// The reason in one line, without the code of the exchange, which is beside it.
    package var reason: String? {
      stop.map { stop in
        let text = ((stop as? StepProblem)?.brief ?? stop.sentence)
          .split(separator: "\n").joined(separator: " ")
        let code = "\(exchange.code) "
        let bare = text.hasPrefix(code) ? String(text.dropFirst(code.count)) : text
        return bare.hasSuffix(".") ? String(bare.dropLast()) : bare
      }
    }
  }

  /// What is wanted of exchanges that take all the steps they can.
  package struct Advancing: Sendable {
    package let on: Day
    /// The last state to bring them to; closed otherwise.
    package var until: Exchange.State?
    /// What the bank calls the payment; without it none is recorded.
    package var reference: String?

    package init(on day: Day) { on = day }
  }

  /// Takes with each exchange every next step that has its papers and breaks no rule, all of it as
  /// one step of the history.
  ///
  /// Steps are dated on the day given. A stay starts and is completed on its own first and last
  /// day, unless the step before was later.
  ///
  /// - Throws: What stops the exchanges, when none of them can take a step.
  package func advance(_ codes: [ExchangeCode], _ wanted: Advancing) throws -> [Advance] {
    var seen: Set<ExchangeCode> = []
    let codes = codes.filter { seen.insert($0).inserted }
    let today = store.invocation.today
    if let code = codes.first, wanted.on > today {
      throw StepProblem.inTheFuture(code, on: wanted.on, today: today)
    }
    return try store.write { write in
      let results = try codes.map { try advance($0, wanted, write) }
      let moved = results.filter { !$0.steps.isEmpty }
      guard !moved.isEmpty else { throw Self.standstill(results) }
      let steps = moved.reduce(0) { $0 + $1.steps.count }
      let names = moved.map(\.exchange.code.description)
      let whose = names.count <= 3 ? names.joined(separator: ", ") : "\(names.count) exchanges"
      write.records("took \(counted(steps, "step")) of \(whose)", affecting: names)
      return results
    }
  }

  private func advance(
    _ code: ExchangeCode, _ wanted: Advancing, _ write: Transaction
  ) throws -> Advance {
    var (steps, warnings) = ([ExchangeStep](), [Breach]())
    while true {
      let exchange = try Self.fetch(code, write.db)
      func ended(_ stop: (any Problem)?) -> Advance {
        Advance(exchange: exchange, steps: steps, warnings: warnings, stop: stop)
      }
      guard let next = exchange.next else {
        return ended(steps.isEmpty ? StepProblem.over(code, as: exchange.state) : nil)
      }
      if let until = wanted.until, next.place > until.place { return ended(nil) }
      let reference = wanted.reference?.trimmed ?? ""
      guard next != .paid || !reference.isEmpty else {
        return ended(StepProblem.referenceMissing(code))
      }
      let step = Step(
        next, on: try Self.day(of: next, exchange, wanted.on, write.db),
        reference: next == .paid ? reference : nil)
      do {
        try write.db.inSavepoint {
          // What is told at each step is told once.
          warnings += try take(step, code, write).warnings.filter {
            $0.toldFrom == nil || !warnings.contains($0)
          }
          return .commit
        }
        steps.append(ExchangeStep(state: next, on: step.on, note: nil))
      } catch let problem as StepProblem {
        return ended(problem)
      } catch let problem as ExchangeProblem {
        return ended(problem)
      }
    }
  }

  /// The day given; of a stay that ended before, its own days as far as the steps before allow.
  private static func day(
    of state: Exchange.State, _ exchange: Exchange, _ wanted: Day, _ db: Database
  ) throws -> Day {
    let own: Day
    switch state {
    case .ongoing: own = exchange.firstDay
    case .completed: own = exchange.lastDay
    default: return wanted
    }
    let before = try lastDay(id(exchange.code, db), db) ?? own
    return min(max(own, before), wanted)
  }

  /// What is said when no exchange can take a step.
  private static func standstill(_ results: [Advance]) -> any Problem {
    guard let stop = results.lazy.compactMap(\.stop).first else {
      return StepProblem.noneAdvanced(lines(results) { "is \($0.exchange.state.word)" }, .conflict)
    }
    guard results.count > 1 else { return stop }
    return StepProblem.noneAdvanced(
      lines(results) { $0.reason ?? "is \($0.exchange.state.word)" }, stop.kind)
  }

  /// A line for each reason, with the exchanges it is of.
  private static func lines(
    _ results: [Advance], _ reason: (Advance) -> String
  ) -> [String] {
    var reasons: [(text: String, codes: [String])] = []
    for result in results {
      let text = reason(result)
      let code = "\(result.exchange.code)"
      if let index = reasons.firstIndex(where: { $0.text == text }) {
        reasons[index].codes.append(code)
      } else {
        reasons.append((text, [code]))
      }
    }
    return reasons.map { text, codes in
      let more = codes.count > 5 ? " and \(codes.count - 4) more" : ""
      let shown = codes.count > 5 ? Array(codes.prefix(4)) : codes
      return "\(shown.joined(separator: ", "))\(more): \(text)"
    }
  }
}

extension Exchange.State {
  /// The state that a verb of the way brings an exchange to.
  package init?(verb: String) {
    let found = Self.allCases.first { !$0.isExit && $0 != .draft && $0.verb == verb }
    guard let found else { return nil }
    self = found
  }

  /// The verbs of the way in their order.
  package static var verbs: [String] {
    allCases.filter { !$0.isExit && $0 != .draft }.map(\.verb)
  }
}

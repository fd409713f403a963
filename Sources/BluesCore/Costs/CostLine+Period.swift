package import Basics

extension CostLine {
  /// Refuses a period that cannot take the cost: a locked one, or one that ended before its day.
  static func checkPeriod(_ cost: CostLine, _ was: CostLine?, _ context: RecordContext) throws {
    guard let name = cost.chargedIn, let day = cost.incurredOn,
      name != was?.chargedIn || day != was?.incurredOn
    else { return }
    let periods = try ReportingPeriods.of(context.db)
    guard let named = try? periods.named(name), let own = periods.incurred(on: day) else { return }
    let problem: CostPeriodProblem
    if named.state != .open, name != was?.chargedIn {
      problem = .locked(named.name, named.state)
    } else if own.period.number > named.period.number {
      problem = .ended(named.name, named.days.upperBound, day)
    } else {
      return
    }
    throw AttributeProblem(attribute: "charged_in", problem: problem)
  }
}

/// Why a period cannot take a cost.
package enum CostPeriodProblem: Problem, Equatable {
  case locked(String, PeriodState)
  case ended(String, Day, Day)

  package var message: String {
    switch self {
    case .locked(let period, let state): "\(period) is \(state.rawValue): it takes no more costs."
    case .ended(let period, let end, let day):
      "\(period) ended on \(end): it cannot take a cost of \(day)."
    }
  }

  package var hint: String? {
    switch self {
    case .locked:
      "leave --charged-in out: the cost becomes an adjustment of the next open period"
    case .ended: "leave --charged-in out: the cost is declared in the period of its day"
    }
  }

  package var kind: ProblemKind { .conflict }
}

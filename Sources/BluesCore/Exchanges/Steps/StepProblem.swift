package import Basics

/// Why an exchange cannot take a step.
package enum StepProblem: Problem, Equatable {
  case wrongState(ExchangeCode, is: Exchange.State, needs: Exchange.State, next: Exchange.State?)
  case tooLate(ExchangeCode, is: Exchange.State, to: Exchange.State, next: Exchange.State?)
  case over(ExchangeCode, as: Exchange.State)
  case tooEarly(ExchangeCode, step: Exchange.State, on: Day, earliest: Day)
  case inTheFuture(ExchangeCode, on: Day, today: Day)
  case againstRule(Breach, ExchangeCode, next: Exchange.State?)
  case papersMissing(ExchangeCode, step: Exchange.State, [MissingPaper])
  case reasonMissing(ExchangeCode)
  case amountMissing(ExchangeCode)
  case notInEuros(Money)
  case agreedAlready(ExchangeCode, is: Exchange.State)
  case nothingToSet(ExchangeCode)
  /// A payment that nothing says how the bank calls it.
  case referenceMissing(ExchangeCode)
  /// Exchanges that could take no step, with the reason of each and the kind of the first.
  case noneAdvanced([String], ProblemKind)

  package var message: String {
    switch self {
    case .wrongState(let code, let state, let needed, _):
      "\(code) is \(state.rawValue); this step needs it to be \(needed.rawValue)."
    case .tooLate(let code, let state, let exit, _):
      "\(code) is \(state.rawValue) and can no longer be \(exit.participle)."
    case .over(let code, let state): "\(code) is \(state.rawValue)."
    case .tooEarly(let code, let step, let day, let earliest):
      "\(code) cannot be \(step.participle) on \(day), before \(earliest)."
    case .inTheFuture(let code, let day, let today):
      "A step of \(code) cannot be dated \(day): today is \(today)."
    case .againstRule(let breach, _, _):
      breach.sentence
    case .papersMissing(let code, let step, let missing):
      "\(code) cannot be \(step.participle) without "
        + missing.map(\.cited).joined(separator: missing.contains(where: \.isThere) ? "; " : ", ")
        + "."
    case .reasonMissing(let code): "The reason why \(code) ends is missing."
    case .amountMissing(let code): "The amount agreed for \(code) is not known."
    case .notInEuros(let amount): "Not an amount in euros: \(amount). Visitors are paid in euros."
    case .agreedAlready(let code, let state):
      "\(code) is \(state.rawValue): its days and its mode can no longer change."
    case .nothingToSet(let code): "There is nothing to change in \(code)."
    case .referenceMissing(let code): "The bank's reference of the payment of \(code) is missing."
    case .noneAdvanced(let reasons, _):
      (["None of these exchanges can take a step:"] + reasons).joined(separator: "\n")
    }
  }

  package var hint: String? {
    switch self {
    case .wrongState(let code, _, _, let next), .tooLate(let code, _, _, let next),
      .againstRule(_, let code, let next):
      next.map { "blues exchange \($0.verb) \(code)" } ?? "blues exchange show \(code)"
    case .over(let code, _): "blues exchange show \(code)"
    case .tooEarly, .inTheFuture: "give the day it happened with --on"
    case .papersMissing(let code, _, let missing): Self.remedy(code, missing)
    case .reasonMissing: "give the reason with --because"
    case .agreedAlready(let code, _):
      "blues exchange cancel \(code) --because REASON, and propose another stay"
    case .nothingToSet: "blues exchange set --help says what can be changed"
    case .referenceMissing(let code): "blues exchange pay \(code) --reference TEXT"
    case .noneAdvanced(_, .refusedByRule):
      "blues exchange paper missing lists the papers that are missing"
    case .noneAdvanced: nil
    case .amountMissing(let code):
      "blues exchange contract \(code) --amount \"780 EUR\"; "
        + "blues exchange check \(code) shows what the lump sum lacks"
    case .notInEuros: "--amount \"780 EUR\""
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .wrongState, .tooLate, .over, .agreedAlready: .conflict
    case .againstRule, .papersMissing: .refusedByRule
    case .noneAdvanced(_, let kind): kind
    default: .usage
    }
  }

  /// What to type for the papers: all that are not there, else the first signature.
  private static func remedy(_ code: ExchangeCode, _ missing: [MissingPaper]) -> String {
    let absent = missing.filter { !$0.isThere }
    guard absent.count > 1 else { return (absent.first ?? missing.first)?.remedy ?? "" }
    return "blues exchange paper add \(code) "
      + absent.map { "\($0.kind.kind)=FILE" }.joined(separator: " ")
  }

  /// The reason in one line, for a list of exchanges.
  package var brief: String {
    if case .referenceMissing = self { return "pay needs the bank's --reference" }
    guard case .papersMissing(_, let step, let missing) = self else { return sentence }
    return "\(step.verb) needs "
      + missing.map { $0.isThere ? "\($0.kind.kind), which \($0.lack)" : $0.kind.kind }
      .joined(separator: ", ")
  }
}

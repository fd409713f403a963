package import Basics

/// Why an indicator cannot be read or changed.
package enum IndicatorProblem: Problem, Equatable {
  case countsItself(IndicatorCode, Indicator.Counted)
  /// The number is the target as it stands; nil where none is agreed.
  case targetElsewhere(IndicatorCode, Indicator.Counted, Int?)
  case hasReadings(IndicatorCode, Int)
  case alreadyRecorded(IndicatorCode, on: Day)
  case emptyReading(IndicatorCode)
  /// A text that looks like a number and is none.
  case notANumber(IndicatorCode, String)

  package var message: String {
    switch self {
    case .countsItself(let code, let what):
      "\(code) counts \(what.rawValue) by itself, so it takes no reading."
    case .targetElsewhere(let code, let what, let target?):
      "\(code) counts \(what.rawValue), and their target is \(target); it has no other one."
    case .targetElsewhere(let code, let what, nil):
      "\(code) counts \(what.rawValue), whose target has its own place; none is set there."
    case .hasReadings(let code, let count):
      "\(code) has \(counted(count, "reading")), so it cannot count by itself."
    case .alreadyRecorded(let code, let day): "\(code) has this reading on \(day) already."
    case .emptyReading(let code): "The reading of \(code) is empty."
    case .notANumber(let code, let text):
      "\(code) cannot record \(text): a number is 0 or more, with at most two decimals."
    }
  }

  package var hint: String? {
    switch self {
    case .countsItself(let code, _): "blues workpackage indicator show \(code) shows what it counts"
    case .targetElsewhere(_, .exchanges, _):
      "blues exchange rule set exchange-target exchanges NUMBER --because \"…\""
    case .targetElsewhere(_, .entities, _):
      "blues exchange rule set entity-target entities NUMBER --because \"…\""
    case .targetElsewhere: "it is the number of deliverables in the plan"
    case .hasReadings: "add another indicator for what is counted"
    case .alreadyRecorded: "give another day with --on, or name another source or evidence"
    case .emptyReading: "give a number or words"
    case .notANumber: "write a number such as 1234 or 4.35, or say it in words"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .countsItself, .hasReadings, .alreadyRecorded: .conflict
    case .targetElsewhere, .emptyReading, .notANumber: .usage
    }
  }
}

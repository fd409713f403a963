internal import ArgumentParser
internal import BluesCore

/// Which hours are meant.
struct HoursOptions: ParsableArguments {
  @Option(help: "The person, such as NP-1.")
  var person: String?
  @Option(help: "The month, such as 2020-05.", transform: Read.workMonth)
  var month: WorkDate?
  @Option(help: "The reporting period, such as RP1.")
  var period: String?

  var wanted: Timesheets.Wanted {
    Timesheets.Wanted(person: person, month: month?.first, period: period)
  }
}

/// Whose hours, and when.
struct HoursArguments: ParsableArguments {
  @Argument(help: Person.register.argument)
  var person: String
  @Argument(
    help: "The day, such as 2020-05-04, or the month, such as 2020-05.", transform: Read.worked)
  var worked: WorkedExpression

  func said(_ wp: WorkPackageCode?, _ task: TaskCode?, in store: Store) throws -> Timesheets.Said {
    Timesheets.Said(
      person: person, worked: try worked.date(in: store), workPackage: wp, task: task)
  }
}

/// A day or a month of work as it was typed.
struct WorkedExpression {
  /// What was meant: a month is known at once, a day may depend on the project.
  private enum Meaning {
    case month(WorkDate)
    case day(DateExpression)
  }

  private let meaning: Meaning

  init(_ text: String) throws {
    if let month = WorkDate(stored: text), month.isMonth {
      meaning = .month(month)
    } else if let day = try? DateExpression(text) {
      meaning = .day(day)
    } else if let month = WorkDate.month(text) {
      meaning = .month(WorkDate(month: month))
    } else {
      throw ValidationError("\(text) is not a day such as 2020-05-04, or a month such as 2020-05.")
    }
  }

  /// In or on it, for a sentence.
  var place: String {
    switch meaning {
    case .month(let month): "in \(month)"
    case .day(let day): "on \(day.text)"
    }
  }

  func date(in store: Store) throws -> WorkDate {
    switch meaning {
    case .month(let month): month
    case .day(let day): WorkDate(day: try store.day(day))
    }
  }
}

/// The work: a package, or a task of it.
struct WorkOptions: ParsableArguments {
  @Option(help: "The work package, such as WP1.", transform: { try Read.code($0) })
  var wp: WorkPackageCode?
  @Option(help: "The task, such as T1.2.", transform: { try Read.code($0) })
  var task: TaskCode?

  func validate() throws {
    if wp == nil, task == nil { throw ValidationError("Name the work with --wp or --task.") }
  }
}

extension Read {
  static let workMonth = argument { text in
    guard let month = WorkDate.month(text) else {
      throw ValidationError("\(text) is not a month such as 2020-05.")
    }
    return WorkDate(month: month)
  }

  static let worked = argument { try WorkedExpression($0) }

  static let hours = argument { text in
    try MoneyProblem.refuseEitherWay(text)
    switch Hours.read(text) {
    case .hours(let hours): return hours
    case .rounded: throw ValidationError(Hours.smallestStep(text))
    case .eitherWay, .notHours:
      throw ValidationError("\(text) is not a number of hours such as 7.5 or 7:30.")
    }
  }
}

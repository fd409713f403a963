package import Basics

/// Where something with a due date stands on a day.
package enum Standing: Sendable, Hashable {
  case done
  /// Done, but so many days after it was due.
  case doneLate(days: Int)
  case late(days: Int)
  /// Due in so many days; 0 is today.
  case ahead(days: Int)

  package init(due: Day, doneOn: Day?, today: Day) {
    if let doneOn {
      self = doneOn > due ? .doneLate(days: doneOn - due) : .done
    } else {
      self = today > due ? .late(days: today - due) : .ahead(days: due - today)
    }
  }

  package var isLate: Bool {
    guard case .late = self else { return false }
    return true
  }

  /// Whether nothing is left to do.
  package var isDone: Bool {
    switch self {
    case .done, .doneLate: true
    case .late, .ahead: false
    }
  }

  /// How many days after it was due it is, or was done; nil for what is in time.
  package var daysLate: Int? {
    switch self {
    case .late(let days), .doneLate(let days): days
    case .done, .ahead: nil
    }
  }

  /// The standing in words, such as `12 days late`.
  package var words: String {
    switch self {
    case .done: "done"
    case .doneLate(let days): "done, \(counted(days, "day")) late"
    case .late(let days): "\(counted(days, "day")) late"
    case .ahead(0): "due today"
    case .ahead(let days): "due in \(counted(days, "day"))"
    }
  }
}

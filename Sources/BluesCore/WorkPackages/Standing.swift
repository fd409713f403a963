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

  /// The standing in words, such as `12 days late`.
  package var words: String {
    switch self {
    case .done: "done"
    case .doneLate(let days): "done, \(Self.count(days)) late"
    case .late(let days): "\(Self.count(days)) late"
    case .ahead(0): "due today"
    case .ahead(let days): "due in \(Self.count(days))"
    }
  }

  private static func count(_ days: Int) -> String {
    days == 1 ? "1 day" : "\(days) days"
  }
}

extension Exchange.Mode {
  /// The states from draft to closed in their order; where no money flows, nothing is contracted
  /// and nothing paid.
  package var way: [Exchange.State] {
    Exchange.State.allCases.filter { state in
      !state.isExit && !(self == .virtual && state.isMoney)
    }
  }

  /// The state an exchange must be in to go to another one of the way.
  func state(before state: Exchange.State) -> Exchange.State? {
    guard let index = way.firstIndex(of: state), index > 0 else { return nil }
    return way[index - 1]
  }

  /// The state that follows; none after the last one and after an exit.
  package func state(after state: Exchange.State) -> Exchange.State? {
    guard let index = way.firstIndex(of: state), index + 1 < way.count else { return nil }
    return way[index + 1]
  }
}

extension Exchange {
  /// The state it comes to next.
  package var next: State? { mode.state(after: state) }

  /// Whether it counts for this project, whose partner then manages and pays the visitor; one that
  /// is only hosted counts for the other partnership.
  package var countsForUs: Bool { visitorPartnership == nil }

  /// Whether it counts towards the target of this project: from validation on.
  package var isCounted: Bool {
    switch state {
    case .validated, .paid, .closed: countsForUs
    default: false
    }
  }
}

extension Exchange.State {
  /// Whether it is about money, which a virtual exchange has none of.
  var isMoney: Bool { self == .contracted || self == .paid }

  /// Whether nothing follows.
  var isOver: Bool { self == .closed || isExit }

  /// The verb that brings an exchange here, as it is typed.
  package var verb: String {
    switch self {
    case .draft: "propose"
    case .applied: "apply"
    case .eligible: "admit"
    case .matched: "confirm"
    case .agreed: "agree"
    case .contracted: "contract"
    case .ongoing: "start"
    case .completed: "complete"
    case .reported: "report"
    case .validated: "validate"
    case .paid: "pay"
    case .closed: "close"
    case .cancelled: "cancel"
    case .withdrawn: "withdraw"
    case .noShow: "no-show"
    }
  }

  /// What was done to an exchange that is here, to follow the word "be".
  var participle: String {
    switch self {
    case .draft: "proposed"
    case .eligible: "admitted"
    case .matched: "confirmed"
    case .ongoing: "started"
    case .noShow: "a no-show"
    default: rawValue
    }
  }
}

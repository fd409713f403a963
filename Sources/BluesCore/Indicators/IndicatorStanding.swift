package import Documents

/// How far an indicator has come, against how much of the project's time is over.
package enum IndicatorStanding: String, Sendable, CaseIterable {
  case noReading = "no reading"
  case noTarget = "no target"
  case reached
  case onTrack = "on track"
  case behind
  case farBehind = "far behind"

  static let help = """
    Its share of the target against the share of the project's time that is over: on track, behind \
    (from 80 % of it), far behind, reached; no reading, no target.
    """

  /// Where a share of the target stands when a share of the time is over, both from 0 to 1.
  init(share: Double, elapsed: Double) {
    if share >= 1 {
      self = .reached
    } else if share >= elapsed {
      self = .onTrack
    } else {
      self = share * 5 >= elapsed * 4 ? .behind : .farBehind
    }
  }

  package var cell: Cell { .state(rawValue, tone) }

  var tone: Tone {
    switch self {
    case .reached, .onTrack: .good
    case .behind: .warning
    case .farBehind: .bad
    case .noReading, .noTarget: .muted
    }
  }
}

/// A number on its way from where it was to where it has to be.
struct Progress: Sendable, Equatable {
  let baseline: Quantity?
  let value: Quantity?
  let target: Quantity?

  /// The share of the way that is made, from 0 on; nil without a value or a target.
  ///
  /// The way can lead down, as that of complaints.
  var share: Double? {
    guard let value, let target else { return nil }
    let start = Double(baseline?.hundredths ?? 0)
    let way = Double(target.hundredths) - start
    guard way != 0 else { return value >= target ? 1 : 0 }
    return max(0, (Double(value.hundredths) - start) / way)
  }

  /// The share in whole percent, rounded down; what a division of binary fractions lost is given
  /// back.
  var percent: Int? { share.map { Int(min($0 * 100 + 1e-9, 1_000_000)) } }

  /// How it stands when a share of the project's time is over.
  func standing(isRead: Bool, elapsed: Double) -> IndicatorStanding {
    guard isRead else { return .noReading }
    guard let share else { return target == nil ? .noTarget : .noReading }
    return IndicatorStanding(share: share, elapsed: elapsed)
  }
}

internal import Basics

/// The lump sum for one stay with the arithmetic behind it.
package struct LumpSum: Sendable, Equatable {
  package let country: CountryCode
  /// The most a visitor to that country receives.
  package let threshold: Money
  package let workingDays: Int
  package let distance: StayDistance
  /// The most a visitor receives anywhere.
  package let ceiling: Money
  package let outcome: Outcome
  /// The arithmetic in sentences, one for each step.
  package let steps: [String]

  /// A share of the threshold and what it comes to, the ceiling kept.
  package struct Share: Sendable, Equatable {
    package let factor: Percent
    package let amount: Money
  }

  /// What comes out; two answers while the distance is unknown and decides.
  package enum Outcome: Sendable, Equatable {
    case settled(Share)
    case open(below: Share, from: Share, limit: Int)
  }

  /// The amount, when it is settled.
  package var amount: Money? {
    guard case .settled(let share) = outcome else { return nil }
    return share.amount
  }

  /// What comes out, in words: an amount, or two where the distance decides.
  var words: String {
    switch outcome {
    case .settled(let share): "\(share.amount)"
    case .open(let below, let from, _): "\(below.amount) or \(from.amount)"
    }
  }

  /// The most that may be agreed as far as is known.
  package var most: Money {
    switch outcome {
    case .settled(let share), .open(_, let share, _): share.amount
    }
  }
}

extension RuleBook {
  /// The lump sum of a stay; nil for a virtual one and where the host country has no threshold.
  package func lumpSum(for stay: StayRules.Stay, distance: StayDistance) throws -> LumpSum? {
    guard stay.mode != .virtual, let country = stay.hostCountry,
      let threshold = threshold(for: country, on: stay.firstDay)
    else { return nil }
    let days = WorkingDays.count(from: stay.firstDay, to: stay.lastDay, in: country)
    let halving = try rule("halving")
    let least = try halving.whole("below_working_days")
    let limit = try halving.whole("below_kilometres")
    let ceiling = try rule("ceiling").money("amount")
    let isShort = days < least
    let times = try rule("single-halving").whole("times")
    let share = try halving.percent("share")
    func result(isNear: Bool) -> LumpSum.Share {
      let count = min(times, (isShort ? 1 : 0) + (isNear ? 1 : 0))
      var factor = Percent.whole
      for _ in 0..<max(0, count) {
        factor = Percent(hundredths: factor.hundredths * share.hundredths / 10_000) ?? factor
      }
      return LumpSum.Share(factor: factor, amount: min(threshold.times(factor), ceiling))
    }
    let (near, far) = (result(isNear: true), result(isNear: false))
    let outcome: LumpSum.Outcome =
      switch distance {
      case .known(let kilometres, _): .settled(kilometres < limit ? near : far)
      case .unknown: near == far ? .settled(far) : .open(below: near, from: far, limit: limit)
      }
    let arithmetic = Arithmetic(
      book: self, country: country, threshold: threshold, ceiling: ceiling, days: days,
      least: least, limit: limit, distance: distance)
    return LumpSum(
      country: country, threshold: threshold, workingDays: days, distance: distance,
      ceiling: ceiling, outcome: outcome, steps: arithmetic.steps(to: outcome))
  }
}

/// Tells how a lump sum comes about.
private struct Arithmetic {
  let book: RuleBook
  let country: CountryCode
  let threshold: Money
  let ceiling: Money
  let days: Int
  let least: Int
  let limit: Int
  let distance: StayDistance

  func steps(to outcome: LumpSum.Outcome) -> [String] {
    var steps = [
      "Host country \(country.englishName): \(threshold) at most "
        + "(rule country-threshold, \(book.origin(ofThreshold: country))).",
      "\(counted(days, "working day")) in \(country.englishName), "
        + "\(days < least ? "fewer" : "not fewer") than \(least) (rule halving).",
    ]
    switch distance {
    case .known(let kilometres, let basis):
      steps.append(
        "\(kilometres) km apart, \(kilometres < limit ? "less" : "not less") than \(limit) "
          + "(rule halving; \(basis)).")
    case .unknown(let asks): steps.append(asks)
    }
    switch outcome {
    case .settled(let share): steps += [product(share), "Lump sum: \(share.amount)."]
    case .open(let below, let from, let limit):
      steps += [
        "Less than \(limit) km apart: \(product(below))", "Otherwise: \(product(from))",
        "Lump sum: \(below.amount) or \(from.amount), depending on the distance.",
      ]
    }
    return steps
  }

  private func product(_ share: LumpSum.Share) -> String {
    let product = threshold.times(share.factor)
    let line = "\(threshold) x \(share.factor) = \(product)"
    return product > ceiling
      ? "\(line), cut to the ceiling of \(ceiling) (rule ceiling)."
      : "\(line), not above the ceiling of \(ceiling) (rule ceiling)."
  }
}

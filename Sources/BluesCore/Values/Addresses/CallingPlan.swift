/// How telephone numbers behind a calling code are built.
///
/// The plans come from libphonenumber's metadata; `make data` writes them anew. Plans change while
/// a program is in use, so how many digits a number has is a reason to ask and never to refuse.
struct CallingPlan: Sendable {
  /// The digits after the plus, such as 49.
  let callingCode: String
  /// What is dialled before a number inside the country and dropped from abroad; empty for none.
  let trunk: String
  /// How many digits a national number may have.
  var possible: DigitCounts
  /// How many digits the numbers of fixed lines and mobile telephones have.
  var ordinary: DigitCounts

  static func plan(of country: CountryCode) -> CallingPlan? { byCountry[country] }

  /// The plan for all countries with the calling code.
  static func plan(forCallingCode code: String) -> CallingPlan? {
    Int(code).flatMap { byCallingCode.indices.contains($0) ? byCallingCode[$0] : nil }
  }

  /// E.164: at most 15 digits with the calling code.
  var mostDigits: Int { 15 - callingCode.utf8.count }

  /// The digits of the shortest national number of any country.
  static let leastDigits = entries.map(\.plan.possible.least).min() ?? 4

  private static let entries: [(country: Substring, plan: CallingPlan)] =
    EmbeddedText.telephones.rows.map { cells in
      let plan = CallingPlan(
        callingCode: String(cells[0]), trunk: cells[2] == "-" ? "" : String(cells[2]),
        possible: DigitCounts(cells[3]), ordinary: DigitCounts(cells[4]))
      return (cells[1], plan)
    }

  private static let byCountry: [CountryCode: CallingPlan] = Dictionary(
    uniqueKeysWithValues: entries.compactMap { country, plan in
      CountryCode(String(country)).map { ($0, plan) }
    })

  /// The plans by the number that is their calling code.
  ///
  /// Countries that share a code are taken together: all their lengths, the main country's trunk.
  private static let byCallingCode: [CallingPlan?] = {
    var plans = [CallingPlan?](repeating: nil, count: 1_000)
    for (_, plan) in entries {
      guard let code = Int(plan.callingCode), plans.indices.contains(code) else { continue }
      guard var known = plans[code] else {
        plans[code] = plan
        continue
      }
      known.possible.formUnion(plan.possible)
      known.ordinary.formUnion(plan.ordinary)
      plans[code] = known
    }
    return plans
  }()

  /// How many digits may follow a calling code, for a code that dials no trunk but zero or one.
  static let possibleByCode: [DigitCounts?] = byCallingCode.map { plan in
    plan.flatMap { ["", "0", "1"].contains($0.trunk) ? $0.possible : nil }
  }
}

/// How telephone numbers of a country are built.
struct CallingPlan: Sendable {
  /// The digits after the plus, such as 49.
  let callingCode: String
  /// What is dialled before a number inside the country and dropped from abroad; empty for none.
  let trunk: String
  /// How many digits a national number may have.
  let digits: ClosedRange<Int>

  static func plan(of country: CountryCode) -> CallingPlan? { byCountry[country] }

  /// The plan of the main country with the calling code.
  static func plan(forCallingCode code: String) -> CallingPlan? { byCallingCode[code] }

  private static let entries: [(country: CountryCode, plan: CallingPlan)] =
    table.split(separator: ";").compactMap { entry in
      let words = entry.split(whereSeparator: \.isWhitespace)
      guard words.count == 5, let low = Int(words[3]), let high = Int(words[4]) else { return nil }
      let trunk = words[2] == "-" ? "" : String(words[2])
      let plan = CallingPlan(callingCode: String(words[1]), trunk: trunk, digits: low...high)
      return (CountryCode(unchecked: words[0]), plan)
    }

  private static let byCountry = Dictionary(
    uniqueKeysWithValues: entries.map { ($0.country, $0.plan) })

  /// The digits of a national number by calling code, for a code that dials no trunk but zero.
  static let digitsByCode: [ClosedRange<Int>?] = (0..<1000).map { code in
    guard let plan = plan(forCallingCode: String(code)), ["", "0", "1"].contains(plan.trunk)
    else { return nil }
    return plan.digits.lowerBound...min(plan.digits.upperBound, 15 - plan.callingCode.utf8.count)
  }

  /// Countries that share a code are taken together: the widest range, the main country's trunk.
  private static let byCallingCode: [String: CallingPlan] = {
    var plans: [String: CallingPlan] = [:]
    let codes = "US UK RU IT NO FI AU MA".split(separator: " ")
    let main = Set(codes.map(CountryCode.init(unchecked:)))
    for (country, plan) in entries {
      guard let known = plans[plan.callingCode] else {
        plans[plan.callingCode] = plan
        continue
      }
      let low = min(known.digits.lowerBound, plan.digits.lowerBound)
      let high = max(known.digits.upperBound, plan.digits.upperBound)
      plans[plan.callingCode] = CallingPlan(
        callingCode: plan.callingCode, trunk: main.contains(country) ? plan.trunk : known.trunk,
        digits: low...high)
    }
    return plans
  }()
}

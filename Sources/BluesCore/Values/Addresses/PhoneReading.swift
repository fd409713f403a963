internal import Basics

/// Takes the text of a telephone number apart.
struct PhoneReading {
  let e164: String
  let ext: String?
  let doubts: [PhoneDoubt]

  init(_ text: String, country: CountryCode?) throws(PhoneProblem) {
    let (main, ext) = Self.withoutExtension(Array(Folding.folded(text).utf8))
    self.ext = ext
    var dialled = try DialledDigits(Self.withoutLabel(main))
    guard dialled.longStretches <= 1 else { throw .severalNumbers }
    dialled.dropAbroadPrefix()
    let (plan, national, doubts) = try Self.national(dialled, country)
    if let tail = dialled.tail(in: national, plan) {
      guard tail == .ofSameNumber else { throw .severalNumbers }
      self.doubts = doubts + [.slash]
    } else {
      self.doubts = doubts
    }
    guard national.count >= CallingPlan.leastDigits else {
      throw .tooShort(digits: national.count, least: CallingPlan.leastDigits)
    }
    guard national.count <= plan.mostDigits else {
      throw .tooLong(digits: national.count, most: plan.mostDigits)
    }
    e164 = "+" + plan.callingCode + String(decoding: national, as: UTF8.self)
  }

  /// The plan that the number follows, its digits behind the calling code, and what is doubtful.
  private static func national(
    _ dialled: DialledDigits, _ country: CountryCode?
  ) throws(PhoneProblem) -> (plan: CallingPlan, digits: ArraySlice<UInt8>, doubts: [PhoneDoubt]) {
    var doubts: [PhoneDoubt] = []
    let plan: CallingPlan
    var national = dialled.digits[...]
    if dialled.isInternational {
      guard let found = callingPlan(of: dialled.digits) else { throw .unknownCallingCode }
      plan = found
      national = withoutTrunk(national.dropFirst(plan.callingCode.utf8.count), plan)
    } else {
      guard let country, let found = CallingPlan.plan(of: country) else { throw .countryUnknown }
      plan = found
      let short = withoutTrunk(national, plan)
      let isPlain = short.count == national.count
      national = short
      let code = isPlain ? dialled.callingCode(of: plan) : .absent
      if code == .likely { doubts.append(.callingCode(plan.callingCode)) }
      if code != .absent {
        national = withoutTrunk(national.dropFirst(plan.callingCode.utf8.count), plan)
      }
    }
    if !plan.possible.contains(national.count) {
      doubts.append(
        .length(
          digits: national.count, possible: "\(plan.possible)", callingCode: plan.callingCode,
          isNational: !dialled.isInternational))
    }
    return (plan, national, doubts)
  }

  /// Calling codes have one to three digits and none begins another.
  private static func callingPlan(of digits: [UInt8]) -> CallingPlan? {
    for length in 1...3 where digits.count > length {
      let code = String(decoding: digits.prefix(length), as: UTF8.self)
      if let plan = CallingPlan.plan(forCallingCode: code) { return plan }
    }
    return nil
  }

  /// Drops the trunk prefix: a zero always, another one only where the number is too long.
  private static func withoutTrunk(
    _ national: ArraySlice<UInt8>, _ plan: CallingPlan
  ) -> ArraySlice<UInt8> {
    // Lithuania dialled 8 until 2024, and lists of that time have it.
    if plan.callingCode == "370", national.first == 0x38, national.count == 9 {
      return national.dropFirst()
    }
    let trunk = Array(plan.trunk.utf8)
    guard !trunk.isEmpty else { return national }
    let isLong = national.count > plan.possible.most
    if national.first == 0x30, trunk != [0x30], isLong, trunk.first != 0x30 {
      return national.dropFirst()
    }
    guard national.starts(with: trunk) else { return national }
    return trunk == [0x30] || isLong ? national.dropFirst(trunk.count) : national
  }
}

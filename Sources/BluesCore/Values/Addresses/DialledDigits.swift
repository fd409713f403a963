internal import Basics

/// The digits of one telephone number with what stood between them.
struct DialledDigits {
  private(set) var digits: [UInt8] = []
  /// Whether a plus or what is dialled in its place comes before them.
  private(set) var isInternational = false
  /// How many digits stretches between slashes have that are a number by themselves.
  let longStretches: Int
  /// How many digits stand behind each slash, and how many of them before the next.
  private var slashes: [(behind: Int, upToNext: Int)] = []
  /// How many digits stand before the first sign that is none.
  private var firstGroup = 0
  /// Where `(0)` stood, which only some countries dial from abroad.
  private var zero: Int?

  init(_ text: [UInt8]) throws(PhoneProblem) {
    let stretches = text.split(separator: 0x2F, omittingEmptySubsequences: false)
      .map { $0.count(where: \.isDigit) }
    longStretches = stretches.count { $0 >= 8 }
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == 0x28, isInternational || digits.starts(with: [0x30, 0x30]),
        text[index...].starts(with: [0x30, 0x29])
      {
        zero = digits.count
        index += 2
        continue
      }
      switch byte {
      case _ where byte.isDigit: digits.append(byte)
      case 0x2B:
        guard digits.isEmpty else { throw .severalNumbers }
        isInternational = true
      case 0x20, 0x09, 0x2D, 0x2E, 0x2F, 0x28, 0x29, 0x5B, 0x5D, 0x5F, 0x27:
        if firstGroup == 0 { firstGroup = digits.count }
      case 0x2C, 0x3B, 0x7C, 0x0A, 0x0D:
        if index == text.count { continue }
        throw .severalNumbers
      default: throw .strangeSign
      }
    }
    guard !digits.isEmpty else { throw .noDigits }
    for index in stretches.indices.dropFirst() {
      slashes.append((stretches[index...].reduce(0, +), stretches[index]))
    }
  }

  /// Takes off 00, or the 011 of North America, which stand for a plus or were put behind one.
  mutating func dropAbroadPrefix() {
    var count = 0
    if digits.starts(with: [0x30, 0x30]) {
      count = 2
    } else if !isInternational, digits.starts(with: [0x30, 0x31, 0x31]), digits.count >= 12 {
      // Elsewhere 0 and an area code 11 may follow.
      count = 3
    }
    if count > 0 {
      digits.removeFirst(count)
      isInternational = true
    }
    // `(0)` is what one dials inside the country; only around Italy it is dialled from abroad too.
    if let zero, ["39", "378", "379"].contains(where: { digits.starts(with: $0.utf8) }) {
      digits.insert(0x30, at: zero - count)
    }
  }

  /// Whether a number without a plus begins with its country's calling code all the same.
  enum CallingCode { case absent, likely, sure }

  /// A number is taken for one with a calling code where it would have too many digits as it
  /// stands; where both could be, by its length and by how the code stands apart.
  func callingCode(of plan: CallingPlan) -> CallingCode {
    let code = plan.callingCode.utf8
    guard digits.starts(with: code) else { return .absent }
    let hasTrunk = plan.trunk == "0" && digits.dropFirst(code.count).first == 0x30
    let rest = digits.count - code.count - (hasTrunk ? 1 : 0)
    guard plan.ordinary.contains(rest) else { return .absent }
    if !plan.ordinary.contains(digits.count) { return .sure }
    if firstGroup == code.count, !plan.trunk.isEmpty || code.count == 3 { return .sure }
    return rest >= 9 ? .likely : .absent
  }

  /// What stands behind a slash that comes after a whole number.
  enum Tail { case ofSameNumber, ofAnother }

  /// Digits behind a slash: `030 901820/21` is two numbers, `030/901820` is one.
  ///
  /// At most five digits before a slash are an area code.
  func tail(in national: ArraySlice<UInt8>, _ plan: CallingPlan) -> Tail? {
    for (behind, upToNext) in slashes where upToNext > 0 {
      let before = national.count - behind
      guard before > 5, plan.ordinary.contains(before), upToNext < before else { continue }
      let isOne = plan.ordinary.contains(national.count) && (3...4).contains(upToNext)
      return isOne ? .ofSameNumber : .ofAnother
    }
    return nil
  }
}

internal import Basics

/// Takes the text of a telephone number apart.
struct PhoneReading {
  let e164: String
  let ext: String?

  init(_ text: String, country: CountryCode?) throws(PhoneProblem) {
    let folded = Folding.folded(text)
    let (main, ext) = Self.withoutExtension(Array(folded.utf8))
    self.ext = ext
    let number = Self.withoutLabel(main)
    let alternatives = Self.alternatives(in: number)
    guard alternatives <= 1 else { throw .severalNumbers }
    var digits: [UInt8] = []
    var international = false
    var index = 0
    var zero: Int?
    while index < number.count {
      let byte = number[index]
      index += 1
      let isAbroad = international || digits.starts(with: [0x30, 0x30])
      if byte == 0x28, isAbroad, number[index...].starts(with: [0x30, 0x29]) {
        zero = digits.count
        index += 2
        continue
      }
      switch byte {
      case _ where byte.isDigit: digits.append(byte)
      case 0x2B:
        guard digits.isEmpty else { throw .severalNumbers }
        international = true
      case 0x20, 0x09, 0x2D, 0x2E, 0x2F, 0x28, 0x29, 0x5B, 0x5D, 0x5F, 0x27: continue
      case 0x2C, 0x3B, 0x7C, 0x0A, 0x0D:
        if index == number.count { continue }
        throw .severalNumbers
      default: throw .strangeSign
      }
    }
    guard !digits.isEmpty else { throw .noDigits }
    if !international {
      let prefix = digits.starts(with: Array("00".utf8)) ? 2 : Self.northAmericanPrefix(digits)
      if prefix > 0 {
        digits.removeFirst(prefix)
        international = true
      }
    }
    if let zero, Self.keepsZero(digits) { digits.insert(0x30, at: zero) }
    e164 = try Self.assembled(digits, international: international, country: country)
  }

  /// `(0)` is what one dials inside the country; only around Italy it is dialled from abroad too.
  private static func keepsZero(_ digits: [UInt8]) -> Bool {
    ["39", "378", "379"].contains { digits.starts(with: $0.utf8) }
  }

  /// 011 is dialled abroad from North America; elsewhere 0 and an area code 11 may follow.
  private static func northAmericanPrefix(_ digits: [UInt8]) -> Int {
    digits.starts(with: Array("011".utf8)) && digits.count >= 12 ? 3 : 0
  }

  private static func assembled(
    _ digits: [UInt8], international: Bool, country: CountryCode?
  ) throws(PhoneProblem) -> String {
    var national = digits[...]
    let plan: CallingPlan
    if international {
      guard let found = callingPlan(of: digits) else { throw .unknownCallingCode }
      plan = found
      national = national.dropFirst(plan.callingCode.utf8.count)
    } else {
      guard let country, let found = CallingPlan.plan(of: country) else { throw .countryUnknown }
      plan = found
      let code = Array(plan.callingCode.utf8)
      if national.count > plan.digits.upperBound, national.starts(with: code) {
        national = national.dropFirst(code.count)
      }
    }
    national = withoutTrunk(national, plan)
    let most = min(plan.digits.upperBound, 15 - plan.callingCode.utf8.count)
    guard national.count >= plan.digits.lowerBound else {
      throw .tooShort(digits: national.count, least: plan.digits.lowerBound)
    }
    guard national.count <= most else { throw .tooLong(digits: national.count, most: most) }
    return "+" + plan.callingCode + String(decoding: national, as: UTF8.self)
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
    if national.first == 0x30, trunk != [0x30], national.count > plan.digits.upperBound,
      trunk.first != 0x30
    {
      return national.dropFirst()
    }
    guard national.starts(with: trunk) else { return national }
    let surely = trunk == [0x30] || national.count > plan.digits.upperBound
    return surely ? national.dropFirst(trunk.count) : national
  }

  /// Splits off `ext. 12`, `x12`, `#12` or what the partners' languages say for it.
  private static func withoutExtension(_ text: [UInt8]) -> (main: [UInt8], ext: String?) {
    for word in words {
      guard let at = position(of: word, in: text), text[..<at].filter(\.isDigit).count >= 5
      else { continue }
      let rest = text[(at + word.count)...].filter { !$0.isBlank && $0 != 0x2E && $0 != 0x3A }
      guard (1...7).contains(rest.count), rest.allSatisfy(\.isDigit) else { continue }
      var main = Array(text[..<at])
      while let last = main.last, !last.isDigit { main.removeLast() }
      return (main, String(decoding: rest, as: UTF8.self))
    }
    return (text, nil)
  }

  private static let words: [[UInt8]] = [
    ";ext=", "extension", "ext", "poste", "durchwahl", "dw", "wewn", "wew", "linka", "kl", "x", "#",
  ].map { Array($0.utf8) }

  private static func position(of word: [UInt8], in text: [UInt8]) -> Int? {
    guard text.count >= word.count else { return nil }
    return (0...(text.count - word.count)).first { text[$0...].starts(with: word) }
  }

  /// Drops a leading `tel:` or another word that ends before the number.
  private static func withoutLabel(_ text: [UInt8]) -> [UInt8] {
    let label = text.prefix { $0.isLetter || $0 == 0x2E || $0 == 0x3A || $0 == 0x20 }
    guard label.contains(where: \.isLetter) else { return text }
    let word = String(decoding: label.filter(\.isLetter), as: UTF8.self)
    return labels.contains(word) ? Array(text.dropFirst(label.count)) : text
  }

  private static let labels: Set<String> = [
    "tel", "telephone", "telefon", "telefono", "phone", "ph", "fon", "fax", "mobile", "mobil",
    "movil", "mob", "gsm", "t", "f", "m", "tf", "tlf", "tlfno", "kom", "portable",
  ]

  /// How many stretches between slashes are long enough to be a number by themselves.
  private static func alternatives(in text: [UInt8]) -> Int {
    text.split(separator: 0x2F).filter { $0.filter(\.isDigit).count >= 8 }.count
  }
}

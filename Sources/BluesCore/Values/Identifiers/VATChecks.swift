internal import Basics

/// Check digits of VAT numbers, one question per country; the structure has been checked before.
enum VATChecks {
  /// The sum of digits times weights, from the left, as far as there are weights.
  static func sum(_ number: some Sequence<UInt8>, _ weights: [Int]) -> Int {
    zip(number, weights).reduce(0) { $0 + $1.0.digitValue * $1.1 }
  }

  static func value(_ digits: some Collection<UInt8>) -> Int { wholeNumber(digits) ?? -1 }

  /// Whether the digits, the last one included, satisfy Luhn's formula.
  static func luhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    luhnSum(digits.reversed()) % 10 == 0
  }

  private static func luhnSum(_ fromTheRight: some Sequence<UInt8>) -> Int {
    fromTheRight.enumerated().reduce(0) { total, item in
      let doubled = item.element.digitValue * (item.offset % 2 == 0 ? 1 : 2)
      return total + doubled / 10 + doubled % 10
    }
  }

  /// ISO 7064, mod 11,10: the last digit checks the others.
  static func iso7064(_ digits: [UInt8]) -> Bool {
    var check = 10
    for digit in digits.dropLast() {
      let step = (check + digit.digitValue) % 10
      check = (step == 0 ? 10 : step) * 2 % 11
    }
    return (check + (digits.last?.digitValue ?? 0)) % 10 == 1
  }

  static let austria: VATRules.Check = { number in
    let digits = number.dropFirst()
    var total = 4
    for (index, digit) in digits.dropLast().enumerated() {
      let step = digit.digitValue * (index % 2 == 0 ? 1 : 2)
      total += step / 10 + step % 10
    }
    return (10 - total % 10) % 10 == digits.last?.digitValue
  }

  static let belgium: VATRules.Check = { number in
    97 - value(number[..<8]) % 97 == value(number[8...])
  }

  static let bulgaria: VATRules.Check = { number in
    guard number.count == 9 else { return bulgarianPerson(number) }
    let first = sum(number, Array(1...8)) % 11
    let check = first == 10 ? sum(number, Array(3...10)) % 11 % 10 : first
    return check == number[8].digitValue
  }

  static let cyprus: VATRules.Check = { number in
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    let total = (0..<8).reduce(0) {
      $0 + ($1 % 2 == 0 ? odd[number[$1].digitValue] : number[$1].digitValue)
    }
    return !number.starts(with: "12".utf8) && Int(number[8]) - 0x41 == total % 26
  }

  /// Eight digits are a legal entity; nine or ten are a person's birth number.
  static let czechia: VATRules.Check = { number in
    guard number.count == 8 else { return isBirthNumber(number) }
    guard number[0] != 0x39 else { return false }
    let check = (11 - sum(number, [8, 7, 6, 5, 4, 3, 2]) % 11) % 11
    return (check == 0 ? 1 : check) % 10 == number[7].digitValue
  }

  static let germany: VATRules.Check = { number in number[0] != 0x30 && iso7064(number) }

  static let denmark: VATRules.Check = { number in
    number[0] != 0x30 && sum(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  static let estonia: VATRules.Check = { number in
    sum(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
  }

  static let greece: VATRules.Check = { number in
    sum(number, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == number[8].digitValue
  }

  static let finland: VATRules.Check = { number in
    sum(number, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0
  }

  static let france: VATRules.Check = { number in
    let siren = number[2...]
    let keyLetters: Set<UInt8> = [0x49, 0x4F]
    guard !number[..<2].contains(where: keyLetters.contains) else { return false }
    let monaco = siren.starts(with: "000".utf8)
    guard monaco || luhn(siren) else { return false }
    guard number[..<2].allSatisfy(\.isDigit) else { return frenchLetterKey(number) }
    return (12 + 3 * (value(siren) % 97)) % 97 == value(number[..<2])
  }

  static let croatia: VATRules.Check = { number in iso7064(number) }
}

internal import Basics

extension VATChecks {
  static let hungary: VATRules.Check = { number in
    sum(number, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0
  }

  /// The second sign of the older form is a letter, + or *; a second letter counts nine times.
  static let ireland: VATRules.Check = { number in
    var digits = Array(number[..<7])
    var extra = 0
    if !digits[1].isDigit {
      digits = [0x30] + digits[2...] + [digits[0]]
    } else if number.count == 9 {
      extra = number[8] == 0x57 ? 0 : Int(number[8]) - 0x40
    }
    let rest = (sum(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * extra) % 23
    return Int(number[7]) == (rest == 0 ? 0x57 : 0x40 + rest)
  }

  static let italy: VATRules.Check = { number in
    let office = value(number[7..<10])
    let known = (1...100).contains(office) || [120, 121, 888, 999].contains(office)
    return known && number[..<7].contains { $0 != 0x30 } && luhn(number)
  }

  static let lithuania: VATRules.Check = { number in
    guard number[number.count - 2] == 0x31 else { return false }
    let places = number.count - 1
    let first = sum(number, (0..<places).map { 1 + $0 % 9 }) % 11
    let check = first == 10 ? sum(number, (0..<places).map { 1 + ($0 + 2) % 9 }) % 11 % 10 : first
    return check == number[places].digitValue
  }

  static let luxembourg: VATRules.Check = { number in
    value(number[..<6]) % 89 == value(number[6...])
  }

  /// Legal entities start with 4 to 9; persons have another rule.
  static let latvia: VATRules.Check = { number in
    guard number[0] > 0x33 else { return latvianPerson(number) }
    return sum(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3
  }

  static let malta: VATRules.Check = { number in
    number[0] != 0x30 && sum(number, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0
  }

  /// The eleven test, or since 2020 the 97 test over the whole number with NL as letters.
  static let netherlands: VATRules.Check = { number in
    guard number[10...].contains(where: { $0 != 0x30 }) else { return false }
    let rest = sum(number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    if rest < 10, rest == number[8].digitValue { return true }
    let letters = Array("2321".utf8) + number[..<9] + Array("11".utf8) + number[10...]
    return letters.reduce(0) { ($0 * 10 + $1.digitValue) % 97 } == 1
  }

  static let poland: VATRules.Check = { number in
    sum(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == number[9].digitValue
  }

  static let portugal: VATRules.Check = { number in
    let rest = sum(number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return number[0] != 0x30 && (rest < 2 ? 0 : 11 - rest) == number[8].digitValue
  }

  /// Companies have up to ten digits; thirteen are a person's number.
  static let romania: VATRules.Check = { number in
    guard number[0] != 0x30, let last = number.last else { return false }
    guard number.count < 13 else { return romanianPerson(number) }
    let body = Array(repeating: 0x30, count: 10 - number.count) + number.dropLast()
    return sum(body, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10 % 11 % 10 == last.digitValue
  }

  static let sweden: VATRules.Check = { number in
    luhn(number[..<10]) && number[10...].contains { $0 != 0x30 }
  }

  static let slovenia: VATRules.Check = { number in
    let check = 11 - sum(number, [8, 7, 6, 5, 4, 3, 2]) % 11
    return number[0] != 0x30 && (check == 10 ? 0 : check) == number[7].digitValue
  }

  /// Divides by eleven; where the third digit does not fit it may be a person's birth number.
  static let slovakia: VATRules.Check = { number in
    let third: Set<UInt8> = [0x32, 0x33, 0x34, 0x37, 0x38, 0x39]
    if number[0] != 0x30, third.contains(number[2]), value(number) % 11 == 0 { return true }
    return isBirthNumber(number)
  }

  /// Leading digits and the seven weights end in 97, or since 2010 in 97 less 55.
  static let kingdom: VATRules.Check = { number in
    if number.count == 5 {
      let office = value(number[2...])
      return number[0] == 0x47 ? office < 500 : office >= 500
    }
    let rest = (sum(number, [8, 7, 6, 5, 4, 3, 2, 10, 1])) % 97
    return rest == 0 || ((rest == 42 || rest == 55) && number[0] != 0x30)
  }

  /// A letter, seven digits and a check digit or letter; persons have a letter by the number.
  static let spain: VATRules.Check = { number in
    let legal = Array("ABCDEFGHJNPQRSUVW".utf8)
    let personLetters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)
    let foreigner: [UInt8: UInt8] = [0x58: 0x30, 0x59: 0x31, 0x5A: 0x32]
    if number[0].isDigit || foreigner[number[0]] != nil {
      let digits = [foreigner[number[0]] ?? number[0]] + number[1..<8]
      return number[8] == personLetters[value(digits) % 23]
    }
    if [0x4B, 0x4C, 0x4D].contains(number[0]) {
      return number[8] == personLetters[value(number[1..<8]) % 23]
    }
    guard legal.contains(number[0]) else { return false }
    for check in 0...9 where luhn(number[1..<8] + [UInt8(0x30 + check)]) {
      return number[8] == UInt8(0x30 + check) || number[8] == Array("JABCDEFGHI".utf8)[check]
    }
    return false
  }
}

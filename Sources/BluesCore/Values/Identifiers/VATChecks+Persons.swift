internal import Basics

/// Check digits of numbers that sole traders have as persons, or that older and newer series use.
extension VATChecks {
  /// A Czech or Slovak birth number: the day, and over ten digits a remainder by eleven.
  ///
  /// Nine digits were given out until 1953; Czech tax offices give nine that begin with 6, whose
  /// last digit has a table of its own and is not checked here.
  static func isBirthNumber(_ number: [UInt8]) -> Bool? {
    if number.count == 9, number[0] == 0x36 { return nil }
    let month = [0, 20, 50, 70].map { value(number[2..<4]) - $0 }.first { (1...12).contains($0) }
    let day = value(number[4..<6])
    guard let month, (1...Day.length(ofMonth: month, year: 2000)).contains(day) else {
      return false
    }
    if number.count == 9 { return value(number[..<2]) <= 53 ? nil : false }
    let body = value(number[..<9]) % 11 % 10
    return body == number[9].digitValue
  }

  /// A Bulgarian number of ten digits: a citizen's, a foreigner's, or another person's.
  static func bulgarianPerson(_ number: [UInt8]) -> Bool {
    let last = number[9].digitValue
    let month = [0, 20, 40].map { value(number[2..<4]) - $0 }.first { (1...12).contains($0) }
    let isDay = month != nil && (1...31).contains(value(number[4..<6]))
    if isDay, sum(number, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == last { return true }
    if sum(number, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == last { return true }
    let other = 11 - sum(number, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return other != 10 && other % 11 == last
  }

  /// A Latvian person: the day and a check digit; numbers from 2017 on begin with 32 and have none.
  static func latvianPerson(_ number: [UInt8]) -> Bool? {
    if number.starts(with: "32".utf8) { return nil }
    let month = value(number[2..<4])
    guard (1...12).contains(month), (1...31).contains(value(number[..<2])),
      (0x30...0x32).contains(number[6])
    else { return false }
    let check = (1 + sum(number, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10
    return check == number[10].digitValue
  }

  /// A Romanian person's number of thirteen digits.
  static func romanianPerson(_ number: [UInt8]) -> Bool {
    let rest = sum(number, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
    return number[0] != 0x30 && (1...12).contains(value(number[3..<5]))
      && (rest == 10 ? 1 : rest) == number[12].digitValue
  }

  /// The French key with a letter: places in an alphabet without I and O, over the SIREN.
  static func frenchLetterKey(_ number: [UInt8]) -> Bool {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    guard let first = alphabet.firstIndex(of: number[0]),
      let second = alphabet.firstIndex(of: number[1])
    else { return false }
    let key = number[0].isDigit ? first * 24 + second - 10 : first * 34 + second - 100
    return (value(number[2...]) + 1 + key / 11) % 11 == key % 11
  }
}

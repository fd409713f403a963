import Testing

@testable import BluesCore

@Suite struct `Telephone numbers` {
  @Test(arguments: [
    ("+49 3834 550105", "", "+493834550105"), ("03834/550105", "DE", "+493834550105"),
    ("0049 (0)3834 55 01 05", "", "+493834550105"), ("+44 (0)20 7946 0018", "", "+442079460018"),
    ("020 7946 0018", "UK", "+442079460018"), ("949 21 77 92", "ES", "+34949217792"),
    ("+34 949-21-77-92", "FR", "+34949217792"), ("01 23 45 67 89", "FR", "+33123456789"),
    ("22 123 45 67", "PL", "+48221234567"), ("224 123 456", "CZ", "+420224123456"),
    ("02 1234 5678", "IT", "+390212345678"), ("011 49 3834 550105", "", "+493834550105"),
    ("tel: +420 224 123 456", "", "+420224123456"), ("(06 1) 123 4567", "HU", "+3611234567"),
    ("1 212 555 0123", "US", "+12125550123"),
    ("+48 (0)22 123 45 67", "", "+48221234567"), ("+39 (0)2 1234 5678", "", "+390212345678"),
    ("0034 (0) 949 21 77 92", "", "+34949217792"), ("0034 (0)949 21 77 92", "", "+34949217792"),
    ("(8-612) 34567", "LT", "+37061234567"), ("0039 (0)2 1234 5678", "", "+390212345678"),
    ("+0034 949 21 77 92", "", "+34949217792"), ("+800 1234 5678", "", "+80012345678"),
    ("+247 62889", "", "+24762889"),
  ])
  func `a number is brought to E.164`(text: String, country: String, e164: String) throws {
    let read = try? PhoneNumber(text, country: CountryCode(country))
    #expect((read?.e164 ?? "!") == e164)
  }

  @Test func `an extension is split off and the text is kept`() throws {
    let number = try PhoneNumber("+49 3834 550105 ext. 12")
    #expect(number.e164 == "+493834550105")
    #expect(number.extension == "12")
    #expect(number.description == "+493834550105 ext. 12")
    #expect(number.text == "+49 3834 550105 ext. 12")
  }

  /// A calling code without its plus, from lists and from spreadsheets that took the plus away.
  @Test(arguments: [
    ("34 911 234 567", "ES", "+34911234567"), ("34911234567", "ES", "+34911234567"),
    ("(34) 911-234-567", "ES", "+34911234567"), ("0034 911 234 567", "ES", "+34911234567"),
    ("420 224 123 456", "CZ", "+420224123456"), ("420224123456", "CZ", "+420224123456"),
    ("48 22 123 45 67", "PL", "+48221234567"), ("33 1 23 45 67 89", "FR", "+33123456789"),
    ("44 20 7946 0018", "UK", "+442079460018"), ("351 21 123 4567", "PT", "+351211234567"),
    ("49 3834 550105", "DE", "+493834550105"), ("49 (0)3834 550105", "DE", "+493834550105"),
    ("43 1 1234567", "AT", "+4311234567"), ("352 26 12 34 56", "LU", "+35226123456"),
    ("36 1 123 4567", "HU", "+3611234567"), ("31 20 123 4567", "NL", "+31201234567"),
    // Numbers of the country that begin with the same digits.
    ("48 123 45 67", "PL", "+48481234567"), ("36 123 456", "HU", "+3636123456"),
    ("45 12 34 56", "DK", "+4545123456"), ("04921 12345", "DE", "+49492112345"),
    ("4921 12345", "DE", "+49492112345"), ("390 1234567", "IT", "+393901234567"),
  ])
  func `a calling code is not put before itself`(text: String, country: String, e164: String) throws
  {
    let number = try PhoneNumber(text, country: CountryCode(country))
    #expect(number.e164 == e164)
    #expect(number.doubts == [])
  }

  @Test(arguments: [
    ("493834550105", "DE", "+493834550105", "49"), ("39 02 1234 5678", "IT", "+390212345678", "39"),
  ])
  func `a calling code that may be an area code is doubtful`(
    text: String, country: String, e164: String, code: String
  ) throws {
    let number = try PhoneNumber(text, country: CountryCode(country))
    #expect(number.e164 == e164)
    #expect(number.doubts == [.callingCode(code)])
  }

  @Test(arguments: [
    ("+34 949 21 77 92 12", "", 11, "9", "34", false), ("+34 9492", "", 4, "9", "34", false),
    ("949 21 77", "ES", 7, "9", "34", true), ("49 3834 550105", "FR", 12, "9", "33", true),
    ("123456", "FR", 6, "9", "33", true),
    ("+372 123456", "", 6, "7, 8 or 10", "372", false),
    ("+44 12345678", "", 8, "7, 9 or 10", "44", false),
  ])
  func `a number of digits that the country does not have is doubtful`(
    text: String, country: String, digits: Int, possible: String, code: String, isNational: Bool
  ) throws {
    let number = try PhoneNumber(text, country: CountryCode(country))
    let doubt = PhoneDoubt.length(
      digits: digits, possible: possible, callingCode: code, isNational: isNational)
    #expect(number.doubts == [doubt])
    #expect(number.isGuess == isNational)
  }

  @Test(arguments: [
    ("550105", PhoneProblem.countryUnknown), ("", .noDigits), ("none", .strangeSign),
    ("+999 123456", .unknownCallingCode), ("+34 949", .tooShort(digits: 3, least: 4)),
    ("+34 949 21 77 92 12 34 5", .tooLong(digits: 14, most: 13)), ("+0", .unknownCallingCode),
    ("+34949217792, +34949010380", .severalNumbers), ("Main Street 60", .strangeSign),
  ])
  func `what no number can be is refused with its reason`(text: String, problem: PhoneProblem) {
    #expect(throws: problem) { try PhoneNumber(text) }
  }

  /// The short way may hesitate, but never take what the long way refuses.
  @Test(arguments: ["", "DE", "ES", "FR", "PL", "CZ", "IT", "HU", "NO", "US", "LT"])
  func `the short way takes nothing that the long way does not`(code: String) {
    var random = SplitMix64(seed: 7)
    let signs = Array("0011234456789 -/().+".utf8)
    let country = CountryCode(code)
    let plan = country.flatMap { CallingPlan.plan(of: $0) }
    var taken = 0
    for _ in 0..<1_500 {
      let bytes = (0..<Int.random(in: 5...18, using: &random)).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &random)]
      }
      let mark = Bool.random(using: &random) ? Array("+".utf8) : []
      var text = String(decoding: mark + bytes, as: UTF8.self)
      guard text.withUTF8({ PhoneNumber.isOrdinary($0, plan) }) else { continue }
      taken += 1
      #expect((try? PhoneNumber(text, country: country))?.doubts == [], "\(text)")
    }
    #expect(taken > 20)
  }

  /// Sums from the metadata's own page; a change of them is a change of the source.
  @Test func `the calling plans are those of the metadata`() throws {
    let germany = try #require(CountryCode("DE").flatMap(CallingPlan.plan))
    #expect(germany.callingCode == "49")
    #expect(germany.trunk == "0")
    #expect("\(germany.possible) | \(germany.ordinary)" == "4 to 13 | 5 to 13")
    #expect(CallingPlan.leastDigits == 4)
    let without = CountryCode.all.filter { CallingPlan.plan(of: $0) == nil }.map(\.code)
    #expect(without == ["AQ", "BV", "GS", "HM", "PN", "TF", "UM"])
  }

  @Test(arguments: [
    ("9", "9"), ("8,9", "8 or 9"), ("8-9", "8 or 9"), ("4-6,9", "4 to 6 or 9"), ("", "no"),
    ("7,9-10,12", "7, 9, 10 or 12"),
  ])
  func `numbers of digits are written as one says them`(text: String, written: String) {
    #expect("\(DigitCounts(text))" == written)
  }
}

@Suite struct `Several telephone numbers in a cell` {
  @Test(arguments: [
    ("949217792, 949010380", "ES", "+34949217792; +34949010380"),
    ("949 21 77 92 / 949 01 03 80", "ES", "+34949217792; +34949010380"),
    ("030 90 18 20/21", "DE", "+4930901820; +4930901821"),
    ("+49 30 901820/21/22", "", "+4930901820; +4930901821; +4930901822"),
    ("949 217 792/010380", "ES", "+34949217792; +34949010380"),
    ("22 123 45 67/68", "PL", "+48221234567; +48221234568"),
    ("224 123 456/7", "CZ", "+420224123456; +420224123457"),
    ("03834/550105/06", "DE", "+493834550105; +493834550106"),
    ("030 901820/901821", "DE", "+4930901820; +4930901821"),
    ("01 / 123 45 67 / 12", "AT", "+4311234567; +4311234512"),
    ("030/901820", "DE", "+4930901820"), ("033439/12345", "DE", "+493343912345"),
    ("+49 33439/12345", "", "+493343912345"), ("03834/550105", "DE", "+493834550105"),
    ("030 1234/5678", "DE", "+493012345678"),
    ("tel:+49-30-901820;ext=12", "", "+4930901820 ext. 12"),
    ("+49 30 23125100,,123", "", "+493023125100 ext. 123"),
    ("+49 30 23125100;123", "", "+493023125100 ext. 123"),
    ("+49 30 23125100,12", "", "+493023125100 ext. 12"),
    ("+49 30 23125100\\,12", "", "+493023125100 ext. 12"),
    ("+49 30 23125100p44", "", "+493023125100 ext. 44"),
    ("+49 30 23125100 w5", "", "+493023125100 ext. 5"),
    ("+49 30 23125100 p 4", "", "+493023125100 ext. 4"),
    ("+49 30 23125100,,123#", "", "+493023125100 ext. 123"),
    ("+49 30 23125100,*4", "", "+493023125100 ext. 4"),
    ("+49 30 23125100,,123456789#,,1#", "", "+493023125100 ext. 123456789,1"),
    ("030 23125100,,12; 030 23125101p3", "DE", "+493023125100 ext. 12; +493023125101 ext. 3"),
    ("030 23125100; 030 23125101", "DE", "+493023125100; +493023125101"),
    ("949217792,949010380", "ES", "+34949217792; +34949010380"),
  ])
  func `each is read`(text: String, country: String, numbers: String) throws {
    let read = try PhoneNumber.all(in: text, country: CountryCode(country))
    #expect(read.map(\.description).joined(separator: "; ") == numbers)
  }

  @Test func `what is not written in full is doubtful`() throws {
    let germany = CountryCode("DE")
    let two = try PhoneNumber.all(in: "030 90 18 20/21", country: germany)
    #expect(two.map(\.doubts) == [[], [.slash]])
    #expect(try PhoneNumber.all(in: "030 1234/5678", country: germany).map(\.doubts) == [[.slash]])
    #expect(try PhoneNumber.all(in: "030/901820", country: germany).map(\.doubts) == [[]])
  }

  @Test func `one that is none makes the cell wrong`() {
    #expect(throws: PhoneProblem.strangeSign) { try PhoneNumber.all(in: "+34949217792, call me") }
  }
}

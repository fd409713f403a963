import Testing

@testable import BluesCore

@Suite struct `E-mail addresses` {
  @Test(arguments: [
    "ana@example.org", "Ana.Lopez+blues@mail.example.org", "\"ana lopez\"@example.org",
    "\"a@b\"@example.org", "żaneta@example.org", "ana@münchen.example", "o'neil@example.org",
    "a@xn--mnchen-3ya.example", "user@a-b.example.co", "ana@example", "ana@1.2.3.4",
    "ana@[192.0.2.1]", "ana@[IPv6:2001:db8::1]", "ana@[IPv6:1:2:3:4:5:6:192.0.2.1]",
    "\"a\\\"b\"@example.org", "a/b@example.org", "用户@例子.example",
    "a@\(String(repeating: "ü", count: 59)).example",
  ])
  func `a valid address is kept as it was given`(text: String) throws {
    #expect(try EmailAddress(" \(text) ").text == text)
  }

  @Test(arguments: [
    ("", EmailProblem.empty), ("ana", .noAt), ("a@b@example.org", .severalAts),
    ("ana@exa_mple.org", .badLabel), ("ana@-a.org", .badLabel),
    ("ana@example..org", .badLabel), ("ana@example.org.", .badLabel),
    (".ana@example.org", .badLocalPart),
    ("a..b@example.org", .badLocalPart), ("@example.org", .badLocalPart),
    ("ana lopez@example.org", .badLocalPart), ("ana@[1.2.3]", .badLabel),
    ("ana@[1.2.3.256]", .badLabel), ("ana@[IPv6:1::2::3]", .badLabel),
    ("ana@[IPv6::1:2]", .badLabel), ("ana@[IPv6:1:2:3:4:5:6:7:8::]", .badLabel),
    ("an\u{A0}a@example.org", .badLocalPart), ("ana@exam\u{200B}ple.org", .badLocalPart),
    ("ana(note)@example.org", .badLocalPart), ("ana @example.org", .badLocalPart),
    ("\"ana\"b@example.org", .badLocalPart), ("\"a\\é\"@example.org", .badLocalPart),
    ("ana@example.org, eva@example.org", .severalAts),
    (String(repeating: "a", count: 65) + "@example.org", .longLocalPart(bytes: 65)),
    ("a@" + String(repeating: "b.", count: 126) + "org", .tooLong(bytes: 257)),
  ])
  func `a wrong address is refused with its reason`(text: String, problem: EmailProblem) {
    #expect(throws: problem) { try EmailAddress(text) }
  }

  @Test(arguments: [
    "ana@example.org", "Ana.Lopez+blues@mail.example.org", "o'neil@a-b.example.co", "a@b.c",
    String(repeating: "a", count: 64) + "@example.org", "a@\(String(repeating: "b", count: 63)).c",
  ])
  func `the short way takes what is common`(text: String) throws {
    var text = text
    #expect(text.withUTF8 { EmailReading.isOrdinary($0) })
    #expect(try EmailAddress(text).oddities == [])
  }

  /// The short way may hesitate, but never take what the long way refuses or finds odd.
  @Test func `the short way takes nothing that the long way does not`() {
    var random = SplitMix64(seed: 11)
    let signs = Array("ab9.-@\"[ é_".utf8)
    for _ in 0..<4_000 {
      let bytes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &random)]
      }
      var text = String(decoding: bytes, as: UTF8.self)
      guard text.withUTF8({ EmailReading.isOrdinary($0) }) else { continue }
      #expect((try? EmailAddress(text))?.oddities == [], "\(text)")
    }
  }

  @Test func `case does not tell two mailboxes apart`() throws {
    let one = try EmailAddress("Ana@Example.org")
    #expect(try one == EmailAddress("ana@example.org"))
    #expect(one.description == "Ana@Example.org")
    #expect(one.key == "ana@example.org")
    #expect(one.domain == "example.org")
  }
}

@Suite struct `Telephone numbers` {
  @Test(arguments: [
    ("+49 3834 550105", "", "+493834550105"), ("03834/550105", "DE", "+493834550105"),
    ("0049 (0)3834 55 01 05", "", "+493834550105"), ("+44 (0)20 7946 0018", "", "+442079460018"),
    ("020 7946 0018", "UK", "+442079460018"), ("949 21 77 92", "ES", "+34949217792"),
    ("+34 949-21-77-92", "FR", "+34949217792"), ("01 23 45 67 89", "FR", "+33123456789"),
    ("22 123 45 67", "PL", "+48221234567"), ("224 123 456", "CZ", "+420224123456"),
    ("02 1234 5678", "IT", "+390212345678"), ("011 49 3834 550105", "", "+493834550105"),
    ("tel: +420 224 123 456", "", "+420224123456"), ("(06 1) 123 4567", "HU", "+3611234567"),
    ("1 212 555 0123", "US", "+12125550123"), ("49 3834 550105", "FR", "!"),
    ("+48 (0)22 123 45 67", "", "+48221234567"), ("+39 (0)2 1234 5678", "", "+390212345678"),
    ("0034 (0) 949 21 77 92", "", "+34949217792"), ("0034 (0)949 21 77 92", "", "+34949217792"),
    ("(8-612) 34567", "LT", "+37061234567"),
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

  @Test(arguments: [
    ("550105", PhoneProblem.countryUnknown), ("", .noDigits), ("none", .strangeSign),
    ("+999 123456", .unknownCallingCode), ("+34 949", .tooShort(digits: 3, least: 9)),
    ("+34 949 21 77 92 12", .tooLong(digits: 11, most: 9)),
    ("+34949217792, +34949010380", .severalNumbers), ("Main Street 60", .strangeSign),
  ])
  func `a wrong number is refused with its reason`(text: String, problem: PhoneProblem) {
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
      #expect((try? PhoneNumber(text, country: country)) != nil, "\(text)")
    }
    #expect(taken > 20)
  }

  @Test func `a cell with two numbers gives both`() throws {
    let spain = CountryCode("ES")
    let both = try PhoneNumber.all(in: "949217792, 949010380", country: spain)
    #expect(both.map(\.e164) == ["+34949217792", "+34949010380"])
    let slashed = try PhoneNumber.all(in: "949 21 77 92 / 949 01 03 80", country: spain)
    #expect(slashed.map(\.e164) == ["+34949217792", "+34949010380"])
    #expect(try PhoneNumber.all(in: "03834/550105", country: CountryCode("DE")).count == 1)
  }
}

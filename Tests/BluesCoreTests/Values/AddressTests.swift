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

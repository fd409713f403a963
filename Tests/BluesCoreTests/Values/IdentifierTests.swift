import Testing

@testable import BluesCore

@Suite struct `VAT numbers` {
  static let valid = [
    "DE100000008", "DE200000005", "ESG10000008", "FR88100000009", "CZ10000003", "PL1000000006",
  ]

  @Test(arguments: valid) func `a number with right check digits is valid`(text: String) throws {
    #expect(try VATNumber(text).verdict == .valid)
  }

  @Test(arguments: valid) func `every change of one digit is noticed`(text: String) throws {
    let bytes = Array(text.utf8)
    let first = text.hasPrefix("ES") ? 3 : 2
    for index in first..<bytes.count {
      for digit in UInt8(0x30)...0x39 where digit != bytes[index] {
        var mutant = bytes
        mutant[index] = digit
        let number = try VATNumber(String(decoding: mutant, as: UTF8.self))
        #expect(number.verdict == .wrongCheckDigit, "\(number)")
      }
    }
  }

  @Test(arguments: [
    ("DE 100 000 008", "", "DE100000008", VATNumber.Verdict.valid),
    ("100000008", "DE", "DE100000008", .valid), ("GR094259216", "", "EL094259216", .valid),
    ("DE12345", "", "DE12345", .wrongFormat), ("FRK7399859412", "", "FRK7399859412", .valid),
    ("BE 100000070", "", "BE0100000070", .valid), ("NL 10B01", "", "NL10B01", .wrongFormat),
    ("NL 1004B01", "", "NL1004B01", .wrongFormat), ("NL 01004B01", "", "NL000001004B01", .valid),
    ("CZ7001010005", "", "CZ7001010005", .valid), ("SK7051010000", "", "SK7051010000", .valid),
    ("BG7001010004", "", "BG7001010004", .valid), ("LV01017010008", "", "LV01017010008", .valid),
    ("RO1700101010000", "", "RO1700101010000", .valid), ("ESK1000000Y", "", "ESK1000000Y", .valid),
    ("FRA1100000009", "", "FRA1100000009", .valid), ("FR1A100000009", "", "FR1A100000009", .valid),
    ("CZ600101000", "", "CZ600101000", .formatOnly),
    ("CZ700101000", "", "CZ700101000", .wrongCheckDigit),
    ("LV32000000000", "", "LV32000000000", .formatOnly),
    ("CHE107787577", "", "CHE107787577", .foreign), ("L71502009J", "AL", "ALL71502009J", .foreign),
    ("CZ9001011238", "", "CZ9001011238", .wrongCheckDigit), ("GBGD001", "", "UKGD001", .valid),
    ("XIGD001", "UK", "XIGD001", .valid), ("ATU12011204", "", "ATU12011204", .valid),
  ])
  func `a verdict is given and nothing is refused`(
    text: String, country: String, compact: String, verdict: VATNumber.Verdict
  ) throws {
    let number = try VATNumber(text, country: CountryCode(country))
    #expect(number.compact == compact)
    #expect(number.verdict == verdict)
  }

  @Test func `the synthetic Spanish number has a letter as well`() throws {
    #expect(try VATNumber("ESG1000000H").verdict == .valid)
    #expect(try VATNumber("ESG1000000A").verdict == .wrongCheckDigit)
    #expect(throws: IdentifierProblem.emptyVAT) { try VATNumber(" - ") }
  }

  @Test func `every member state has a structure`() {
    #expect(CountryCode.euMembers.filter { VATRules.byPrefix[$0.code] == nil } == [])
  }
}

@Suite struct `Other identifiers` {
  @Test func `a PIC has nine digits that leave 1 when divided by 97`() throws {
    #expect(try PIC("999 999 967").digits == "999999967")
    #expect(throws: IdentifierProblem.picCheck) { try PIC("999999999") }
    #expect(throws: IdentifierProblem.pic("99999999")) { try PIC("99999999") }
  }

  @Test func `an IBAN is checked by length and remainder`() throws {
    let iban = try IBAN("de89 3704 0044 0532 0130 00")
    #expect(iban.compact == "DE89370400440532013000")
    #expect(iban.description == "DE89 3704 0044 0532 0130 00")
    #expect(throws: IdentifierProblem.ibanCheck) { try IBAN("DE89370400440532013001") }
    #expect(throws: IdentifierProblem.ibanCountry("US")) { try IBAN("US89370400440532013000") }
    #expect(throws: IdentifierProblem.ibanLength(found: 21, expected: 22, country: "DE")) {
      try IBAN("DE8937040044053201300")
    }
    #expect(throws: IdentifierProblem.ibanSigns) { try IBAN("DE89_3704") }
    #expect(throws: IdentifierProblem.ibanCountry("")) { try IBAN("") }
  }
}

@Suite struct `Codes` {
  @Test func `codes are read in any case and printed one way`() throws {
    #expect(try WorkPackageCode(" wp3 ").description == "WP3")
    #expect(try DeliverableCode("d3.1").description == "D3.1")
    #expect(try TaskCode("t1.2").description == "T1.2")
    #expect(try MilestoneCode("ms2").description == "MS2")
    for text in ["EX-017", "ex-17", "EX17", "17"] {
      #expect(try ExchangeCode(text).description == "EX-017")
    }
  }

  @Test func `deliverables are ordered by number`() throws {
    let codes = try ["D2.1", "D1.10", "D1.2"].map { try DeliverableCode($0) }
    #expect(codes.sorted().map(\.description) == ["D1.2", "D1.10", "D2.1"])
    #expect(codes[0].workPackage.number == 2)
  }

  @Test func `M2 is a milestone only in a milestone column`() throws {
    #expect(throws: CodeProblem.form("M2", MilestoneCode.form)) { try MilestoneCode("M2") }
    let listed = try ["2", "M2", "MS2"].map { try MilestoneCode(listed: $0).number }
    #expect(listed == [2, 2, 2])
    #expect(throws: CodeProblem.form("second", MilestoneCode.form)) {
      try MilestoneCode(listed: "second")
    }
  }

  @Test func `short names differ in more than case`() throws {
    #expect(try PartnerCode("BNPT") == PartnerCode("bnpt"))
    #expect(try PartnerCode("Aqua-V").description == "Aqua-V")
    #expect(try PartnerCode("GENVAL / CIEF").description == "GENVAL / CIEF")
    for text in ["", "123", "ÅB", "a;b", String(repeating: "a", count: 21)] {
      #expect(throws: CodeProblem.partner(text)) { try PartnerCode(text) }
    }
  }

  @Test(arguments: ["D3", "D3.", "D0.1", "D3.1.2", "3.1", "D3,1", "D3.10000"])
  func `what is no deliverable is refused`(text: String) {
    #expect(throws: CodeProblem.form(text, DeliverableCode.form)) { try DeliverableCode(text) }
  }
}

import Basics
import Testing

@testable import BluesCore

@Suite struct `Checks of a contact` {
  /// The rules that warn of a contact, by field; nil when one refuses it.
  private static func warnings(
    _ values: [ContactField: String], accepting accepted: Set<ContactRule> = []
  ) throws(ContactCheck.Refusal) -> [String] {
    var draft = ContactDraft([.name: "Ana", .organisation: "Alfa"].merging(values) { $1 })
    var check = ContactCheck(accepting: accepted)
    return try check.normalise(&draft).map { "\($0.field.key) \($0.rule.rawValue)" }
  }

  @Test(
    arguments: [
      ([.email: "ana@example"], ["email mail-domain-unusual"]),
      ([.email: "ana@example.org; eva@[192.0.2.1]"], ["email mail-domain-unusual"]),
      ([.email: "\"ana b\"@example.org"], ["email mail-name-unusual"]),
      ([.phone: "555 010 101"], ["phone phone-country-unknown"]),
      ([.phone: "03834/550105"], ["phone phone-country-unknown"]),
      ([.phone: "03834/550105", .country: "DE"], []),
      ([.phone: "+49 3834 550105, 03834 550106", .country: "DE"], []),
      ([.fax: "+49 3834 550105 / +49 3834 550106"], []),
      ([.phone: "+34 949 21 77", .country: "ES"], ["phone phone-length"]),
      ([.fax: "0123456", .country: "FR"], ["fax phone-length"]),
      ([.phone: "34 911 234 567", .country: "ES"], []),
      ([.phone: "493834550105", .country: "DE"], ["phone phone-calling-code"]),
      ([.phone: "030 90 18 20/21", .country: "DE"], ["phone phone-slash"]),
      ([.vat: "CHE100000000"], ["vat vat-format-only"]),
      ([.vat: "DE100000008"], []),
      ([.iban: "AT61 1904 3002 3457 3201", .country: "DE"], ["iban iban-country"]),
      ([.iban: "GR16 0110 1250 0000 0001 2300 695", .country: "EL"], []),
      ([.website: "ask us"], ["website website"]),
      ([.website: "www.example.org; example.com/de"], []),
      ([.postcode: "1067", .country: "DE"], ["postcode postcode"]),
      ([.postcode: "01067", .country: "DE"], []), ([.postcode: "1067"], []),
      ([.postcode: "anything", .country: "US"], []),
      ([.employees: "10-50"], ["employees figure"]),
      ([.employees: "12"], ["employees sme-figures"]), ([.employees: "300"], []),
      ([.turnover: "1 000", .balanceTotal: "2 M"], ["balance_total figure"]),
      ([.employees: "12", .turnover: "1.234,50"], []),
      ([.employees: "12", .turnover: "1000 zł"], ["employees sme-figures"]),
    ] as [([ContactField: String], [String])])
  func `a doubtful value is kept with a warning`(
    values: [ContactField: String], warned: [String]
  ) throws {
    #expect(try Self.warnings(values) == warned)
  }

  @Test(
    arguments: [
      ("1.234,50", DecimalSign.comma, nil), ("1.234", .comma, nil), ("1,234.50", .point, nil),
      ("1,234", .comma, "It has three decimals: its column is read with a decimal comma."),
      ("1.234,50", .point, "It has a decimal comma: its column is read with a decimal point."),
      ("1,234", .point, nil),
    ] as [(String, DecimalSign, String?)])
  func `a turnover is read with the decimal sign that was said`(
    text: String, sign: DecimalSign, reason: String?
  ) throws {
    for field in [ContactField.turnover, .balanceTotal] {
      var draft = ContactDraft([.organisation: "Alfa", .employees: "12", field: text])
      var check = ContactCheck(decimal: sign)
      let told = try check.normalise(&draft)
      #expect(told.map(\.reason) == [reason].compactMap(\.self))
      #expect(draft[field] == text)
    }
  }

  @Test(
    arguments: [
      ([.country: "Secretland"], .country), ([.email: "ana@example,org"], .email),
      ([.email: "ana@example.org, eva"], .email), ([.phone: "call me"], .phone),
      ([.mobile: "+34 1", .country: "ES"], .phone), ([.vat: "DE100000009"], .vat),
      ([.vat: "nothing"], .vat), ([.pic: "999999999"], .pic), ([.iban: "DE00 1"], .iban),
      ([.basis: "yes"], .basis), ([.basisDate: "04.05.2020"], .date),
      ([.name: "", .organisation: "x", .basisDate: "2020-02-30"], .date),
    ] as [([ContactField: String], ContactRule)])
  func `a wrong value refuses the row, unless its rule is accepted`(
    values: [ContactField: String], rule: ContactRule
  ) throws {
    #expect(throws: ContactCheck.Refusal.self) { try Self.warnings(values) }
    do {
      _ = try Self.warnings(values)
    } catch {
      #expect(error.rule == rule.rawValue)
      let said = values.values.filter { $0.utf8.count > 4 }
      #expect(!said.contains { error.reason.contains($0) }, "\(error.reason)")
    }
    guard rule.canBeAccepted else {
      #expect(throws: ContactCheck.Refusal.self) {
        try Self.warnings(values, accepting: Set(ContactRule.allCases))
      }
      return
    }
    #expect(try Self.warnings(values, accepting: [rule]).contains { $0.hasSuffix(rule.rawValue) })
  }

  @Test func `a fact of an organisation has no place where none is named`() throws {
    var draft = ContactDraft([
      .name: "Ana", .vat: "DE100000008", .iban: "DE89 3704 0044 0532 0130 00", .employees: "300",
      .city: "Ulm",
    ])
    var check = ContactCheck()
    let reason = "It is kept with an organisation, and the row names none; it is left out."
    #expect(
      try check.normalise(&draft)
        == [ContactField.vat, .iban, .employees].map {
          .init(field: $0, rule: .noOrganisation, reason: reason)
        })
    draft[.organisation] = "Alfa"
    #expect(try check.normalise(&draft) == [])
    draft[.organisation] = nil
    draft.own = 1
    #expect(try check.normalise(&draft) == [])
  }

  @Test func `by hand, a fact of an organisation is refused where none is named`() throws {
    let store = try Store.blues()
    #expect(throws: ContactProblem.noOrganisation(.iban)) {
      try store.contacts.add(
        ContactDraft([.name: "Ana", .iban: "DE89 3704 0044 0532 0130 00"]))
    }
    _ = try store.contacts.add(ContactDraft([.name: "Ana"]))
    #expect(throws: ContactProblem.noOrganisation(.employees)) {
      try store.contacts.set("C1", ContactDraft([.employees: "300"]))
    }
    #expect(
      ContactProblem.noOrganisation(.employees).reason
        == "The contact has no organisation, with which this is kept: Employees. "
        + "Add --organisation NAME.")
    let set = try store.contacts.set(
      "C1", ContactDraft([.organisation: "Alfa", .employees: "300"]))
    #expect(set.known[.employees] == "300")
  }

  @Test func `an import tells the column of a fact that has no organisation`() throws {
    let list = "given name,family name,email,iban\nAna,Gil,ana@example.org,DE89370400440532013000\n"
    let outcome = try Store.blues().importContacts(list).outcome
    #expect([outcome.created, outcome.rejected, outcome.warned] == [1, 0, 1])
    #expect(
      outcome.firstWarnings == [
        PlacedWarning(
          line: 2, column: 4, rule: "no-organisation",
          reason: "It is kept with an organisation, and the row names none; it is left out.")
      ])
  }

  @Test func `an accepted text is kept as it came`() throws {
    var draft = ContactDraft([.name: "Ana", .country: "Secretland", .phone: "call me"])
    var check = ContactCheck(accepting: [.country, .phone])
    #expect(
      try check.normalise(&draft).map(\.reason) == [
        "No country has this name or code.",
        "The telephone number has characters that are not allowed in a number.",
      ])
    #expect(draft == ContactDraft([.name: "Ana", .country: "Secretland", .phone: "call me"]))
    #expect(draft.e164(.phone) == nil)
  }

  @Test func `an accepted value does not stop a change of another`() throws {
    let store = try Store.blues()
    var request = ImportRequest.test()
    request.accepted = [.phone]
    try store.importContacts("name,phone\nAna,call me\n", request)
    #expect(try store.contacts.set("C1", ContactDraft([.city: "Jaca"])).known[.phone] == "call me")
    #expect(throws: ContactProblem.self) {
      try store.contacts.set("C1", ContactDraft([.phone: "ask"]))
    }
  }

  @Test func `an import counts warnings by rule and shows the first, without the value`() throws {
    let store = try Store.blues()
    let list = "name,email,postcode,country\nAna,ana@example,1067,DE\nEva,eva@example.org,1,DE\n"
    let outcome = try store.importContacts(list).outcome
    #expect([outcome.created, outcome.rejected, outcome.warned] == [2, 0, 2])
    #expect(outcome.warningsByRule == [.mailDomainUnusual: 1, .postcode: 2])
    let postcode = "Postcodes of DE are written 99999, 9 a digit and A a letter."
    #expect(
      outcome.firstWarnings == [
        PlacedWarning(
          line: 2, column: 2, rule: "mail-domain-unusual",
          reason: "Its domain is not a name with a dot; it may be a typing error."),
        PlacedWarning(line: 2, column: 3, rule: "postcode", reason: postcode),
        PlacedWarning(line: 3, column: 3, rule: "postcode", reason: postcode),
      ])
    var request = ImportRequest.test()
    request.accepted = [.email]
    let accepted = try store.importContacts("name,email\nIda,ida\n", request).outcome
    #expect([accepted.created, accepted.rejected, accepted.warned] == [1, 0, 1])
    #expect(accepted.warningsByRule == [.email: 1])
  }

  @Test func `what was noticed while a row was read is a warning, where the cell is taken`() throws
  {
    let store = try Store.blues()
    var request = ImportRequest.test()
    request.unmapped = .ignore
    let list = "name,Zzz,postcode,country\nPipes 5\" S.L.,1,1,DE\nAna,say \"x\",17489,DE\n"
    let outcome = try store.importContacts(list, request).outcome
    #expect([outcome.created, outcome.warned] == [2, 1])
    #expect(outcome.warningsByRule == [.bareQuote: 1, .postcode: 1])
    #expect(outcome.firstWarnings.map(\.rule) == ["bare-quote", "postcode"])
    #expect(outcome.firstWarnings.map(\.column) == [1, 3])
    request.unmapped = .keep
    #expect(try store.importContacts(list, request).outcome.warningsByRule[.bareQuote] == 2)
  }

  @Test func `normal forms are worked out from what the list said`() {
    let draft = ContactDraft([
      .phone: "(030) 23125 010 / 030 23125 011 ext. 4", .mobile: "call me", .country: "DE",
      .website: "WWW.Example.org/De",
    ])
    #expect(draft.e164(.phone) == "+493023125010; +493023125011 ext. 4")
    #expect(draft.e164(.mobile) == nil)
    #expect(draft.e164(.fax) == nil)
    #expect(ContactDraft([.phone: "949 21 77", .country: "ES"]).e164(.phone) == nil)
    #expect(ContactDraft([.phone: "+34 949 21 77"]).e164(.phone) == "+349492177")
    #expect(draft.link == "https://www.example.org/De")
  }
}

@Suite struct `Rules by name` {
  @Test func `a rule to accept is read by its name`() throws {
    #expect(try ContactRule(accepting: " Phone ") == .phone)
    #expect(throws: ContactRuleProblem.unknown("phon", near: ["phone"])) {
      try ContactRule(accepting: "phon")
    }
    #expect(throws: ContactRuleProblem.isWarning(.postcode)) {
      try ContactRule(accepting: "postcode")
    }
    #expect(throws: ContactRuleProblem.cannotBeAccepted(.basis)) {
      try ContactRule(accepting: "basis")
    }
    #expect(ContactRuleProblem.unknown("phon", near: ["phone"]).hint == "Did you mean phone?")
    #expect(
      ContactRuleProblem.isWarning(.postcode).reason
        == "The rule postcode rejects no row; it only warns. These can be accepted: country, email, phone, "
        + "vat, pic, iban.")
    #expect(
      ContactRuleProblem.cannotBeAccepted(.basis).message
        == "The rule basis cannot be accepted: it always rejects.")
  }
}

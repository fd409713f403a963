import Basics
import Testing

@testable import BluesCore

@Suite struct `Contacts of the address list` {
  let store: Store

  init() throws {
    store = try Store.blues()
    for (name, email, organisation) in [
      ("Ana Gil", "ana@example.org", "Aguas Norte"),
      ("Anna Berg", "anna@example.org", "Wasser Nord"),
    ] {
      _ = try store.contacts.add(
        ContactDraft([.name: name, .email: email, .organisation: organisation], partner: "ZINNAE"))
    }
  }

  @Test(arguments: ["C1", "c1", "ana@example.org", "ANA@example.org", "gil", "ana g", "aguas"])
  func `a contact is found by id, e-mail and a part of its name or organisation`(
    text: String
  ) throws {
    #expect(try store.contacts.one(text).contact.title == "Ana Gil")
  }

  @Test func `an e-mail address goes before parts of names`() throws {
    _ = try store.contacts.add(
      ContactDraft([.name: "Third", .organisation: "See ana@example.org"]))
    #expect(try store.contacts.one("ana@example.org").contact.code == "C1")
  }

  @Test func `one of several is asked for with the candidates`() throws {
    let ambiguous = ContactProblem.ambiguous("an", candidates: ["C1 Ana Gil", "C2 Anna Berg"])
    #expect(throws: ambiguous) { try store.contacts.one("an") }
    #expect(ambiguous.message == "\"an\" matches 2 contacts.")
    #expect(ambiguous.hint == "C1 Ana Gil; C2 Anna Berg")
    #expect(ambiguous.kind == .ambiguous)
    #expect(throws: ContactProblem.unknown("C9")) { try store.contacts.one("C9") }
    #expect(throws: ContactProblem.unknown("nobody")) { try store.contacts.one("nobody") }
    #expect(ContactProblem.unknown("x").message == "Unknown contact: x.")
    #expect(ContactProblem.unknown("x").kind == .notFound)
  }

  @Test func `a contact has every field it was given`() throws {
    var draft = ContactDraft()
    for field in ContactField.allCases { draft[field] = "text of \(field.key)" }
    draft[.email] = "all@example.org"
    draft[.country] = "Deutschland"
    for field in [ContactField.phone, .mobile, .fax] { draft[field] = "+49 3834 550105" }
    draft[.vat] = "DE100000008"
    draft[.pic] = "999999967"
    draft[.iban] = "DE89 3704 0044 0532 0130 00"
    draft[.employees] = "12"
    draft[.turnover] = "1.234,50"
    draft[.balanceTotal] = "€ 2 000 000"
    draft[.basis] = "Legitimate interest"
    draft[.basisDate] = "2020-05-01"
    draft.partner = "bnpt"
    let contact = try store.contacts.add(draft)
    draft[.country] = "DE"
    draft[.basis] = "legitimate_interests"
    for field in ContactField.allCases { #expect(contact.known[field] == draft[field], "\(field)") }
    #expect(contact.partner == "BNPT")
    #expect(contact.source == "by hand")
    #expect(try store.organisations.all().last?.clusters == ["BNPT"])
  }

  @Test func `a contact is called by what is known of it`() throws {
    let named: [([ContactField: String], String)] = [
      ([.name: "A B", .givenName: "C"], "A B"), ([.givenName: "C", .familyName: "D"], "C D"),
      ([.familyName: "D", .organisation: "O"], "D"),
      ([.organisation: "O", .email: "x@example.org"], "O"),
      ([.email: "x@example.org"], "x@example.org"),
    ]
    for (values, title) in named {
      #expect(try store.contacts.add(ContactDraft(values)).title == title)
    }
  }

  @Test func `a change touches only what it speaks of, and an empty text takes away`() throws {
    _ = try store.contacts.set("C1", ContactDraft([.city: "Teruel", .phone: "+34 976 123 456"]))
    let set = try store.contacts.set("C1", ContactDraft([.city: ""])).known
    #expect(set[.city] == nil)
    #expect(set[.phone] == "+34 976 123 456")
    #expect(set[.email] == "ana@example.org")
    #expect(set[.organisation] == "Aguas Norte")
    #expect(set.partner == "ZINNAE")
  }

  @Test(arguments: ["", " "])
  func `an empty text takes away the partner too, and names none of a new contact`(text: String)
    throws
  {
    var draft = ContactDraft()
    draft.partner = text
    #expect(try store.contacts.one("C1").contact.partner == "ZINNAE")
    #expect(try store.contacts.set("C1", draft).partner == nil)
    #expect(throws: ContactProblem.nothingToSet) { try store.contacts.set("C1", draft) }
    draft[.name] = "Dora Diaz"
    #expect(try store.contacts.add(draft).partner == nil)
  }

  @Test(arguments: ContactField.facts)
  func `an empty text takes away a fact of the organisation too`(field: ContactField) throws {
    let values: [ContactField: String] = [
      .shortName: "AN", .organisationType: "SME", .vat: "ESG10000008", .pic: "999999967",
      .iban: "DE89370400440532013000", .employees: "12", .turnover: "1234", .balanceTotal: "99",
    ]
    _ = try store.contacts.set("C1", ContactDraft(values))
    let set = try store.contacts.set("C1", ContactDraft([field: ""])).known
    for other in values.keys {
      #expect(set[other] == (other == field ? nil : values[other]), "\(other)")
    }
  }

  @Test func `what cannot be is refused without repeating it`() throws {
    let before = try store.dump()
    #expect(throws: ContactProblem.nothingToSet) { try store.contacts.set("C1", ContactDraft()) }
    #expect(throws: ContactProblem.nothingToSet) {
      try store.contacts.set("C1", ContactDraft([.name: "Ana Gil"]))
    }
    for (field, value, name) in [
      (ContactField.email, "secret@", "E-mail"), (.phone, "secret", "Phone"),
      (.country, "Secretland", "Country"), (.vat, "DE100000009", "VAT number"), (.pic, "12", "PIC"),
      (.basis, "secret", "Legal basis"), (.basisDate, "1.5.2020", "Legal basis since"),
    ] {
      do {
        _ = try store.contacts.set("C1", ContactDraft([field: value]))
        Issue.record("\(field) was taken")
      } catch let problem as ContactProblem {
        guard case .refused(let refused, _, let reason) = problem else {
          Issue.record("\(problem)")
          continue
        }
        #expect(refused == name)
        #expect(problem.message == reason)
        #expect(problem.kind == .usage)
      }
    }
    #expect(throws: ContactProblem.nameless) {
      try store.contacts.add(ContactDraft([.city: "Jaca"]))
    }
    #expect(throws: RecordProblem.self) {
      try store.contacts.add(ContactDraft([.name: "x"], partner: "NOBODY"))
    }
    #expect(try store.dump() == before)
  }

  @Test func `another spelling of a letter is a change`() throws {
    _ = try store.contacts.set("C1", ContactDraft([.city: "caf\u{E9}"]))
    let set = try store.contacts.set("C1", ContactDraft([.city: "cafe\u{301}"]))
    #expect(set.known[.city].map { Array($0.utf8) } == Array("cafe\u{301}".utf8))
  }

  @Test func `the same list again keeps what a person changed`() throws {
    try store.importContacts(Store.firstList, Store.listRequest)
    _ = try store.contacts.set("berta@example.org", ContactDraft([.city: "Graus", .note: "Met"]))
    #expect(try store.importContacts(Store.firstList, Store.listRequest).counts == [3, 0, 0, 3, 0])
    let known = try store.contacts.one("berta@example.org").contact.known
    #expect(known[.city] == "Graus")
    #expect(known[.note] == "Met")
  }

  @Test func `a contact by hand is trimmed as one of a list, and somebody`() throws {
    let added = try store.contacts.add(
      ContactDraft([.name: "  Ana\u{A0} ", .city: "\u{200B}Jaca\u{85}", .note: " "]))
    #expect(added.known[.name] == "Ana")
    #expect(added.known[.city] == "Jaca")
    #expect(added.known[.note] == nil)
    for text in ["", " ", "\u{A0}\u{202E}"] {
      #expect(throws: ContactProblem.nameless) {
        try store.contacts.add(ContactDraft([.name: text]))
      }
      #expect(throws: ContactProblem.nameless) {
        try store.contacts.set("C3", ContactDraft([.name: text]))
      }
    }
    #expect(
      ContactProblem.nameless.message
        == "A contact needs an organisation, a name or an e-mail address.")
  }

  @Test func `a legal basis of a day to come is told, by hand as in a list`() throws {
    var told: [ContactCheck.Warning] = []
    _ = try store.contacts.set(
      "C1", ContactDraft([.basis: "consent", .basisDate: "2030-01-01"])
    ) { told.append($0) }
    #expect(
      told == [
        ContactCheck.Warning(
          field: .basisDate, rule: .futureDay, reason: "It is after today, 2020-09-01.")
      ])
    let listed = try store.importContacts(
      "name,basis,basis_date,email\nX,consent,2030-01-01,x@example.org\n")
    #expect(listed.outcome.warningsByRule == [.futureDay: 1])
  }
}

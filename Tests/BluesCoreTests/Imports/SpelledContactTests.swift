import Basics
import GRDB
import Testing

@testable import BluesCore

/// Capitals, kinds of apostrophe, spaces and soft hyphens are no difference of identity.
@Suite struct `Contacts by another spelling` {
  let store: Store

  init() throws { store = try Store.blues() }

  static let list = """
    organisation,name,email,city
    L'Atelier GmbH,Anna Groß,anna@example.org,Jena
    L'Atelier GmbH,Otto Ñandú,otto@example.org,Jena

    """
  static let spelled = """
    organisation,name,email,city
    L’ATELIER  GMBH,ANNA GROSS,Anna@Example.org,Jena
    L`Ate\u{AD}lier\u{A0}Gmbh,otto ñandú,otto@example.org,Jena

    """

  func counts(_ text: String, _ request: ImportRequest = .test()) throws -> [Int] {
    try store.importContacts(text, request).counts
  }

  @Test func `in one list they are one contact each, of one organisation`() throws {
    let both = Self.list + Self.spelled.drop { $0 != "\n" }.dropFirst()
    #expect(try counts(both) == [4, 2, 0, 2, 0])
    #expect(try store.contacts.all().map { $0.known[.name] } == ["Anna Groß", "Otto Ñandú"])
    #expect(try store.organisations.all().map(\.name) == ["L'Atelier GmbH"])
    #expect(try counts(both) == [4, 0, 0, 4, 0])
  }

  @Test func `another list finds the contacts and spells them as it does`() throws {
    #expect(try counts(Self.list) == [2, 2, 0, 0, 0])
    #expect(try counts(Self.spelled) == [2, 0, 2, 0, 0])
    #expect(try store.contacts.all().map { $0.known[.name] } == ["ANNA GROSS", "otto ñandú"])
    #expect(try store.organisations.all().count == 1)
    #expect(try counts(Self.spelled) == [2, 0, 0, 2, 0])
    #expect(try counts(Self.list) == [2, 0, 2, 0, 0])
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try store.contacts.all().map { $0.known[.name] } == ["Anna Groß", "Otto Ñandú"])
  }

  @Test
  func `what is no person with a mailbox is found by its spelling, and stays apart in a list`()
    throws
  {
    let rows = "organisation,city,phone\nAqua,Jena,\nAQUA,Jena,\nAqua,Gera,\n"
    #expect(try counts(rows) == [3, 3, 0, 0, 0])
    #expect(try store.organisations.all().map(\.name) == ["Aqua", "AQUA"])
    let changed = rows.replacing(",\n", with: ",+34600000001\n")
    #expect(try counts(changed) == [3, 0, 3, 0, 0])
    let other = "organisation,city\naqua,Gera\n"
    #expect(try counts(other) == [1, 0, 1, 0, 0])
    #expect(try store.contacts.all().map { $0.known[.organisation] } == ["Aqua", "AQUA", "Aqua"])
    #expect(try counts("organisation,city\naqua,Jena\n") == [1, 0, 0, 0, 1])
  }

  @Test func `accents are a difference, and so is another name`() throws {
    #expect(try counts("organisation,name,email\nA,Jürgen,j@example.org\n") == [1, 1, 0, 0, 0])
    #expect(try counts("organisation,name,email\nA,Jurgen,j@example.org\n") == [1, 1, 0, 0, 0])
  }

  @Test(arguments: [("ES", nil), (nil, "ES")] as [(String?, String?)])
  func `a list is found again with and without a country for its rows`(
    first: String?, second: String?
  ) throws {
    #expect(try counts(Self.list, .test(country: first)) == [2, 2, 0, 0, 0])
    let updated = second == nil ? 0 : 2
    #expect(
      try counts(Self.list, .test(country: second)) == [2, 0, updated, 2 - updated, 0])
    #expect(try store.contacts.all().map { $0.known[.country] } == ["ES", "ES"])
    #expect(try store.organisations.all().map(\.country) == ["ES"])
    #expect(try counts(Self.list, .test(country: first)) == [2, 0, 0, 2, 0])
    #expect(try counts(Self.list, .test(country: second)) == [2, 0, 0, 2, 0])
  }

  @Test func `a country that was changed by hand does not hide a contact from its list`() throws {
    #expect(try counts(Self.list, .test(country: "ES")) == [2, 2, 0, 0, 0])
    _ = try store.contacts.set("C1", ContactDraft([.country: "FR"]))
    let changed = Self.list.replacing("anna@example.org,Jena", with: "anna@example.org,Gera")
    #expect(try counts(changed, .test(country: "ES")) == [2, 0, 1, 1, 0])
    let said = try store.contacts.all().map { [$0.known[.country], $0.known[.city]] }
    #expect(said == [["FR", "Gera"], ["ES", "Jena"]])
  }

  @Test func `the same name in two countries stays two contacts`() throws {
    #expect(try counts(Self.list, .test(country: "ES")) == [2, 2, 0, 0, 0])
    #expect(try counts(Self.list, .test(country: "FR")) == [2, 2, 0, 0, 0])
    #expect(try counts(Self.list, .test(country: "ES")) == [2, 0, 0, 2, 0])
    #expect(try counts(Self.list, .test(country: "FR")) == [2, 0, 0, 2, 0])
    #expect(
      try store.organisations.all().map(\.country) == ["ES", "FR"])
    // Without a country the rows could be either.
    #expect(try counts(Self.list) == [2, 0, 0, 0, 2])
  }

  @Test func `a mailbox with a name is one contact, completed by its further rows`() throws {
    let rows = """
      organisation,name,email,phone,city
      A,Ana Gil,ana@example.org,,Jaca
      A,ANA GIL,ANA@example.org,+34600000001,
      A,Ana Gil,ana@example.org,+34 600 000 001,Jaca
      A,Ana Gil,ana@example.org,+34600000002,
      A,Ana Gil,,+34600000003,

      """
    #expect(try counts(rows) == [5, 3, 1, 1, 0])
    let said = try store.contacts.all().map { [$0.known[.phone], $0.known[.city]] }
    #expect(
      said == [["+34600000001", "Jaca"], ["+34600000003", nil], ["+34600000002", nil]])
    #expect(try counts(rows) == [5, 0, 0, 5, 0])
    _ = try store.history.undo()
    #expect(try store.contacts.all().isEmpty)
  }

  @Test func `one person twice in a changed list is updated, not refused`() throws {
    let rows = "organisation,name,email,city\nA,Ana,a@example.org,X\n"
    #expect(try counts(rows) == [1, 1, 0, 0, 0])
    let twice = """
      organisation,name,email,city,phone
      A,Ana,a@example.org,Y,
      a,ANA,a@example.org,Y,+34600000001

      """
    #expect(try counts(twice) == [2, 0, 2, 0, 0])
    #expect(try store.contacts.all().map { $0.known[.phone] } == ["+34600000001"])
    #expect(try counts(twice) == [2, 0, 0, 2, 0])
  }

  @Test func `two spellings in one list stay one contact, with another country and by hand`() throws
  {
    let both = Self.list + Self.spelled.drop { $0 != "\n" }.dropFirst()
    #expect(try counts(both) == [4, 2, 0, 2, 0])
    #expect(try counts(both, .test(country: "DE")) == [4, 0, 2, 2, 0])
    #expect(try counts(both) == [4, 0, 0, 4, 0])
    #expect(try counts(both, .test(country: "DE")) == [4, 0, 0, 4, 0])
    _ = try store.contacts.set("C1", ContactDraft([.city: "Gera"]))
    _ = try store.contacts.set("C2", ContactDraft([.name: "Otto"]))
    #expect(try counts(both, .test(country: "DE")) == [4, 0, 0, 4, 0])
    let said = try store.contacts.all().map { [$0.known[.name], $0.known[.city]] }
    #expect(said == [["Anna Groß", "Gera"], ["Otto", "Jena"]])
  }

  @Test func `a list without end of one person is taken row by row`() throws {
    var rows = "organisation,name,email,phone\n"
    for number in 0..<40 { rows += "A,Ana,a@example.org,+346000000\(10 + number)\n" }
    #expect(try counts(rows) == [40, 40, 0, 0, 0])
    #expect(try counts(rows) == [40, 0, 0, 40, 0])
  }

  @Test func `a file of an earlier version knows its contacts by their earlier keys`() throws {
    try store.importContacts(Self.list, .test(country: "ES"))
    var draft = ContactDraft([
      .organisation: "L'Atelier GmbH", .name: "Anna Groß", .email: "anna@example.org",
      .city: "Jena", .country: "ES",
    ])
    #expect(draft.matchKey != draft.earlierKey)
    try store.write { write in
      try write.db.execute(
        sql: "UPDATE contact SET match_key = ? WHERE name = 'Anna Groß'",
        arguments: [draft.earlierKey])
      write.records("an earlier version")
    }
    #expect(try counts(Self.list, .test(country: "ES")) == [2, 0, 0, 2, 0])
    let changed = Self.list.replacing("anna@example.org,Jena", with: "anna@example.org,Gera")
    #expect(try counts(changed, .test(country: "ES")) == [2, 0, 1, 1, 0])
    draft[.city] = "Gera"
    let key = try store.read {
      try Int64.fetchOne($0, sql: "SELECT match_key FROM contact WHERE name = 'Anna Groß'")
    }
    #expect(key == draft.matchKey)
  }
}

import Testing

@testable import BluesCore

@Suite struct `The organisation of a contact by hand` {
  private let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.contacts.add(
      ContactDraft([.name: "Ana Gil", .organisation: "Aguas", .country: "ES"]))
  }

  @Test func `one of the name is found without a country`() throws {
    let added = try store.contacts.add(
      ContactDraft([.name: "Berta Sanz", .organisation: "Aguas"])
    ).known
    #expect(added[.organisation] == "Aguas")
    #expect(added[.country] == "ES")
    #expect(try store.organisations.all().map(\.code) == ["O1"])
  }

  @Test func `its code is its name, for a new contact and for one that moves there`() throws {
    let added = try store.contacts.add(
      ContactDraft([.name: "Carla Diaz", .organisation: "O1"])
    ).known
    #expect(added[.organisation] == "Aguas")
    _ = try store.contacts.add(ContactDraft([.name: "Dora Diaz", .country: "DE"]))
    let moved = try store.contacts.set("C3", ContactDraft([.organisation: "O1"])).known
    #expect(moved[.organisation] == "Aguas")
    #expect(moved[.country] == "ES")
    #expect(try store.organisations.all().map(\.code) == ["O1"])
  }

  @Test func `another country is another organisation, and of two none is guessed`() throws {
    _ = try store.contacts.add(
      ContactDraft([.name: "Eva Luz", .organisation: "Aguas", .country: "PT"]))
    #expect(try store.organisations.all().map(\.code) == ["O1", "O2"])
    let added = try store.contacts.add(
      ContactDraft([.name: "Fina Luz", .organisation: "Aguas"])
    ).known
    #expect(added[.country] == nil)
    #expect(try store.organisations.all().map(\.code) == ["O1", "O2", "O3"])
  }
}

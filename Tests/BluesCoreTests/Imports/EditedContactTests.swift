import Testing

@testable import BluesCore

@Suite struct `A list that comes again over what people changed` {
  static let april = """
    id,organisation,position,email,phone
    1,Acqua,Buyer,a@example.org,+39 0721 111111
    2,Brezza,Clerk,b@example.org,+39 0541 222222

    """
  static let positionChanged = april.replacing("Buyer", with: "Director")
  static let phoneChanged = april.replacing("111111", with: "333333")

  let store: Store
  var request = ImportRequest.test(partner: "AV", source: "fair")

  init() throws {
    store = try Store.blues()
    try store.importContacts(Self.april, request)
    _ = try store.contacts.set("C1", ContactDraft([.phone: "+39 0721 999999"]))
  }

  private func known(_ fields: ContactField...) throws -> [String?] {
    let contact = try store.contacts.one("C1").contact
    return fields.map { contact.known[$0] }
  }

  @Test func `what changed in the list comes in, and what a person corrected stays`() throws {
    let imported = try store.importContacts(Self.positionChanged, request)
    #expect(imported.counts == [2, 0, 1, 1, 0])
    #expect(try known(.position, .phone) == ["Director", "+39 0721 999999"])
    #expect(
      imported.outcome.keptEdits == [
        ManualEdit(
          line: 2, code: "C1", title: "Acqua", field: "phone", kept: "+39 0721 999999",
          listed: "+39 0721 111111", isConflict: false)
      ])
  }

  @Test func `where both changed a field, the person's value stays and both are told once`() throws
  {
    let imported = try store.importContacts(Self.phoneChanged, request)
    #expect(imported.counts == [2, 0, 0, 2, 0])
    #expect(
      imported.outcome.keptEdits == [
        ManualEdit(
          line: 2, code: "C1", title: "Acqua", field: "phone", kept: "+39 0721 999999",
          listed: "+39 0721 333333", isConflict: true)
      ])
    #expect(try known(.phone) == ["+39 0721 999999"])
    let stored = try store.dump()
    let again = try store.importContacts(Self.phoneChanged, request)
    #expect(again.counts == [2, 0, 0, 2, 0])
    #expect(again.outcome.keptEdits == [])
    #expect(try store.dump() == stored)
    let next = Self.phoneChanged.replacing("Buyer", with: "Director")
    let later = try store.importContacts(next, request)
    #expect(later.counts == [2, 0, 1, 1, 0])
    #expect(later.outcome.keptEdits.map(\.isConflict) == [false])
    #expect(try known(.position, .phone) == ["Director", "+39 0721 999999"])
  }

  @Test func `a list that agrees with the person is followed again from then on`() throws {
    let agreed = Self.april.replacing("111111", with: "999999")
    let imported = try store.importContacts(agreed, request)
    #expect(imported.counts == [2, 0, 0, 2, 0])
    #expect(imported.outcome.keptEdits == [])
    let next = try store.importContacts(Self.phoneChanged, request)
    #expect(next.counts == [2, 0, 1, 1, 0])
    #expect(next.outcome.keptEdits == [])
    #expect(try known(.phone) == ["+39 0721 333333"])
    let last = try store.importContacts(Self.april, request)
    #expect(last.counts == [2, 0, 1, 1, 0])
    #expect(try known(.phone) == ["+39 0721 111111"])
  }

  @Test func `a person who goes back to what the list says has changed nothing`() throws {
    _ = try store.contacts.set("C1", ContactDraft([.phone: "+39 0721 111111"]))
    let imported = try store.importContacts(Self.phoneChanged, request)
    #expect(imported.counts == [2, 0, 1, 1, 0])
    #expect(imported.outcome.keptEdits == [])
    #expect(try known(.phone) == ["+39 0721 333333"])
  }

  @Test(arguments: [ImportMode.update, .upsert, .fill])
  func `a value that a person took away stays away`(_ mode: ImportMode) throws {
    _ = try store.contacts.set("C1", ContactDraft([.phone: ""]))
    var request = request
    request.mode = mode
    let imported = try store.importContacts(Self.phoneChanged, request)
    #expect(imported.counts == [2, 0, 0, 2, 0])
    #expect(imported.outcome.keptEdits.map(\.kept) == [nil])
    #expect(imported.outcome.keptEdits.map(\.isConflict) == [true])
    #expect(try known(.phone) == [nil])
  }

  @Test func `a blank that clears is a word of the list like another`() throws {
    var request = request
    request.blanks = .clear
    let cleared = Self.april.replacing("+39 0721 111111", with: "")
    let imported = try store.importContacts(cleared, request)
    #expect(imported.counts == [2, 0, 0, 2, 0])
    #expect(imported.outcome.keptEdits.map(\.listed) == [nil])
    #expect(imported.outcome.keptEdits.map(\.isConflict) == [true])
    #expect(try known(.phone) == ["+39 0721 999999"])
  }

  @Test(arguments: [april, positionChanged, phoneChanged])
  func `when told to, the list replaces what people changed, the same list too`(_ list: String)
    throws
  {
    var request = request
    try store.importContacts(list, request)
    request.edits = .replace
    let imported = try store.importContacts(list, request)
    #expect(imported.counts == [2, 0, 1, 1, 0])
    #expect(imported.outcome.keptEdits == [])
    #expect(
      try known(.phone) == [list == Self.phoneChanged ? "+39 0721 333333" : "+39 0721 111111"])
    let stored = try store.dump()
    #expect(try store.importContacts(list, request).counts == [2, 0, 0, 2, 0])
    #expect(try store.dump() == stored)
    let back = try store.importContacts(
      Self.april.replacing("111111", with: "444444"), self.request)
    #expect(back.counts[2] == 1)
    #expect(back.outcome.keptEdits == [])
    #expect(try known(.phone) == ["+39 0721 444444"])
  }

  @Test func `a change that was undone is none, and one that was redone is one`() throws {
    _ = try store.history.undo()
    #expect(try store.importContacts(Self.phoneChanged, request).outcome.keptEdits == [])
    _ = try store.history.undo()
    _ = try store.history.redo()
    _ = try store.history.undo()
    _ = try store.history.redo()
    #expect(try known(.phone) == ["+39 0721 333333"])
    let other = try Store.blues()
    try other.importContacts(Self.april, request)
    _ = try other.contacts.set("C1", ContactDraft([.phone: "+39 0721 999999"]))
    _ = try other.history.undo()
    _ = try other.history.redo()
    #expect(
      try other.importContacts(Self.phoneChanged, request).outcome.keptEdits.map(\.isConflict)
        == [true])
  }

  @Test func `undoing an import brings back what its list had said before`() throws {
    let before = try store.dump()
    try store.importContacts(Self.phoneChanged, request)
    let after = try store.dump()
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.redo()
    #expect(try store.dump() == after)
  }

  @Test func `nothing is left of a change when its contact is gone, and redo brings both`() throws {
    _ = try store.history.undo()
    let untouched = try store.dump()
    _ = try store.organisations.set("Brezza", .init(vat: "IT00743110157"))
    let changed = try store.dump()
    #expect(
      try store.answer("SELECT field, listed FROM contact_edit") == ["[field:\"vat\" listed:NULL]"])
    _ = try store.history.undo(2)
    #expect(try store.contacts.all() == [])
    #expect(try store.answer("SELECT * FROM contact_edit") == [])
    _ = try store.history.redo()
    #expect(try store.dump() == changed)
    _ = try store.history.undo()
    #expect(try store.dump() == untouched)
  }

  @Test func `what was changed of an organisation stays with its contacts`() throws {
    _ = try store.organisations.set("Acqua", .init(name: "Acqua S.p.A.", shortName: "AC"))
    let imported = try store.importContacts(Self.positionChanged, request)
    #expect(imported.counts == [2, 0, 1, 1, 0])
    #expect(imported.outcome.keptEdits.map(\.field) == ["organisation", "phone"])
    #expect(try known(.organisation, .shortName) == ["Acqua S.p.A.", "AC"])
    #expect(try store.organisations.all().map(\.name) == ["Acqua S.p.A.", "Brezza"])
  }

  @Test func `a contact that was given to another partner stays there`() throws {
    var draft = ContactDraft()
    draft.partner = "NP"
    _ = try store.contacts.set("C1", draft)
    let imported = try store.importContacts(Self.positionChanged, request)
    #expect(imported.outcome.keptEdits.map(\.field) == ["phone", "partner"])
    #expect(imported.outcome.keptEdits.map(\.listed) == ["+39 0721 111111", "AV"])
    #expect(try store.contacts.one("C1").contact.partner == "NP")
  }

  @Test func `what comes back in our own export is a person's change`() throws {
    let id = try store.contacts.one("C2").contact.id.value
    let row = "C2@\(id >> 32)"
    let own = try store.importContacts(
      "blues_id,organisation,phone\n\(row),Brezza,+39 0541 555555\n")
    #expect(own.counts == [1, 0, 1, 0, 0])
    let imported = try store.importContacts(
      Self.april.replacing("Clerk", with: "Owner"), request)
    #expect(imported.counts == [2, 0, 1, 1, 0])
    #expect(imported.outcome.keptEdits.map(\.code) == ["C2"])
    let contact = try store.contacts.one("C2").contact
    #expect(contact.known[.position] == "Owner")
    #expect(contact.known[.phone] == "+39 0541 555555")
  }

  @Test func `an export from before a change leaves what was changed, and any other cell is taken`()
    throws
  {
    let row = "C2@\(try store.contacts.one("C2").contact.id.value >> 32)"
    let list = { (phone: String, city: String) in
      "blues_id,organisation,phone,city\n\(row),Brezza,\(phone),\(city)\n"
    }
    let before = try store.contacts.one("C2").contact.known
    let phone = before[.phone] ?? ""
    let city = before[.city] ?? ""
    _ = try store.contacts.set("C2", ContactDraft([.city: "Nizza"]))
    let first = try store.importContacts(list(phone, city.isEmpty ? "Rimini" : city))
    #expect(first.counts == (city.isEmpty ? [1, 0, 1, 0, 0] : [1, 0, 0, 1, 0]))
    // Each value that it had since is an export's of then.
    _ = try store.contacts.set("C2", ContactDraft([.city: "Lyon"]))
    let middle = try store.importContacts(list(phone, "Nizza"))
    #expect(middle.counts == [1, 0, 0, 1, 0])
    #expect(
      middle.outcome.keptEdits == [
        ManualEdit(
          line: 2, code: "C2", title: "Brezza", field: "city", kept: "Lyon", listed: "Nizza",
          isConflict: false)
      ])
    #expect(try store.contacts.one("C2").contact.known[.city] == "Lyon")
    #expect(try store.importContacts(list(phone, "Lione")).counts == [1, 0, 1, 0, 0])
    var request = ImportRequest(fileName: "list.csv")
    request.edits = .replace
    #expect(try store.importContacts(list(phone, "Nizza"), request).counts == [1, 0, 1, 0, 0])
    #expect(try store.contacts.one("C2").contact.known[.city] == "Nizza")
  }

  @Test func `a value taken in a merge stays, and one that filled a blank gives way`() throws {
    let lists = [
      "id,name,phone,city\n1,Ana,111,\n", "id,name,phone,city\n7,Ana,222,Fano\n",
      "id,name,phone,city\n1,Ana,333,Rimini\n",
    ]
    let store = try Store.blues()
    var request = ImportRequest.test(source: "one")
    try store.importContacts(lists[0], request)
    request.source = "two"
    try store.importContacts(lists[1], request)
    _ = try store.contacts.merge(
      "C1", with: ["C2"], MergePreferences(take: [#require(.init("phone=C2"))]))
    request.source = "one"
    let imported = try store.importContacts(lists[2], request)
    #expect(imported.outcome.keptEdits.map(\.field) == ["phone"])
    #expect(imported.outcome.keptEdits.map(\.isConflict) == [true])
    let known = try store.contacts.one("C1").contact.known
    #expect([known[.phone], known[.city]] == ["222", "Rimini"])
  }

  @Test func `what was changed in a contact before it was merged stays with the survivor`() throws {
    _ = try store.contacts.set("C2", ContactDraft([.phone: "+39 0721 999999"]))
    _ = try store.contacts.merge("C1", with: ["C2"])
    let imported = try store.importContacts(
      Self.april.replacing("b@example.org", with: "a@example.org"), request)
    #expect(imported.counts == [2, 0, 1, 1, 0])
    #expect(try known(.phone, .email) == ["+39 0721 999999", "a@example.org"])
  }
}

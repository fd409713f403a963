import Basics
import Testing

@testable import BluesCore

@Suite struct `The consent log` {
  let store: Store
  private let newsletter = ConsentScope.newsletter

  init() throws {
    store = try Store.blues()
    for name in ["Ana Gil", "Berta Sanz"] {
      _ = try store.contacts.add(
        ContactDraft([
          .name: name, .email: "\(name.prefix(3).lowercased())@example.org", .basis: "contract",
        ]))
    }
  }

  private func say(_ act: ConsentEntry.Act, _ contact: String, on day: String) throws {
    _ = try store.consents.record(
      contact, ConsentEntry.Word(act, newsletter, on: try .of(day), wording: "v2", channel: "web"))
  }

  @Test func `lines are added and the last one on a scope counts`() throws {
    try say(.withdrawn, "C1", on: "2020-05-01")
    try say(.given, "C1", on: "2020-03-01")
    try say(.given, "ber@example.org", on: "2020-03-02")
    let lines = try store.consents.all()
    #expect(
      lines.map { "\($0.code) \($0.word.act.rawValue) \($0.word.on) \($0.stands)" } == [
        "C1 given 2020-03-01 false", "C2 given 2020-03-02 true", "C1 withdrawn 2020-05-01 false",
      ])
    #expect(lines[0].recordedBy == store.invocation.who)
    #expect(try store.consents.all(of: "C2").map(\.code) == ["C2"])
  }

  @Test func `the same line again adds nothing`() throws {
    try say(.given, "C1", on: "2020-03-01")
    let before = try store.dump()
    try say(.given, "C1", on: "2020-03-01")
    #expect(try store.dump() == before)
  }

  @Test func `a day to come is refused`() throws {
    let today = store.invocation.today
    #expect(throws: ConsentProblem.inTheFuture(try .of("2031-01-01"), today: today)) {
      try say(.given, "C1", on: "2031-01-01")
    }
  }

  @Test(arguments: ["", "two words", "nächste", "a_b"])
  func `a scope is one word`(text: String) {
    #expect(throws: ConsentProblem.notAScope(text)) { try ConsentScope(typed: text) }
    #expect(ConsentScope(" Photo ")?.name == "photo")
  }

  @Test func `an opt-out goes before the log, and the log before the legal basis`() throws {
    let id = try store.contacts.one("C1").contact.id
    func refusal(
      _ words: [RowID: ConsentEntry.Act], basis: String?, optOut: String? = nil
    ) -> MailPermission.Refusal? {
      MailPermission(scope: newsletter, words: words, barred: [:])
        .refusal(of: id, basis: basis, optOut: optOut)
    }
    #expect(refusal([:], basis: "contract") == nil)
    #expect(refusal([:], basis: nil) == .withoutBasis)
    #expect(refusal([id: .given], basis: nil) == nil)
    #expect(refusal([id: .withdrawn], basis: "contract") == .withdrawn)
    #expect(refusal([id: .given], basis: "contract", optOut: "2020-05-01") == .optedOut)
    #expect(refusal([id: .given], basis: "contract", optOut: "no") == nil)
  }

  @Test func `a withdrawal counts for its own purpose`() throws {
    try say(.withdrawn, "C1", on: "2020-05-01")
    let contact = try store.contacts.one("C1").contact
    #expect(try store.consents.permission().refusal(of: contact) == .withdrawn)
    let photo = try #require(ConsentScope("photo"))
    #expect(try store.consents.permission(for: photo).refusal(of: contact) == nil)
  }

  @Test func `who objected, or whose address wants no mail, is not written to`() throws {
    let today = store.invocation.today
    func refusals() throws -> [MailPermission.Refusal?] {
      let permission = try store.consents.permission()
      return try ["C1", "C2", "C3"].map {
        permission.refusal(of: try store.contacts.one($0).contact)
      }
    }
    for code in ["C1", "C2"] {
      _ = try store.contacts.set(
        code,
        ContactDraft([.basis: "contract", .basisDate: today.iso, .email: "\(code)@example.org"]))
    }
    _ = try store.contacts.add(
      ContactDraft([
        .name: "The same again", .email: "c1@example.org", .basis: "contract",
        .basisDate: today.iso,
      ]))
    #expect(try refusals() == [nil, nil, nil])
    _ = try store.contacts.set("C3", ContactDraft([.basisDate: today.adding(days: 1).iso]))
    #expect(try refusals() == [nil, nil, .withoutBasis])
    _ = try store.contacts.set("C3", ContactDraft([.basisDate: today.iso]))
    try say(.withdrawn, "C1", on: today.iso)
    #expect(try refusals() == [.withdrawn, nil, .withdrawn])
    _ = try store.contacts.set("C2", ContactDraft([.email: "c1@EXAMPLE.org"]))
    _ = try store.contacts.set("C3", ContactDraft([.optOut: "yes"]))
    #expect(try refusals() == [.optedOut, .optedOut, .optedOut])
    _ = try store.contacts.set("C2", ContactDraft([.email: "other@example.org"]))
    _ = try store.stopList.add("C2", because: "Objection")
    #expect(try refusals() == [.optedOut, .objected, .optedOut])
  }

  @Test func `who may not be written to anyway is not looked for on the stop list`() throws {
    func refusal() throws -> MailPermission.Refusal? {
      try store.consents.permission().refusal(of: store.contacts.one("C3").contact)
    }
    _ = try store.contacts.add(ContactDraft([.name: "Carla Diaz", .email: "c3@example.org"]))
    _ = try store.stopList.add("C3", because: "Objection")
    #expect(try refusal() == .withoutBasis)
    try say(.given, "C3", on: "2020-03-01")
    #expect(try refusal() == .objected)
  }

  @Test func `a merge takes the lines along, and a removal is refused while there are some`()
    throws
  {
    try say(.given, "C2", on: "2020-03-01")
    #expect(throws: RecordProblem.inUse("C2", by: [.init(noun: "consent", count: 1)])) {
      try store.contacts.remove("C2")
    }
    _ = try store.contacts.merge("C1", with: ["C2"])
    #expect(try store.consents.all().map(\.code) == ["C1"])
    _ = try store.history.undo()
    #expect(try store.consents.all().map(\.code) == ["C2"])
  }

  @Test func `a list is imported row by row, and again changes nothing`() throws {
    let list = """
      email,contact,scope,day,wording version,channel,act
      ana@example.org,,Newsletter,2020-03-01,v2,web,
      ,C2,photo,2020-03-02,v1,paper,given
      ana@example.org,,newsletter,2020-04-01,,e-mail,withdrawn
      nobody@example.org,,newsletter,2020-04-01,,,
      ana@example.org,,two words,2020-04-01,,,
      ana@example.org,,photo,2031-04-01,,,

      """
    let first = try store.importList(.consents, list)
    #expect(first.counts == [6, 3, 0, 0, 3])
    #expect(first.rejected.map(\.rule) == ["contact", "scope", "date"])
    #expect(first.rejected[0].reason == "No contact answers to it.")
    #expect(try store.importList(.consents, list).counts == [6, 0, 0, 3, 3])
    #expect(
      try store.consents.all().map { "\($0.code) \($0.word.scope.name) \($0.word.act.rawValue)" }
        == ["C1 newsletter given", "C2 photo given", "C1 newsletter withdrawn"])
  }
}

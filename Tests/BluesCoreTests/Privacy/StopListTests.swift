import Basics
import Testing

@testable import BluesCore

@Suite struct `The stop list` {
  let store: Store

  init() throws {
    store = try Store.blues()
    try store.importContacts(Store.firstList, Store.listRequest)
  }

  @Test func `an erased person is left out of a list, by the number of the row alone`() throws {
    _ = try store.erasures.erase("C2", because: "Request")
    let again = try store.importContacts(Store.firstList, Store.listRequest)
    #expect(again.outcome.stopped == [3])
    #expect(again.counts == [2, 0, 0, 2, 0])
    #expect(again.rejected.isEmpty)
    #expect(try store.contacts.all().map(\.code) == ["C1", "C3"])
  }

  @Test(arguments: [
    "name,email\nSomebody,BERTA@example.org\n",
    "organisation,name\nAGUAS SUR,\"Sanz, Berta\"\n",
    "name,email\nBerta,x y; berta@example.org\n",
  ])
  func `she is known by an address, and by name and organisation`(list: String) throws {
    _ = try store.stopList.add("C2", because: "Objection")
    #expect(try store.importContacts(list, .test(source: "x")).outcome.stopped == [2])
  }

  @Test func `a telephone of an office keeps out nobody else`() throws {
    _ = try store.contacts.set("C2", ContactDraft([.phone: "+34 974 555 010"]))
    _ = try store.stopList.add("C2", because: "Objection")
    let list = "organisation,name,phone\nX,Carla Gil,+34 974 555 010\nX,Berta Sanz,+34974555010\n"
    let imported = try store.importContacts(list, .test(source: "x"))
    #expect(imported.outcome.stopped == [3])
    #expect(imported.outcome.created == 1)
  }

  @Test func `it has digests alone, and those of another file are others`() throws {
    let one = try store.stopList.add("C2", because: "Objection")
    #expect(one.code == "S1")
    #expect(one.forms == ["email", "name"])
    let digests = try store.answer("SELECT digest FROM stop_digest ORDER BY digest")
    let other = try Store.newBlues()
    try other.importContacts(Store.firstList, Store.listRequest)
    _ = try other.stopList.add("C2", because: "Objection")
    let others = try other.answer("SELECT digest FROM stop_digest ORDER BY digest")
    #expect(digests.count == 2)
    #expect(Set(digests).isDisjoint(with: others))
  }

  @Test(arguments: ["S1", "berta@example.org"])
  func `who wishes it comes off`(text: String) throws {
    _ = try store.stopList.add("C2", because: "Objection")
    #expect(throws: StopProblem.thereAlready("C2")) { try store.stopList.add("C2", because: "x") }
    #expect(throws: StopProblem.notListed) { try store.stopList.remove("ana@example.org") }
    #expect(throws: StopProblem.notAForm) { try store.stopList.remove("Berta") }
    #expect(throws: StopProblem.unknown("S7")) { try store.stopList.remove("S7") }
    _ = try store.stopList.remove(text)
    #expect(try store.stopList.all() == [])
    #expect(try store.importContacts(Store.firstList, Store.listRequest).outcome.stopped == [])
  }

  @Test func `the digest is HMAC-SHA-256`() {
    // RFC 4231, test cases 1 and 2.
    #expect(
      KeyedDigest(key: [UInt8](repeating: 0x0B, count: 20)).digest(of: "Hi There")
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      KeyedDigest(key: Array("Jefe".utf8)).digest(of: "what do ya want for nothing?")
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }
}

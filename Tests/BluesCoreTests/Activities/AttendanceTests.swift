import Basics
import Documents
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Participants of activities` {
  let store: Store
  let training: ActivityCode

  init() throws {
    store = try Store.blues()
    training = try .init("A1")
    _ = try store.activities.add(
      training, ["title": "Training on labels", "type": "training", "hours": "6"])
    for name in ["Ana Ruiz", "Jan Novak", "Eva Mala"] {
      _ = try store.contacts.add(ContactDraft([.name: name]))
    }
  }

  private func take(
    _ list: String, as side: ParticipantSide = .member, partner: String? = nil
  ) throws -> ImportOutcome {
    try store.attendance.run(
      training, as: side,
      RowReader(
        source: .bytes(Array(list.utf8)),
        options: ReadingOptions(encoding: .utf8, delimiter: 0x2C, hasHeader: true)),
      .test(partner: partner), rejects: RejectedRows())
  }

  @Test func `contacts and counted persons add up, members and guests apart`() throws {
    _ = try store.activities.attend(training, contacts: ["C1", "jan novak"])
    _ = try store.activities.attend(
      training, counts: [.init("PME=12"), .init("cluster=3"), .init("other=1")])
    let now = try store.activities.attend(
      training, contacts: ["C3"], counts: [.init("sme=2")], as: .guest)
    #expect([now.members, now.guests, now.participants] == [18, 3, 21])
    #expect(
      now.attendance
        == "21 participants: 18 members and 3 guests; 126 hours trained.")
    let (contacts, counts) = try store.activities.participants(training)
    #expect(contacts.map(\.contact) == ["C1", "C2", "C3"])
    #expect(contacts.map(\.side) == [.member, .member, .guest])
    #expect(
      counts.map { "\($0.type) \($0.side.rawValue) \($0.persons)" } == [
        "cluster member 3", "other member 1", "sme member 12", "sme guest 2",
      ])
    #expect(try store.history.steps()[0].summary == "recorded participants of A1")
  }

  @Test func `a count takes the place of the earlier one, and zero removes it`() throws {
    _ = try store.activities.attend(training, counts: [.init("sme=12")])
    #expect(try store.activities.attend(training, counts: [.init("sme=9")]).participants == 9)
    #expect(try store.activities.attend(training, counts: [.init("sme=0")]).participants == 0)
    #expect(throws: AttendanceProblem.countedTwice("sme")) {
      try store.activities.attend(training, counts: [.init("sme=1"), .init("pme=2")])
    }
    let unknown = #expect(throws: AttendanceProblem.self) { try HeadCount("clutser=2") }
    #expect(unknown?.hint == "did you mean cluster?")
    #expect(throws: AttendanceProblem.noCount("sme")) { try HeadCount("sme") }
  }

  @Test func `a contact is a participant once, changes sides, and is taken off`() throws {
    _ = try store.activities.attend(training, contacts: ["C1"])
    let steps = try store.history.steps().count
    #expect(try store.activities.attend(training, contacts: ["C1", "C1"]).members == 1)
    #expect(try store.history.steps().count == steps)
    #expect(try store.activities.attend(training, contacts: ["C1"], as: .guest).guests == 1)
    #expect(throws: RecordProblem.inUse("C1", by: [.init(noun: "activity", count: 1)])) {
      try store.contacts.remove("C1")
    }
    #expect(try store.activities.excuse(training, contacts: ["C1"]).participants == 0)
    #expect(throws: AttendanceProblem.notThere("C1", training)) {
      try store.activities.excuse(training, contacts: ["C1"])
    }
    #expect(throws: AttendanceProblem.nobodyNamed(training)) {
      try store.activities.attend(training)
    }
  }

  @Test func `the rate of response is that of the participants`() throws {
    #expect(try store.activities.set(training, ["responses": "3"]).responseRate == nil)
    let now = try store.activities.attend(training, counts: [.init("sme=8")])
    #expect(now.responseRate?.description == "37.5 %")
  }

  @Test func `an attendance list is contacts and participants, and one undo takes both back`()
    throws
  {
    let before = try store.dump()
    let list = """
      name,organisation,email
      Ana Ruiz,,
      Petr Dvorak,Voda s.r.o.,petr@voda.cz
      Petr Dvorak,Voda s.r.o.,petr@voda.cz
      Lena Blau,Wasser GmbH,not an address
      Lena Blau,Wasser GmbH,lena@wasser.de
      """
    let outcome = try take(list, partner: "NP")
    #expect([outcome.read, outcome.created, outcome.rejected] == [5, 3, 1])
    let (contacts, _) = try store.activities.participants(training)
    #expect(Set(contacts.map(\.name)) == ["Ana Ruiz", "Petr Dvorak", "Lena Blau"])
    #expect(contacts.count == 3)
    let step = try store.history.steps()[0]
    #expect(step.affected == "A1")
    #expect(step.summary.hasSuffix("3 new to A1"))
    let after = try store.dump()
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.redo()
    #expect(try store.activities.one(training).participants == 3)
    #expect(try store.dump().count == after.count)
  }

  @Test func `the same list again changes nothing, and as guests they change sides`() throws {
    let list = "name,organisation\nPetr Dvorak,Voda s.r.o.\nLena Blau,Wasser GmbH\n"
    _ = try take(list)
    let after = try store.dump()
    _ = try take(list)
    #expect(try store.dump() == after)
    _ = try take(list, as: .guest)
    #expect(try store.activities.one(training).guests == 2)
  }

  @Test func `organisations of members join the cluster of the partner, those of guests do not`()
    throws
  {
    let list = "name,organisation\nPetr Dvorak,Voda s.r.o.\nLena Blau,Wasser GmbH\n"
    let guests = try take(list, as: .guest, partner: "NP")
    #expect(guests.joined == 0)
    #expect(try store.partners.one(.init("NP")).members == 0)
    let more = "name,organisation\nJan Novak,Reka s.r.o.\nEva Mala,Reka s.r.o.\n"
    #expect(try take(more, partner: "NP").joined == 1)
    #expect(try store.partners.one(.init("NP")).members == 1)
  }

  @Test func `a merged contact took part once`() throws {
    _ = try store.activities.attend(training, contacts: ["C1", "C2"])
    _ = try store.write { write in
      let ids = try ["C1", "C2"].map { try Contacts.fetch($0, write.db).id.value }
      try References.merge("contact", ids[1], "C2", into: ids[0], "C1", write)
    }
    #expect(try store.activities.one(training).participants == 1)
  }

  @Test func `a list counts those trained, and who is of which type of organisation`() throws {
    _ = try store.organisations.add("Firm", .init(country: .init("ES"), cluster: "ZINNAE"))
    _ = try store.profiles.add("Firm", .init(role: .visitor, category: "sme"))
    _ = try store.contacts.add(
      ContactDraft([.name: "Luz Sol", .organisation: "Firm", .country: "ES"]))
    let now = try store.activities.attend(
      training, contacts: ["Ana Ruiz", "Luz Sol"], counts: [.init("sme=2"), .init("cluster=3")])
    #expect(now.types.map { "\($0.type) \($0.persons)" } == ["cluster 3", "sme 3"])
    #expect(now.trained == 0)
    let held = try store.activities.set(training, ["status": "delivered"])
    #expect(held.trained == 7 && held.hoursTrained == 4_200)
    let columns = Activity.register.fields.map(\.column.name)
    for name in ["members", "guests", "types", "trained", "hours_trained"] {
      #expect(columns.contains(name))
    }
  }
}

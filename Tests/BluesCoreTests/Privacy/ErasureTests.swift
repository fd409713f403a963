import Basics
import Documents
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// A person who was imported, changed, merged, exchanged, undone and redone leaves no trace.
@Suite final class `Erasing a person` {
  let place: ScannedFolder

  private static let list = """
    id,organisation,given name,family name,email,phone,mobile,street,postcode,city,region,country,\
    vat,iban,website,note,position,Stand
    K-7711,Kvítkovská vodárna s.r.o.,Žofienka,Kvítkovská,zofienka.k@nowhere.example,\
    +420 377 555 010,+420 601 555 020,Neznámá ulička 4711,99977,Zapadákov,Tramtárie,CZ,\
    CZ10000003,CZ6508000000192000145399,https://zofienka.example,Alergie na arašídy,\
    Ředitelka zeleniny,Pavilon Hvězdice
    K-2,Aguas Norte,Ana,Gil,ana@example.org,+34 976 555 010,,Calle Mayor 1,50001,Zaragoza,,ES,,,,,,
    K-3,Aguas Sur,Berta,Sanz,berta@example.org,,,,,,,ES,,,,,,

    """

  /// What must be nowhere afterwards.
  private static let texts = [
    "Žofienka", "Kvítkovská", "Žofienka Kvítkovská", "Kvítkovská Žofienka",
    "zofienka.k@nowhere.example", "zofie.druha@nowhere.example", "377 555 010", "377555010",
    "601 555 020", "420601555020", "777 555 030", "Neznámá ulička 4711", "Zapadákov", "Tramtárie",
    "CZ10000003", "CZ6508000000192000145399", "CZ65 0800 0000 1920 0014 5399", "zofienka.example",
    "Alergie na arašídy", "Ředitelka zeleniny", "Pavilon Hvězdice", "K-7711",
  ]

  private static let forms = ScannedFolder.forms(texts)

  private static let request = ImportRequest.test(unmapped: .keep, partner: "NP", source: "members")

  init() throws {
    place = try ScannedFolder()
    try place.store(on: "2020-03-01", "import").importContacts(Self.list, Self.request)
    _ = try place.store(on: "2020-03-02").history.undo()
    _ = try place.store(on: "2020-03-03").history.redo()
    _ = try place.store(on: "2020-03-04").history.undo()
    try place.store(on: "2020-03-05", "import").importContacts(Self.list, Self.request)
    let store = try place.store(on: "2020-03-06")
    _ = try store.contacts.set(
      "zofienka.k@nowhere.example", ContactDraft([.phone: "+420 777 555 030"]))
    _ = try store.contacts.add(
      ContactDraft([
        .name: "Žofienka Kvítkovská", .email: "zofie.druha@nowhere.example", .note: "Zapadákov",
      ]))
    _ = try store.contacts.merge(
      "zofienka.k@nowhere.example", with: ["zofie.druha@nowhere.example"])
    _ = try store.activities.add(
      .init("A1"), ["title": "Workshop with KVÍTKOVSKÁ", "type": "training"])
    _ = try store.activities.set(
      .init("A1"),
      ["outcome": "Ms Kvitkovska, Zofienka spoke; call +420 377 555-010 or 00420377555010."])
    _ = try store.baselines.take(
      "Start", note: "As Žofienka Kvítkovská wished", on: .of("2020-03-06"))
  }

  private func code() throws -> String {
    try place.store(on: "2020-03-07").contacts.one("zofienka.k@nowhere.example").contact.code
  }

  /// A copy as an upgrade of the layout leaves one.
  private func copyBeside() throws {
    try place.store(on: "2020-03-07").snapshot(to: "\(place.path).before-layout-31")
  }

  @Test func `none of the forms is left in any file of the folder`() throws {
    try copyBeside()
    #expect(Self.forms.count >= 55)
    #expect(try place.hits(Self.forms).count > 20)
    let code = try code()
    let erasure = try place.store(on: "2020-03-07", "partner contact erase")
      .erasures.erase(code, because: "Request of Žofienka Kvítkovská")
    #expect(erasure.isFinished == true)
    #expect(erasure.isGone)
    #expect(erasure.copies == ["blues.db.before-layout-31"])
    #expect(erasure.files == [])
    #expect(try place.hits(Self.forms) == [])
  }

  @Test func `texts of other records name a pseudonym`() throws {
    let code = try code()
    let erasure = try place.store(on: "2020-03-07").erasures.erase(code, because: "Request")
    let store = try place.store(on: "2020-03-07")
    let activity = try store.activities.one(.init("A1"))
    #expect(activity.title == "Workshop with Person \(code)")
    #expect(
      activity.outcome == "Ms Person \(code) spoke; call Person \(code) or Person \(code).")
    #expect(
      erasure.texts.map { "\($0.place) \($0.count)" } == [
        "activity.outcome 1", "activity.title 1", "baseline.note 1",
      ])
    #expect(try store.contacts.all().compactMap(\.person) == ["Ana Gil", "Berta Sanz"])
    #expect(try store.organisations.all().map(\.name).contains("Person \(code) vodárna s.r.o."))
  }

  @Test func `questions about every day go on working, and bring nobody back`() throws {
    let code = try code()
    _ = try place.store(on: "2020-03-07").erasures.erase(code, because: "Request")
    for day in 1...7 {
      let known = try place.store(on: "2020-03-07").asKnown(on: .of("2020-03-0\(day)"))
      let people = try known.contacts.all()
      #expect([0, 2, 3].contains(people.count), "\(day)")
      _ = try (known.contacts.search("kvitkovska"), known.activities.all(), known.history.steps())
    }
    #expect(try place.hits(Self.forms) == [])
  }

  @Test func `no step before it is undone, and the steps after it are, back and forth`() throws {
    let code = try code()
    _ = try place.store(on: "2020-03-07").erasures.erase(code, because: "Request")
    let erasure = try #require(place.store(on: "2020-03-07").history.steps().first)
    let store = try place.store(on: "2020-03-08")
    let before = try store.dump()
    let last = erasure.id - 1
    #expect(throws: HistoryProblem.beforeErasure(last, by: erasure.id)) { try store.history.undo() }
    for step in try store.history.steps() where step.kind == .change && !step.isStart {
      #expect(!step.canBeUndone, "\(step.id)")
      #expect(throws: HistoryProblem.self) { try store.history.undo(step.id) }
    }
    #expect(try store.dump() == before)
    #expect(
      HistoryProblem.beforeErasure(4, by: 9).message
        == "Step 4 cannot be undone or redone: step 9 erased a person after it, and what an erasure "
        + "took cannot be undone.")
    _ = try store.activities.set(.init("A1"), ["outcome": "Two came."])
    #expect(try store.history.undo().step.id == erasure.id + 1)
    #expect(try store.activities.one(.init("A1")).outcome?.hasSuffix(".") == true)
    #expect(try store.history.redo().step.id == erasure.id + 1)
    #expect(try store.activities.one(.init("A1")).outcome == "Two came.")
    #expect(try place.hits(Self.forms) == [])
  }

  @Test func `an import that was undone is erased by the id that only the history knows`() throws {
    let store = try place.store(on: "2020-03-06")
    try store.importContacts(
      "given name,family name,email\nHedvika,Neznalá,hedvika@nowhere.example\n",
      .test(source: "other"))
    let code = try store.contacts.one("hedvika@nowhere.example").contact.code
    let undone = try store.history.undo().step.id
    let forms = ScannedFolder.forms(["Hedvika", "Neznalá", "hedvika@nowhere.example"])
    #expect(try place.hits(forms).count > 0)
    let erasure = try store.erasures.erase(code, because: "Request")
    #expect(erasure.isFinished == true)
    #expect(try place.hits(forms) == [])
    let step = try #require(store.history.steps().first)
    #expect(throws: HistoryProblem.beforeErasure(undone, by: step.id)) { try store.history.redo() }
  }

  @Test func `an earlier copy of the same person goes too, and another contact of today is named`()
    throws
  {
    let code = try code()
    let store = try place.store(on: "2020-03-07")
    _ = try store.contacts.add(
      ContactDraft([.name: "Office", .email: "zofienka.k@nowhere.example"]))
    let erasure = try store.erasures.erase(code, because: "Request")
    #expect(erasure.others.count == 2)
    #expect(erasure.alike.count == 1)
  }

  @Test func `files beside the project that name the person are told`() throws {
    for (name, text) in [
      ("utf8.txt", "Paní ŽOFIENKA Kvítkovská; Žofienka Kvítkovská"),
      ("folded.txt", "zofienka kvitkovska"),
      ("other.txt", "Ana Gil"),
    ] {
      try Data(text.utf8).write(to: place.folder.appending(path: name))
    }
    try #require("Žofienka Kvítkovská".data(using: .utf16LittleEndian))
      .write(to: place.folder.appending(path: "utf16.txt"))
    let erasure = try place.store(on: "2020-03-07").erasures.erase(code(), because: "Request")
    #expect(
      erasure.files.map { "\($0.path) \($0.why)" } == [
        "folded.txt names the person", "utf16.txt names the person", "utf8.txt names the person",
      ])
  }

  @Test func `workbooks and Word documents are looked into, and staff of the name is told`() throws
  {
    let store = try place.store(on: "2020-03-07")
    _ = try store.persons.add(
      .init("NP-1"), ["partner": "NP", "name": "Žofienka Kvítkovská"])
    let book = try store.dossiers.page(of: code()).bytes(Rendering(format: .xlsx))
    try Data(book).write(to: place.folder.appending(path: "list.xlsx"))
    let other = try store.dossiers.page(of: "berta@example.org").bytes(Rendering(format: .xlsx))
    try Data(other).write(to: place.folder.appending(path: "other.xlsx"))
    try Data([0x50, 0x4B, 0x03, 0x04, 0x00]).write(to: place.folder.appending(path: "broken.zip"))
    let erasure = try store.erasures.erase(code(), because: "Request")
    #expect(erasure.files.map(\.path) == ["list.xlsx"])
    #expect(erasure.staff == ["NP-1"])
  }

  @Test func `it is done once, needs a reason, and is no step to undo`() throws {
    let code = try code()
    let store = try place.store(on: "2020-03-07")
    #expect(throws: ErasureProblem.reasonMissing) { try store.erasures.erase(code, because: " ") }
    let before = try store.dump()
    _ = try store.rehearsal.erasures.erase(code, because: "Request")
    #expect(try store.dump() == before)
    _ = try store.erasures.erase(code, because: "Request")
    #expect(throws: ErasureProblem.erased(code, on: try .of("2020-03-07"))) {
      try store.erasures.erase(code, because: "Request")
    }
    let step = try #require(store.history.steps(limit: 1).first)
    #expect(step.summary == "erased \(code)")
    #expect(throws: HistoryProblem.final(step.id)) { try store.history.undo(step.id) }
    #expect(throws: ContactProblem.unknown("C99")) {
      try store.erasures.erase("C99", because: "Request")
    }
  }

  @Test func `while another command reads it is not finished, and the next time it is`() throws {
    let code = try code()
    var unsafe = Configuration()
    unsafe.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(path: place.path, configuration: unsafe)
    try reader.inDatabase { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM contact")
    }
    let store = try place.store(on: "2020-03-07")
    try store.queue.inDatabase { try $0.execute(sql: "PRAGMA busy_timeout = 50") }
    #expect(try store.erasures.erase(code, because: "Request").isFinished == false)
    try reader.inDatabase { try $0.execute(sql: "COMMIT") }
    try reader.close()
    #expect(try store.erasures.erase(code, because: "Request").isFinished == true)
    #expect(try place.hits(Self.forms) == [])
  }
}

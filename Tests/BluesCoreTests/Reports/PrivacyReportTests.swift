import Basics
import Documents
import Testing

@testable import BluesCore

/// The records of processing.
@Suite struct `The report on personal data` {
  let store: Store

  init() throws {
    store = try Store.blues()
    let list = """
      name,email
      Ana Gil,ana@example.org
      Berta Sanz,berta@example.org

      """
    try store.on("2020-09-01", "partner contact import").importContacts(
      list, .test(partner: "NP", source: "members"))
    for (name, basis) in [("Ida Holm", "consent"), ("Jon Berg", "contract")] {
      _ = try store.on("2020-09-02", "partner contact add").contacts.add(
        ContactDraft([.name: name, .basis: basis]))
    }
    try store.on("2020-09-03", "partner contact export")
      .note(Disclosure(.contacts, as: "xlsx", of: 4, to: "EASME"))
  }

  @Test func `counts what is held, on which grounds and since when`() throws {
    let figures = try PrivacyFigures(of: store)
    #expect(
      figures.records.map { "\($0.id) \($0.count) \($0.since.map { "\($0)" } ?? "-")" } == [
        "contacts 4 2020-09-01", "users 1 2020-02-01",
      ])
    #expect(
      figures.records.map { $0.until.map { "\($0)" } ?? "-" } == ["2023-01-31", "-"])
    #expect(
      figures.grounds == [
        .init(basis: nil, count: 2), .init(basis: "consent", count: 1),
        .init(basis: "contract", count: 1),
      ])
    #expect(figures.byHand == 2)
    #expect(
      figures.lists.map { "\($0.file) \($0.source) \($0.partner ?? "") \($0.held)" } == [
        "list.csv members NP 2"
      ])
    #expect(
      figures.given.map { "\($0.on.map { "\($0)" } ?? "") \($0.by) \($0.disclosure.people)" } == [
        "2020-09-03 tester 4"
      ])
  }

  @Test func `says that no ground is recorded, with the command`() throws {
    func text(_ store: Store) throws -> String {
      String(
        decoding: try PrivacyReport(store: store).document().bytes(.init(format: .text)),
        as: UTF8.self)
    }
    let before = try text(store.on("2020-09-03"))
    #expect(before.contains("none recorded         2"))
    #expect(
      before.contains(
        "Of 2 contacts no ground is recorded. Record one: blues partner contact set C1 --basis BASIS"
      )
    )
    for code in ["C1", "C2"] {
      _ = try store.contacts.set(code, ContactDraft([.basis: "contract"]))
    }
    let after = try text(store.on("2020-09-03"))
    #expect(!after.contains("none recorded") && !after.contains("no ground is recorded"))
  }

  @Test func `counts nobody who was erased`() throws {
    for code in ["C1", "C3"] {
      _ = try store.on("2020-09-04", "partner contact erase").erasures.erase(
        code, because: "asked")
    }
    let figures = try PrivacyFigures(of: store)
    #expect(figures.lists.map(\.held) == [1])
    #expect(figures.byHand == 1)
    #expect(figures.records.first?.count == 2)
  }

  @Test func `names the duties with the commands for them`() throws {
    let page = try PrivacyReport(store: store.on("2020-09-03")).document()
    let text = String(
      decoding: try page.bytes(Rendering(format: .csv, day: .of("2020-09-03"))), as: UTF8.self)
    #expect(
      text.contains(
        "\"Give the contacts without a ground one, or erase them\",2,"
          + "blues partner contact list --where basis="))
    #expect(
      text.contains(
        "\"Record the consent of contacts held by consent, of which the log has none\",1,"
          + "blues partner contact consent give C3 --scope newsletter"))
    #expect(!text.contains("retention apply"))
    let later = try PrivacyReport(store: store.on("2023-02-01")).document()
    let due = String(
      decoding: try later.bytes(Rendering(format: .csv, day: .of("2023-02-01"))), as: UTF8.self)
    #expect(
      due.contains(
        "Erase the contacts whose time is over,4,blues partner contact retention apply"))
  }

  @Test func `is no part of what is handed in`() throws {
    #expect(try !PrivacyReport(store: store).isDue([:], in: "RP1"))
    #expect(
      ProcessingRecord.source
        == "Purposes and grounds: mark R, GDPR-30, GDPR. Compare them with the agreement between "
        + "the partners.")
  }
}

import Basics
import Documents
import GRDB
import Testing

@testable import BluesCore

/// All that is known of a person, on one page.
@Suite struct `The dossier of a person` {
  let store: Store

  init() throws {
    store = try Store.rich()
    _ = try store.contacts.add(
      ContactDraft([.name: "Carla Ruiz Gil", .email: "ruiz@example.org", .note: "Speaks French"]))
    _ = try store.contacts.merge("C3", with: ["C4"])
    _ = try store.contacts.set("C3", ContactDraft([.phone: "+34 974 555 010"]))
    _ = try store.exchangePersons.add(.init("EX-003"), "C3", role: "participant")
    _ = try store.activities.add(
      .init("A1"), ["title": "Workshop of Carla Ruiz", "type": "training"])
    _ = try store.activities.attend(.init("A1"), contacts: ["C3"])
    _ = try store.consents.record(
      "C3", ConsentEntry.Word(.given, .newsletter, on: .of("2020-08-01"), wording: "v7"))
    _ = try store.contacts.distinct("C1", "C3")
  }

  private func json() throws -> String {
    String(
      decoding: try store.dossiers.page(of: "C3").bytes(Rendering(format: .json)), as: UTF8.self)
  }

  @Test func `every column of every table that refers to the contact appears`() throws {
    let json = try json()
    let columns = try store.read { db in
      var tables = Set(try References.columns(to: "contact", in: db).map(\.table))
      tables.formUnion(["contact", "contact_edit"])
      return try tables.sorted().map { table in
        (table == "contact" ? "record" : table, try db.columns(in: table).map(\.name))
      }
    }
    #expect(
      columns.map(\.0) == [
        "activity_contact", "consent", "record", "contact_edit", "distinct_contact",
        "exchange_person", "merged_contact",
      ])
    for (noun, names) in columns {
      let start = try #require(json.firstRange(of: "\"\(noun)\":"), "\(noun)")
      let part = json[start.upperBound...]
      for name in names { #expect(part.contains("\"\(name)\":"), "\(noun).\(name)") }
    }
  }

  @Test func `what any record, list row, step or consent says appears`() throws {
    let json = try json()
    for text in [
      "ruiz@example.org", "Speaks French", "+34 974 555 010", "v7", "Workshop of Carla Ruiz",
      "EX-003", "A1", "participant", "test",
    ] {
      #expect(json.contains(text), "\(text)")
    }
  }

  @Test func `a page has the record once, without numbers for programs`() throws {
    let page = try String(
      decoding: store.dossiers.page(of: "C3").bytes(Rendering(format: .markdown)), as: UTF8.self)
    #expect(!page.contains("The record"))
    #expect(page.contains("Speaks French"))
  }

  @Test func `purposes, the end, and what was given out appear`() throws {
    try store.note(Disclosure(.contacts, as: "csv", of: 3, to: "Hotel Ibis"))
    try store.note(Disclosure(.paymentOrder, as: "xml", of: 1, to: "Bank"))
    let json = try json()
    #expect(json.contains("\"Hotel Ibis\""))
    #expect(!json.contains("\"Bank\""))
    #expect(json.contains("\"Invitations, activities, exchanges and reports on them\""))
    #expect(
      json.contains(
        "\"kept_why\": \"evidence of an exchange or activity; the balance is not paid yet\""))
  }

  @Test func `nothing of another person does`() throws {
    #expect(try !json().contains("berta@example.org"))
  }
}

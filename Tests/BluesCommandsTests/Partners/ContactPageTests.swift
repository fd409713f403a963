import Basics
import BluesCore
import Documents
import Testing

@testable import BluesCommands

@Suite struct `The page of a contact` {
  private static func added(_ values: [ContactField: String]) throws -> Contact {
    let today = try #require(Day(iso: "2020-09-01"))
    let store = try Store.inMemory(
      invocation: Invocation(
        command: "init", who: "tester", at: "2020-09-01T12:00:00Z", today: today))
    _ = try store.project.start(from: .named("blues"), .init())
    var draft = ContactDraft()
    for (field, value) in values { draft[field] = value }
    return try store.contacts.add(draft)
  }

  @Test func `each normal form stands beside the text it comes from`() throws {
    let contact = try Self.added([
      .organisation: "Aguas", .name: "Ana", .phone: "976 555 010", .mobile: "+34600555010",
      .website: "www.example.org", .country: "ES", .employees: "12", .turnover: "1.234.567 €",
    ])
    #expect(
      ContactPage.facts(contact).map { "\($0.label): \($0.cell)" } == [
        "Id: text(\"C1\")", "Person: text(\"Ana\")", "Organisation: text(\"Aguas\")",
        "Name: text(\"Ana\")", "Phone: text(\"976 555 010\")",
        "Phone (E.164): text(\"+34976555010\")", "Mobile: text(\"+34600555010\")",
        "Website: text(\"www.example.org\")", "Website (link): link(\"https://www.example.org\")",
        "Country: text(\"ES\")", "Employees: text(\"12\")", "Turnover: text(\"1.234.567 €\")",
        "Source: text(\"by hand\")", "SME class: text(\"small\")",
        "SME class by: text(\"Employees 12; Turnover 1.234.567 €; Recommendation 2003/361/EC, "
          + "Annex, Article 2\")",
      ])
  }

  @Test func `what is worked out is not exported`() throws {
    let exported = try ExportedStore()
    let names = try exported.store.contacts.rows { $0.columns.map(\.name) }
    #expect(names == ["blues_id"] + ContactField.keys + ["partner", "source"])
  }
}

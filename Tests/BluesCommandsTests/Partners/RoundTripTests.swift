import BluesCore
import Documents
import Testing

@testable import BluesCommands

/// What comes back from a colleague who was sent our own export.
@Suite struct `Our own export coming back` {
  private static let list = Array(
    """
    organisation,name,email,phone,stand
    Acqua,Ana Gil,a@example.org,+34 976 555 100,A1
    Acqua,Berta Sanz,,,
    Acqua,Berta Sanz,,,B2

    """.utf8)

  private func project() throws -> ExportedStore {
    let project = try ExportedStore()
    try project.take(Self.list)
    return project
  }

  private func counts(_ outcome: ImportOutcome) -> [Int] {
    [outcome.created, outcome.updated, outcome.unchanged, outcome.rejected]
  }

  /// Every contact with its kept columns, partner and source, without the number of its file.
  private func state(_ project: ExportedStore) throws -> [String] {
    try project.csv().split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
        .joined(separator: ",")
    }
  }

  @Test func `unchanged, it changes nothing`() throws {
    let project = try project()
    let steps = try project.store.history.steps().count
    #expect(try counts(project.take(Array(project.csv().utf8))) == [0, 0, 3, 0])
    #expect(try project.store.history.steps().count == steps)
  }

  @Test func `a changed cell changes its contact, whatever it is a cell of`() throws {
    let project = try project()
    let edited = try project.csv().replacing("Ana Gil", with: "Ana Gil Mayor")
      .replacing("a@example.org", with: "ana@example.org").replacing("A1", with: "A7")
    #expect(try counts(project.take(Array(edited.utf8))) == [0, 1, 2, 0])
    let (contact, kept) = try project.store.contacts.one("C1")
    #expect(contact.known[.name] == "Ana Gil Mayor")
    #expect(contact.known[.email] == "ana@example.org")
    #expect(kept.map(\.text) == ["A7"])
    #expect(contact.source == "list.csv")
  }

  @Test func `after that the first list still changes nothing`() throws {
    let project = try project()
    let edited = try project.csv().replacing("Ana Gil", with: "Ana Gil Mayor")
    try project.take(Array(edited.utf8))
    #expect(try counts(project.take(Self.list)) == [0, 0, 3, 0])
  }

  @Test func `in another project it makes the same contacts, twins too`() throws {
    let project = try project()
    let other = try ExportedStore()
    let export = try Array(project.csv().utf8)
    #expect(try counts(other.take(export, "export.csv")) == [3, 0, 0, 0])
    #expect(try state(other) == state(project))
    #expect(try counts(other.take(export, "export.csv")) == [0, 0, 3, 0])
  }

  @Test func `a contact named twice with changes is changed once`() throws {
    let project = try project()
    let lines = try project.csv().split(separator: "\n").map(String.init)
    let edited = [
      lines[0], lines[1].replacing("Ana Gil", with: "Ana G."),
      lines[1].replacing("Ana Gil", with: "A. Gil"),
    ]
    let outcome = try project.take(Array(edited.joined(separator: "\n").utf8))
    #expect(counts(outcome) == [0, 1, 0, 1])
    #expect(outcome.rejectedByRule == ["ambiguous": 1])
    #expect(try project.store.contacts.one("C1").contact.known[.name] == "Ana G.")
  }

  @Test func `a row of a contact that is gone goes by what it says`() throws {
    let project = try project()
    let export = try Array(project.csv().utf8)
    _ = try project.store.history.undo()
    #expect(try counts(project.take(export)) == [3, 0, 0, 0])
  }

  @Test func `a row of a partner that the project does not have is rejected`() throws {
    let project = try project()
    let edited = try project.csv().replacing(",list.csv", with: "XX,list.csv")
    let outcome = try project.take(Array(edited.utf8))
    #expect(counts(outcome) == [0, 0, 0, 3])
    #expect(outcome.rejectedByRule == ["partner": 3])
  }
}

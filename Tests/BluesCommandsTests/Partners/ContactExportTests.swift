import BluesCore
import Documents
import Tabular
import Testing

@testable import BluesCommands

@Suite struct `Exported contacts` {
  @Test func `kept columns stand after the fields, each spelling by itself`() throws {
    let today = try #require(Day(iso: "2020-09-01"))
    let store = try Store.inMemory(
      act: Act(command: "init", who: "tester", at: "2020-09-01T12:00:00Z", today: today))
    _ = try store.project.start(from: .named("blues"), .init())
    let list = "name,caf\u{E9},stand\nAna,1,\nBerta,,A\nCarla,2,B\n"
    let other = "name,cafe\u{301}\nDora,3\n"
    for text in [list, other] {
      let reader = try RowReader(source: .bytes(Array(text.utf8)))
      _ = try store.contactImport.run(
        reader, ImportRequest(fileName: "list.csv", unmapped: .keep),
        rejects: RejectsFile(nil, of: "list.csv", isRehearsal: true))
    }
    let table = try ContactExport.table(store.contacts.all(), kept: store.contacts.kept())
    #expect(
      table.columns.suffix(3).map { Array($0.name.utf8) }
        == ["caf\u{E9}", "stand", "cafe\u{301}"].map { Array($0.utf8) })
    #expect(
      table.rows.map { Array($0.suffix(3)) } == [
        [.text("1"), .empty, .empty], [.empty, .text("A"), .empty],
        [.text("2"), .text("B"), .empty], [.empty, .empty, .text("3")],
      ])
  }
}

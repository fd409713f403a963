import Documents
import Foundation
import Testing

@testable import BluesCommands

/// The reference of fields says what the program says, and leaves no list out.
@Suite struct `The reference of fields` {
  let page: FieldsPage

  init() throws { page = FieldsPage(commands: try DumpedCommand.leaves()) }

  @Test func `it says what the program says`() throws {
    let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let file = root.appending(path: FieldsPage.path)
    let text = page.text()
    if ProcessInfo.processInfo.environment["BLUES_UPDATE_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let stored = (try? Data(contentsOf: file)) ?? Data()
    #expect(
      String(decoding: stored, as: UTF8.self) == text,
      "\(FieldsPage.path) is stale; `make docs` writes it")
  }

  @Test func `every command with --columns has its fields on the page`() {
    let missing = page.commands.filter { $0.has(option: "columns") && page.listed($0) == nil }
    #expect(missing.map(\.path) == [])
  }

  @Test func `every command with --map has its headings on the page`() {
    let missing = page.commands.filter { $0.has(option: "map") && page.imported($0) == nil }
    #expect(missing.map(\.path) == [])
  }

  @Test func `every field of a list is named once and has a sentence`() {
    for command in page.commands {
      guard let columns = page.listed(command)?.columns else { continue }
      #expect(Set(columns.map(\.name)).count == columns.count, "\(command.path)")
      for column in columns {
        #expect(column.help.hasSuffix("."), "\(command.path): \(column.name)")
      }
    }
  }

  @Test func `an option named for a field is an option of a command beside the list`() {
    for command in page.commands {
      guard let list = page.listed(command), !(list is any RegisterColumns.Type) else { continue }
      for field in list.options.keys {
        #expect(
          page.setters(of: field, in: list, beside: command) != [], "\(command.path): \(field)")
      }
    }
  }

  @Test func `what sets a field is found by its option and by the argument of add`() throws {
    let risks = try #require(page.commands.first { $0.path == "blues workpackage risk list" })
    let list = try #require(page.listed(risks))
    #expect(
      page.setters(of: "work_packages", in: list, beside: risks) == ["`add --wp`", "`set --wp`"])
    #expect(
      page.setters(of: "title", in: list, beside: risks) == ["`add <title>`", "`set --title`"])
    #expect(page.setters(of: "score", in: list, beside: risks) == [])
    #expect(
      page.setters(of: "note", in: list, beside: risks)
        == ["`add --note`", "`set --note`", "`occur --note`", "`close --note`"])
  }
}

import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// Pages of the file that a disk or another program spoiled.
@Suite final class `A file with a broken page` {
  let home: URL
  let path: String

  init() throws {
    home = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "blues-broken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    path = home.appending(path: "blues.db").path
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// Runs questions and changes, and gives the problem of each that met one.
  private func problems() throws -> [any Error] {
    var met: [any Error] = []
    func ask(_ question: () throws -> Void) {
      do { try question() } catch { met.append(error) }
    }
    ask {
      let store = try Store.openToRead(at: path, invocation: .test(on: "2020-09-01"))
      ask { _ = try store.partners.all() }
      ask { _ = try store.deliverables.all() }
      ask { _ = try store.exchanges.all() }
      ask { _ = try store.contacts.all() }
      ask { _ = try store.contacts.search("ana") }
      ask { _ = try store.organisations.duplicates() }
      ask { _ = try store.history.steps() }
      ask { _ = try store.asKnown(on: .of("2020-03-01")) }
    }
    ask {
      let store = try Store.openToWrite(at: path, invocation: .test(on: "2020-09-01"))
      ask { _ = try store.contacts.add(ContactDraft([.name: "Dora"])) }
      ask { _ = try store.history.undo() }
    }
    return met
  }

  /// The bytes of a whole project, which is at the path.
  private func wholeFile() throws -> Data {
    let queue = try DatabaseQueue(path: path)
    try Store.rich().queue.backup(to: queue)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
    }
    try queue.close()
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  @Test func `a cell that leaves its page is damage to whoever reads or changes the page`() throws {
    var broken = try wholeFile()
    let reading = try DatabaseQueue(path: path)
    let root = try #require(
      try reading.read {
        try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'partner'")
      })
    try reading.close()
    let page = (root - 1) * 4096
    #expect(broken[page] == 0x0D)
    let cells = Int(broken[page + 3]) << 8 | Int(broken[page + 4])
    let starts = (0..<cells).map { cell in
      Int(broken[page + 8 + 2 * cell]) << 8 | Int(broken[page + 9 + 2 * cell])
    }
    // The cell at the end of the page says that it is longer.
    broken[page + (try #require(starts.max()))] = 0xFF
    try broken.write(to: URL(fileURLWithPath: path))
    let damaged = StoreProblem.damaged(path: path, detail: "database disk image is malformed")
    let invocation = try Invocation.test(on: "2020-09-01")
    #expect(throws: damaged) {
      try Store.openToRead(at: path, invocation: invocation).partners.all()
    }
    #expect(throws: damaged) {
      try Store.openToWrite(at: path, invocation: invocation).partners.add(.init("XX"))
    }
    #expect(damaged.kind == .badData)
    #expect(damaged.hint == "copy the file, then restore a backup beside it")
  }

  @Test func `every connection has the size of cells checked`() throws {
    for access in [Store.Access.reading, .writing] {
      let queue = try DatabaseQueue(configuration: Store.configuration(access))
      let isChecked = try queue.read { try Bool.fetchOne($0, sql: "PRAGMA cell_size_check") }
      #expect(isChecked == true)
    }
  }

  /// The first pages, from zero, of tables that the questions read, with the tables.
  private func pagesAsked() throws -> [Int: String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    let rows = try queue.read {
      try Row.fetchAll(
        $0,
        sql: """
          SELECT rootpage - 1 AS page, name FROM sqlite_schema WHERE type = 'table' AND name IN
            ('partner', 'deliverable', 'exchange', 'contact', 'organisation', 'operation')
          """)
    }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["page"], $0["name"]) })
  }

  @Test(arguments: [UInt8(0xFF), 0x00, 0x0D])
  func `ends every command that reads it with exit 65, and hangs none`(filler: UInt8) throws {
    let whole = try wholeFile()
    let pages = whole.count / 4096
    #expect(pages > 40)
    let asked = try pagesAsked()
    #expect(try problems().isEmpty)
    var tables: [String] = []
    for page in Set(asked.keys).union(stride(from: 1, to: pages, by: Trials.isFull ? 9 : 45))
      .sorted()
    {
      var broken = whole
      for byte in page * 4096 + 8..<(page + 1) * 4096 { broken[byte] = filler }
      if filler != 0x0D { for byte in 0..<8 { broken[page * 4096 + byte] = filler } }
      try broken.write(to: URL(fileURLWithPath: path))
      let met = try problems()
      if let table = asked[page], !met.isEmpty { tables.append(table) }
      for problem in met {
        let kind = (problem as? any Problem)?.kind
        if case .entangled? = problem as? HistoryProblem { continue }
        #expect(kind == .badData, "page \(page + 1): \(problem)")
      }
    }
    // With its head whole, the page of organisations is read as rows that could have been written.
    let read = filler == 0x0D ? ["organisation"] : []
    #expect(Set(tables) == Set(asked.values).subtracting(read))
    #expect(asked.count == 6)
  }
}

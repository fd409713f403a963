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

  @Test(arguments: [UInt8(0xFF), 0x00, 0x0D])
  func `ends every command that reads it with exit 65, and hangs none`(filler: UInt8) throws {
    let queue = try DatabaseQueue(path: path)
    try Store.rich().queue.backup(to: queue)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
    }
    try queue.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let pages = whole.count / 4096
    #expect(pages > 40)
    #expect(try problems().isEmpty)
    var refused = 0
    for page in stride(from: 1, to: pages, by: 9) {
      var broken = whole
      for byte in page * 4096 + 8..<(page + 1) * 4096 { broken[byte] = filler }
      if filler != 0x0D { for byte in 0..<8 { broken[page * 4096 + byte] = filler } }
      try broken.write(to: URL(fileURLWithPath: path))
      let met = try problems()
      refused += met.isEmpty ? 0 : 1
      for problem in met {
        let kind = (problem as? any Problem)?.kind
        if case .entangled? = problem as? HistoryProblem { continue }
        #expect(kind == .badData, "page \(page + 1): \(problem)")
      }
    }
    #expect(refused > pages / 27)
  }
}

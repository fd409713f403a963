import Foundation
import GRDB
import Testing

@testable import BluesCore

/// What becomes of files that are not what a command expects.
@Suite struct `Opening a file` {
  @Test func `a file of a newer blues is refused`() throws {
    let shop = try changed("PRAGMA user_version = 99")
    for words in [["workpackage", "list"], ["undo"]] {
      let ending = try shop.command(words).run()
      #expect(ending.code == 5)
      #expect(
        ending.complaint.hasPrefix(
          "blues: \(shop.project) was written by a newer blues: its layout is 99, "
            + "this one knows \(Migration.newest).\n"))
    }
  }

  @Test func `another program's database is refused`() throws {
    let shop = try Workshop()
    let queue = try DatabaseQueue(path: shop.project)
    try queue.write { try $0.execute(sql: "CREATE TABLE note (text)") }
    try queue.close()
    try expectNoProject(shop)
  }

  @Test(arguments: ["", "Organisation,Name\n", String(repeating: "SQLite format 3\0", count: 400)])
  func `what is no database is refused`(_ text: String) throws {
    try expectNoProject(Workshop(["blues.db": Data(text.utf8)]))
  }

  @Test func `a file cut short is answered or refused, never with a crash`() throws {
    let whole = try Stock.planned()
    for size in stride(from: 0, to: whole.count, by: whole.count / 40) {
      let shop = try Workshop(["blues.db": whole.prefix(size)])
      for words in [["report", "status"], ["undo"]] {
        expectSentence(try shop.command(words).run(), "\(size) bytes: \(words)")
      }
    }
  }

  @Test func `a file with any page damaged is answered or refused, never with a crash`() throws {
    let whole = try Stock.planned()
    var random = SplitMix64(state: 7)
    let page = 4096
    for start in stride(from: 0, to: whole.count, by: page) {
      var bytes = whole
      for _ in 0..<24 {
        bytes[start + Int(random.next() % UInt64(page))] ^= UInt8(truncatingIfNeeded: random.next())
      }
      // The head of a page says what the rest is, so that it is damaged each time too.
      bytes[start + Int(random.next() % 12)] ^= 0x5A
      let shop = try Workshop(["blues.db": bytes])
      let words = start / page % 2 == 0 ? ["report", "status"] : ["undo"]
      expectSentence(try shop.command(words).run(), "page \(start / page + 1)")
    }
  }

  @Test func `a trigger of somebody else is refused by name, and nothing is written`() throws {
    let shop = try changed(
      "CREATE TRIGGER evil AFTER INSERT ON contact BEGIN SELECT writefile('evil', 'x'); END")
    let before = try shop.read("blues.db")
    for words in [["partner", "contact", "list"], ["undo"], ["partner", "contact", "add"]] {
      let ending = try shop.command(words).run()
      #expect(ending.code == 65)
      #expect(
        ending.complaint.hasPrefix("blues: \(shop.project): the trigger evil is not of blues.\n"))
    }
    #expect(try shop.read("blues.db") == before)
    #expect(try shop.names() == ["blues.db"])
  }

  @Test func `a link in the place of a new project is refused`() throws {
    let shop = try Workshop()
    for target in ["elsewhere.db", "nowhere/at-all.db"] {
      symlink(target, shop.project)
      #expect(try shop.blues("init").code == 5)
      #expect(try shop.names() == ["blues.db"])
      unlink(shop.project)
    }
  }

  private func changed(_ sql: String) throws -> Workshop {
    let shop = try Workshop(["blues.db": Stock.fresh()])
    let queue = try DatabaseQueue(path: shop.project)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    return shop
  }

  private func expectNoProject(_ shop: Workshop) throws {
    let before = try shop.read("blues.db")
    for words in [["workpackage", "list"], ["undo"]] {
      let ending = try shop.command(words).run()
      #expect(ending.code == 65)
      #expect(
        ending.complaint.hasPrefix("blues: \(shop.project) is not a blues project file.\n"))
      #expect(try shop.read("blues.db") == before)
      #expect(try shop.names() == ["blues.db"])
    }
  }

  private func expectSentence(_ ending: Command.Ending, _ what: String) {
    #expect(ending.code < 128 && ending.code != 70, "\(what): \(ending)")
    #expect(
      ending.code == 0 || ending.complaint.hasPrefix("blues: "), "\(what): \(ending.complaint)")
  }
}

/// A small seeded source of chance.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import Foundation
import GRDB
import Testing

/// Who may read what a command writes, and what a command leaves untouched.
@Suite struct `Files and permissions` {
  static let reading = [
    ["workpackage", "list"], ["partner", "contact", "search", "zoe"], ["report", "status"],
    ["project", "show"], ["history"],
  ]

  @Test(arguments: ["000", "022", "077"])
  func `every file is the owner's alone, whatever the umask`(_ mask: String) throws {
    let shop = try Workshop()
    let list = "Organisation,E-mail\nGood,a@example.org\nBad,nonsense\n"
    try shop.write(Data(list.utf8), to: "list.csv")
    var reader: DatabaseQueue?
    defer { try? reader?.close() }
    for words in [
      "init", "partner contact import list.csv", "report status --format html -o status.html",
      "partner contact export -o contacts.csv",
    ] {
      let ending = try Command(
        ["/bin/sh", "-c", "umask \(mask); exec \"$@\"", "sh", Built.blues]
          + words.split(separator: " ").map(String.init), in: shop.folder
      ).run()
      #expect([0, 3].contains(ending.code), "\(words): \(ending.complaint)")
      // While somebody has the file open, its log stays beside it and is seen too.
      reader = try reader ?? opened(shop.project)
    }
    let names = try shop.names()
    #expect(
      names == [
        "blues.db", "blues.db-shm", "blues.db-wal", "contacts.csv", "list.csv", "list.rejects.csv",
        "status.html",
      ])
    for name in names {
      var found = stat()
      #expect(stat(shop.path(name), &found) == 0 && found.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  private func opened(_ path: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path)
    _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM project") }
    return queue
  }

  @Test func `reading changes no byte and leaves no file`() throws {
    let shop = try Workshop(["blues.db": Stock.imported()])
    let before = try shop.read("blues.db")
    for words in Self.reading {
      #expect(try shop.command(words).run().code == 0, "\(words)")
      #expect(try shop.read("blues.db") == before, "\(words)")
      #expect(try shop.names() == ["blues.db"], "\(words)")
    }
  }

  @Test(
    .enabled(if: getuid() == 0, "another user can be taken on by root only"),
    arguments: [(file: mode_t(0o444), folder: mode_t(0o777)), (0o666, 0o555), (0o444, 0o555)])
  func `what cannot be written is read all the same`(
    _ modes: (file: mode_t, folder: mode_t)
  ) throws {
    let shop = try Workshop(["blues.db": Stock.planned()])
    let before = try shop.read("blues.db")
    chmod(shop.project, modes.file)
    chmod(shop.folder, modes.folder)
    for words in Self.reading {
      let ending = try asNobody(words, in: shop)
      #expect(ending.code == 0, "\(words): \(ending.complaint)")
      #expect(try shop.names() == ["blues.db"], "\(words)")
    }
    let ending = try asNobody(["workpackage", "deliverable", "submit", "D1.1"], in: shop)
    #expect(ending.code == 77, "\(ending.complaint)")
    #expect(ending.complaint.hasPrefix("blues: "))
    #expect(try shop.read("blues.db") == before)
    #expect(try shop.names() == ["blues.db"])
  }

  @Test(.enabled(if: getuid() == 0, "another user can be taken on by root only"))
  func `what cannot be read says that it cannot be read`() throws {
    let shop = try Workshop(["blues.db": Stock.planned()])
    chmod(shop.project, 0o000)
    chmod(shop.folder, 0o755)
    let ending = try asNobody(["workpackage", "list", "--db", "blues.db"], in: shop)
    #expect(ending.code == 77)
    #expect(
      ending.complaint.hasPrefix(
        "blues: blues.db cannot be read: its permissions do not allow it.\nhint: "))
  }

  @Test(.enabled(if: getuid() == 0, "another user can be taken on by root only"))
  func `an export out of what cannot be written tells that it is not noted`() throws {
    let shop = try Workshop(["blues.db": Stock.imported()])
    let before = try shop.read("blues.db")
    chmod(shop.project, 0o444)
    chmod(shop.folder, 0o755)
    let ending = try asNobody(
      ["partner", "contact", "export", "--columns", "email", "--limit", "1"], in: shop)
    #expect(ending.code == 0)
    #expect(
      ending.complaint == "Not noted in the history: \(shop.project) cannot be written.\n")
    #expect(try shop.read("blues.db") == before)
  }

  private func asNobody(_ words: [String], in shop: Workshop) throws -> Command.Ending {
    try Command(
      ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", Built.blues]
        + words, in: shop.folder
    ).run()
  }
}

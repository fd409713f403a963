import Foundation
import GRDB

@testable import BluesCore

/// Files the tests start from, made once and copied for each point.
enum Stock {
  /// A list of invented people with accents, quoted commas and repeated organisations.
  static func list(rows: Int, city: String = "Łódź") -> Data {
    var text = "Organisation,Name,E-mail,Country,City\n"
    for number in 0..<rows {
      text += "\"Works \(number / 2), Ltd\",Zoë Łoś \(number),zoe\(number)@example.org,PL,\(city)\n"
    }
    return Data(text.utf8)
  }

  /// A paper of more than one page of a disk.
  static let paper = Data("%PDF-1.4\n".utf8) + Data(repeating: 0x20, count: 150_000)

  /// The layout that the program writes.
  static let newest = Migration.newest

  /// The number of the last step of the rich project, which is an import.
  static var steps: Int { preparation.count + 2 }

  /// A new project.
  static func fresh() throws -> Data { try made.get().fresh }

  /// A project with one deliverable that is due.
  static func planned() throws -> Data { try made.get().planned }

  /// A project whose last step is the import of a list of 2,000 rows.
  static func imported() throws -> Data { try imported(rows: 2000) }

  static func imported(rows: Int) throws -> Data {
    try imports.withLock { known in
      if let project = known[rows] { return project }
      let shop = try Workshop(["blues.db": fresh(), "list.csv": list(rows: rows)])
      known[rows] = try run(["partner", "contact", "import", "list.csv"], in: shop)
      return known[rows] ?? Data()
    }
  }

  private static let imports = Locked<[Int: Data]>([:])

  /// A project with a plan, an exchange, costs and, as its last step, 60 contacts.
  static func rich() throws -> Data { try made.get().rich }

  /// The rich project without its last step, which can be redone.
  static func undone() throws -> Data { try made.get().undone }

  /// The rich project in the layout of an earlier program.
  static func older() throws -> Data { try made.get().older }

  /// The rich project with a layout number that none has, so that it cannot be opened.
  static func broken() throws -> Data {
    var bytes = try rich()
    bytes.replaceSubrange(60..<64, with: Data(count: 4))
    return bytes
  }

  /// The rich project as text.
  static func dump() throws -> Data { try made.get().dump }

  private struct Files {
    let fresh: Data
    let planned: Data
    let rich: Data
    let undone: Data
    let older: Data
    let dump: Data
  }

  private static let made = Result { try make() }

  /// What makes the rich project of a new one, each a step.
  private static let preparation: [[String]] = [
    ["workpackage", "deliverable", "add", "D1.1", "Handbook", "--due", "M3"],
    [
      "partner", "contact", "add", "--name", "Ana", "--organisation", "Host", "--country", "PL",
      "--partner", "NP",
    ],
    [
      "partner", "contact", "add", "--name", "Eva", "--organisation", "Visitor", "--country",
      "ES", "--partner", "ZINNAE",
    ],
    ["exchange", "profile", "add", "Host", "--role", "host", "--category", "sme"],
    ["exchange", "profile", "add", "Visitor", "--role", "visitor", "--category", "sme"],
    [
      "exchange", "propose", "--host", "Host", "--visitor", "Visitor", "--from", "2020-06-08",
      "--to", "2020-06-12",
    ],
    [
      "partner", "cost", "add", "K1", "NP", "--category", "D.1", "--wp", "WP5", "--on",
      "2020-05-14", "--description", "Train", "--amount", "310", "--supplier", "Railway",
    ],
    [
      "partner", "cost", "add", "K2", "NP", "--category", "D.3", "--wp", "WP5", "--on",
      "2020-05-15", "--description", "Seats", "--amount", "24", "--supplier", "Railway",
    ],
  ]

  private static func make() throws -> Files {
    let shop = try Workshop(["list.csv": list(rows: 60)])
    let fresh = try run(["init", "--template", "blues"], in: shop)
    let planned = try run(preparation[0], in: shop)
    for words in preparation.dropFirst() { _ = try run(words, in: shop) }
    let rich = try run(["partner", "contact", "import", "list.csv"], in: shop)
    _ = try run(["dump", "-o", "project.jsonl"], in: shop)
    let undone = try run(["undo"], in: shop)
    return Files(
      fresh: fresh, planned: planned, rich: rich, undone: undone, older: try downgraded(rich),
      dump: try shop.read("project.jsonl"))
  }

  /// Runs a command and hands over the project that it leaves.
  private static func run(_ words: [String], in shop: Workshop) throws -> Data {
    let ending = try shop.command(words).run()
    guard ending.code == 0 else { throw Workshop.UnexpectedEnding(ending: ending) }
    return try shop.read("blues.db")
  }

  /// The project as a program would have written it that did not know persons who are erased.
  private static func downgraded(_ project: Data) throws -> Data {
    let shop = try Workshop(["blues.db": project])
    let queue = try DatabaseQueue(path: shop.project)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          DROP TABLE list_import; DROP TABLE doubtful_contact; DROP TABLE disclosure;
          DROP TABLE stop_digest; DROP TABLE stop_person; DROP TABLE stop_key;
          DROP TABLE unfinished_erasure; DROP TABLE erasure;
          DROP TABLE submission_step; DROP TABLE removed_row; DROP TABLE parcel_decision; DROP TABLE parcel_content;
          DROP TABLE parcel; DROP TABLE member_key;
          ALTER TABLE operation DROP COLUMN organisation;
          ALTER TABLE operation DROP COLUMN is_final;
          ALTER TABLE file DROP COLUMN first_number; ALTER TABLE file DROP COLUMN project;
          ALTER TABLE file DROP COLUMN organisation;
          PRAGMA user_version = 32;
          """)
    }
    try queue.close()
    return try shop.read("blues.db")
  }
}

import Basics
import GRDB

@testable import BluesCore

extension Store {
  /// Every row of every recorded table, as text; two equal dumps are two equal projects.
  ///
  /// A column may be left out, such as the number of an import's step.
  func dump(without column: String? = nil) throws -> [String] {
    try read { db in
      try ChangeRecorder.tables(db).flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY id").map { row in
          let cells = row.filter { $0.0 != column }.map { "\($0.0)=\($0.1)" }
          return "\(table): \(cells.joined(separator: ", "))"
        }
      }
    }
  }

  /// By contact, the words it has that the search index leads to it by; it may lead to it by
  /// words that it had once, too.
  func searchDump() throws -> [String] {
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed
          USING fts5vocab('main', 'contact_search', 'instance')
          """)
      let rows = try Row.fetchAll(db, sql: "SELECT doc, term FROM temp.indexed ORDER BY term")
      let terms = Dictionary(grouping: rows) { $0["doc"] as Int64 }
      let contacts = try Contact.fetchAll(db, sql: "\(Contact.selection) ORDER BY contact.id")
      return contacts.map { contact in
        let known = contact.known
        let said = ContactDraft.searched.compactMap { known[$0] }
        let has = said.map(Folding.folded).joined(separator: " ").utf8
          .split { !$0.isAlphanumeric && $0 < 0x80 }.map { String(decoding: $0, as: UTF8.self) }
        let found = (terms[contact.id.value] ?? []).map { $0["term"] as String }
        return "\(contact.code): \(found.filter(has.contains).joined(separator: " "))"
      }
    }
  }

  func answer(_ sql: String) throws -> [String] {
    try read { db in try Row.fetchAll(db, sql: sql).map { "\($0)" } }
  }
}

internal import Basics
internal import GRDB

/// What was said of a list when it was imported: it stands beside the import's step of the history,
/// so that the next list of the same name or source is read the same way.
package struct ListMemory: Sendable, Equatable {
  /// The name of the list, without its ending and without what marks rejected rows.
  package let list: String
  /// The sender, where one was named.
  package let source: String?
  /// Options with their values, such as `--country=CZ`.
  package let options: [String]

  package init(list: String, source: String?, options: [String]) {
    self.list = list
    self.source = source
    self.options = options
  }

  /// The word for the name of the file that takes the rejected rows, where the person gave one.
  package static let rejects = "rejects"

  func save(as step: Int64, in db: Database) throws {
    var bytes: [UInt8] = []
    JSONValue.array(options.map { .string($0) }).append(to: &bytes)
    try db.execute(
      sql: "INSERT INTO list_option (operation, list, source, options) VALUES (?, ?, ?, ?)",
      arguments: [step, list, source, String(decoding: bytes, as: UTF8.self)])
  }

  /// The options of the last import by a command that still stands: of the lists of a source, where
  /// one is named, else of the lists of a name, or that named it for their rejected rows.
  static func last(
    of command: String, list: String, source: String?, in db: Database
  ) throws -> [String] {
    let named = """
      (list_option.list = ?2 OR EXISTS (
        SELECT 1
        FROM json_each(CASE WHEN json_valid(list_option.options) THEN list_option.options ELSE '[]' END)
        WHERE value = '--\(rejects)=' || ?2))
      """
    let step = try Int64.fetchOne(
      db,
      sql: """
        SELECT max(operation.id) FROM list_option JOIN operation ON operation.id = list_option.operation
        WHERE operation.command = ?1 AND operation.undone_by IS NULL
          AND \(source == nil ? named : "list_option.source = ?2")
        """,
      arguments: [command, source ?? list])
    guard let step else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT value
        FROM list_option,
          json_each(CASE WHEN json_valid(list_option.options) THEN list_option.options ELSE '[]' END)
        WHERE operation = ? AND type = 'text' ORDER BY key
        """,
      arguments: [step])
    return try rows.map { try $0.value(0, "list_option") }
  }
}

extension Store {
  /// The options of the last import of a list by this command; none where there was no import.
  package func optionsOfLastImport(list: String, source: String?) throws -> [String] {
    try read { db in
      try ListMemory.last(of: invocation.command, list: list, source: source, in: db)
    }
  }
}

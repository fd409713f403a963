internal import Basics
internal import GRDB

extension Organisations {
  /// The organisations whose id begins with a text, such as `O1`, then those whose name does.
  package func beginning(with text: String, limit: Int) throws -> [NamedWord] {
    try store.read { db in
      let file = try FileIdentity.number(db)
      var found: [NamedWord] = []
      if text.isEmpty || text.asciiRaised.hasPrefix("O"),
        let condition = PrefixedNumbers.condition(
          "organisation.id", startingWith: String(text.dropFirst()), in: file)
      {
        found = try Row.fetchAll(
          db,
          sql: """
            SELECT id, name FROM organisation WHERE \(condition) ORDER BY organisation.id LIMIT ?
            """,
          arguments: [limit]
        ).map { row in
          NamedWord("O\(RowID(try row.value("id")).running)", try row.value("name"))
        }
      }
      guard !text.isEmpty else { return found }
      let named = try Row.fetchAll(
        db,
        sql: """
          SELECT id, name FROM organisation
          WHERE substr(name, 1, length(:text)) = :text COLLATE NOCASE
          ORDER BY name, id LIMIT :limit
          """,
        arguments: ["text": text, "limit": limit - found.count]
      ).map { row in
        NamedWord(try row.value("name"), "O\(RowID(try row.value("id")).running)")
      }
      return found + named
    }
  }
}

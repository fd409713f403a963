/// The SQL that reads and writes the records of one kind.
struct RegisterSQL: Sendable {
  /// Selects the row's number, the code, and what each attribute reads.
  let selection: String
  let insertion: String
  let update: String

  init<R: Record>(
    _ table: RecordTable<R.Code>,
    _ stored: [(attribute: Attribute<R>, storage: AttributeStorage<R>)], further: [String]
  ) {
    var (selected, columns) = (table.selections, [String]())
    for (_, storage) in stored {
      for part in storage.selections {
        selected.append(part.hasPrefix("(") ? part : "\(table.name).\(part)")
      }
      columns += storage.columns
    }
    selected += further
    selection = "SELECT \(table.name).id, \(selected.joined(separator: ", "))"

    let inserted = ["id"] + table.columns + columns + ["extra"]
    let marks = Array(repeating: "?", count: inserted.count).joined(separator: ", ")
    insertion = "INSERT INTO \(table.name) (\(inserted.joined(separator: ", "))) VALUES (\(marks))"

    // Kept columns of the list join those known before.
    let extra = "coalesce(json_patch(coalesce(extra, '{}'), ?\(columns.count + 1)), extra)"
    let pairs = columns.enumerated().map { ($1, "?\($0 + 1)") } + [("extra", extra)]
    update = """
      UPDATE \(table.name)
      SET \(pairs.map { "\($0) = \($1)" }.joined(separator: ", "))
      WHERE id = ?\(columns.count + 2)
        AND (\(pairs.map { "\($0) IS NOT \($1)" }.joined(separator: " OR ")))
      """
  }
}

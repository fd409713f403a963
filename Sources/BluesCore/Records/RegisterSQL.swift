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
    selection = "SELECT \(table.name).id, \(Self.list(selected))"

    let inserted = ["id"] + table.columns + columns + ["extra"]
    let marks = Self.list(Array(repeating: "?", count: inserted.count))
    insertion = "INSERT INTO \(table.name) (\(Self.list(inserted))) VALUES (\(marks))"

    // Kept columns of the list join those known before.
    let extra = "coalesce(json_patch(coalesce(extra, '{}'), ?\(columns.count + 1)), extra)"
    var (assignments, changes) = ([String](), [String]())
    for (place, column) in columns.enumerated() {
      assignments.append("\(column) = ?\(place + 1)")
      changes.append("\(column) IS NOT ?\(place + 1)")
    }
    update = """
      UPDATE \(table.name)
      SET \(Self.list(assignments + ["extra = \(extra)"]))
      WHERE id = ?\(columns.count + 2)
        AND (\(Self.list(changes + ["extra IS NOT \(extra)"], by: " OR ")))
      """
  }

  /// A loop, since joining asks the runtime what an array is (0002), and each start makes these texts.
  private static func list(_ parts: [String], by separator: String = ", ") -> String {
    var text = ""
    for (place, part) in parts.enumerated() { text += place == 0 ? part : separator + part }
    return text
  }
}

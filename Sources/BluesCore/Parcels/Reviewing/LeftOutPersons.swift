internal import Basics
internal import GRDB

/// The persons whose rows are left out of a parcel that comes: who were erased here, and who are on the
/// stop list and no contacts here.
struct LeftOutPersons {
  /// A contact of the parcel, with its values.
  private struct Person {
    let contact: Int64
    let why: String
    let isErased: Bool
    let values: [DatabaseValue]
    let known: ContactDraft
  }

  private let persons: [Person]
  private let columns: [String]

  /// - Returns: None where the parcel has nobody who is left out.
  init?(in parcel: Store, _ db: Database) throws {
    let erased = try Row.fetchAll(db, sql: "SELECT contact, erased_on FROM erasure")
      .reduce(into: [Int64: Day]()) { erased, row in
        erased[try row.value("contact")] = try row.value("erased_on")
      }
    let stopped = try StopDigests(db)
    guard !erased.isEmpty || !stopped.isEmpty else { return nil }
    let columns = try ParcelRows.columns("contact", db)
    let selection = "SELECT \(columns.joined(separator: ", ")) FROM contact WHERE id = ?"
    func values(_ id: Int64, _ db: Database) throws -> [DatabaseValue]? {
      try Row.fetchOne(db.cachedStatement(sql: selection), arguments: [id])
        .map { Array($0.databaseValues) }
    }
    self.columns = columns
    persons = try parcel.read { inside in
      var found: [Person] = []
      let contacts = try Contact.fetchCursor(
        inside, sql: "\(Contact.selection) ORDER BY contact.id")
      while let contact = try contacts.next() {
        let id = contact.id.value
        let here = try values(id, db)
        guard let theirs = try values(id, inside) else { continue }
        if let day = erased[id] {
          // A row that the law keeps, without the person, is as it is here.
          guard theirs != here else { continue }
          found.append(
            Person(
              contact: id, why: "erased here on \(day)", isErased: true, values: theirs,
              known: contact.known))
        } else if here == nil, stopped.has(contact.known) {
          found.append(
            Person(
              contact: id, why: "on the stop list", isErased: false, values: theirs,
              known: contact.known))
        }
      }
      return found
    }
    guard !persons.isEmpty else { return nil }
  }

  /// The parcel without them, as a file that never had them.
  func without(_ parcel: Store, _ invocation: Invocation) throws -> Store {
    let clean = try Store.empty(invocation: invocation)
    let ids = persons.map { String($0.contact) }.joined(separator: ", ")
    let others = ["parcel", "parcel_decision", "removed_row"]
      .map { ScopedTable($0, .coordinator, .all) }
    try parcel.read { inside in
      try clean.queue.writeWithoutTransaction { out in
        try out.execute(sql: "PRAGMA foreign_keys = OFF")
        try out.inTransaction {
          for table in SharedScope.tables + others {
            let condition = try Self.condition(table.name, without: ids, inside)
            try ParcelRows.copy(
              table, where: condition, of: 0, isForOwner: true, from: inside, to: out)
          }
          for person in persons where person.isErased {
            try ErasedName(person.contact, person.known).take(outOf: out)
          }
          return .commit
        }
      }
    }
    return clean
  }

  /// Which rows of a table stay: not those of the persons, and no firm that came with them alone.
  private static func condition(
    _ table: String, without ids: String, _ db: Database
  ) throws -> String {
    switch table {
    case "contact": return "row.id NOT IN (\(ids))"
    case "organisation":
      return """
        NOT (EXISTS (SELECT 1 FROM contact WHERE organisation_id = row.id AND id IN (\(ids)))
          AND NOT EXISTS (
            SELECT 1 FROM contact WHERE organisation_id = row.id AND id NOT IN (\(ids)))
          AND NOT EXISTS (SELECT 1 FROM membership WHERE organisation_id = row.id)
          AND NOT EXISTS (SELECT 1 FROM profile WHERE organisation_id = row.id))
        """
    default:
      let isOfContact = try db.columns(in: table).contains { $0.name == "contact_id" }
      return isOfContact ? "coalesce(row.contact_id NOT IN (\(ids)), 1)" : "1"
    }
  }

  /// The persons with the reasons, as a sentence.
  var words: String {
    let named = persons.map { "C\(RowID($0.contact).running), \($0.why)" }
    let more = named.count > 10 ? "; and \(named.count - 10) more" : ""
    return "Left out: \(named.prefix(10).joined(separator: "; "))\(more)."
  }

  /// Tells the sender with the next parcel who is on the stop list here; erasures are told as such.
  func answer(_ sender: String, _ write: Transaction) throws {
    for person in persons where !person.isErased {
      let change = RowChange(
        table: "contact", id: person.contact, kind: .new, base: nil, theirs: person.values,
        ours: nil, columns: columns)
      try DecidedRow.save(.refuse, on: change, of: sender, because: "On the stop list.", write)
    }
  }
}

extension ParcelReceiving {
  /// The rows of a parcel that are kept, and what is to be said of those that are left out.
  func kept(
    of parcel: Store, from sender: String, _ write: Transaction
  ) throws -> (rows: Store, leftOut: String?) {
    guard let persons = try LeftOutPersons(in: parcel, write.db) else { return (parcel, nil) }
    try persons.answer(sender, write)
    return (try persons.without(parcel, store.invocation), persons.words)
  }
}

internal import Basics
internal import GRDB

/// The rows that are a person's own, in the tables as they are and in the history.
struct ErasedRows {
  /// The rows of the person by table.
  private(set) var ids: [String: Set<Int64>] = [:]
  /// Organisations where nobody else works.
  private(set) var organisations: Set<Int64> = []
  private(set) var mergedOrganisations: Set<Int64> = []
  private(set) var words = PersonWords()

  private(set) var contacts: Set<Int64> = []

  /// The tables that have such rows.
  var tables: Set<String> { Set(ids.keys) }

  private static let table = "contact"
  private static let merged = "merged_contact"

  /// Tables with a column that names a contact, whose rows are the person's own.
  private static let parts = ["merged_contact", "contact_edit", "consent"]

  /// Finds the rows of the persons whose contacts these are; what was merged into them is theirs.
  init(_ contacts: Set<Int64>, in db: Database) throws {
    var all = contacts
    for id in contacts {
      let merged = try Int64.fetchSet(
        db, sql: "SELECT id FROM merged_contact WHERE contact_id = ?", arguments: [id])
      all.formUnion(merged)
    }
    let steps = try Int64.fetchAll(
      db, sql: "SELECT id FROM operation WHERE length(changeset) > 0 ORDER BY id")
    // Copies that only the history has may lead to others.
    var known = 0
    while known < all.count {
      known = all.count
      try collect(all, steps, db)
      all.formUnion(try copies(besides: all, steps, db))
    }
    self.contacts = all
    ids.updateValue(all, forKey: Self.table)
    ids[Self.merged, default: []].formUnion(all)
    try keepOwnSayings(db)
  }

  func isOwn(_ table: String, _ id: Int64) -> Bool { ids[table]?.contains(id) == true }

  func isSoleOrganisation(_ table: String, _ id: Int64) -> Bool {
    table == "organisation"
      ? organisations.contains(id)
      : table == "merged_organisation" && mergedOrganisations.contains(id)
  }

  /// Takes in what is said of the contacts now, and was said in any step.
  private mutating func collect(_ contacts: Set<Int64>, _ steps: [Int64], _ db: Database) throws {
    var worked: Set<Int64> = []
    for table in ["contact"] + Self.parts {
      let names = try columns(table, db)
      guard let owner = names.firstIndex(of: table == "contact" ? "id" : "contact_id") else {
        continue
      }
      for id in contacts {
        let rows = try Row.fetchAll(
          db, sql: "SELECT * FROM \(table) WHERE \(names[owner]) = ?", arguments: [id])
        for row in rows {
          ids[table, default: []].insert(try row.value("id"))
          take(table) { name in try? row.value(name, as: String?.self) ?? nil }
          if names.contains("organisation_id"),
            let organisation = try row.value("organisation_id", as: Int64?.self)
          {
            worked.insert(organisation)
          }
        }
      }
    }
    for step in steps {
      try Changeset(of: step, in: db).forEachChange(of: Set(Self.parts + ["contact"])) { change in
        let names = try columns(change.table, db)
        let owner = change.table == "contact" ? "id" : "contact_id"
        for values in [change.old, change.new] where !values.isEmpty {
          let isOwn: Bool =
            owner == "id"
            ? contacts.contains(change.id)
            : names.firstIndex(of: owner).map { values[$0] }.map { value in
              if case .integer(let id) = value { contacts.contains(id) } else { false }
            } == true || ids[change.table]?.contains(change.id) == true
          guard isOwn else { continue }
          ids[change.table, default: []].insert(change.id)
          take(change.table) { Self.text($0, names, values) }
          if let place = names.firstIndex(of: "organisation_id"), place < values.count,
            case .integer(let id) = values[place]
          {
            worked.insert(id)
          }
        }
      }
    }
    try takeOrganisations(worked, contacts, steps, db)
  }

  private static func text(
    _ name: String, _ names: [String], _ values: [ChangedValues.Value]
  ) -> String? {
    guard let place = names.firstIndex(of: name), place < values.count,
      case .text(let text) = values[place]
    else { return nil }
    return text
  }

  /// Takes in what a row of the person says.
  private mutating func take(_ table: String, _ text: (String) -> String?) {
    var said: [ContactField: String] = [:]
    switch table {
    case "contact":
      for field in ContactField.allCases { said[field] = text(field.column) }
    case "merged_contact":
      for (key, value) in JSONText.cells(text("known")) {
        if let field = ContactField(key: key), !field.isOfOrganisation { said[field] = value }
      }
    case "contact_edit":
      guard let field = text("field").flatMap(ContactField.init(key:)), !field.isOfOrganisation
      else { return }
      for value in [text("listed"), text("earlier")].compactMap(\.self) {
        for part in value.split(separator: "\u{1F}") where !part.isEmpty {
          words.add(field, String(part))
        }
      }
      return
    default: return
    }
    for (field, value) in said { words.add(field, value) }
    if let given = said[.givenName], let family = said[.familyName] {
      words.join(given: given, family: family)
    }
  }

  /// A street, website or note that a contact of somebody else has as well is not the person's alone.
  private mutating func keepOwnSayings(_ db: Database) throws {
    let names = Set(try columns(Self.table, db))
    let list = "(\(contacts.map(String.init).joined(separator: ",")))"
    try words.keepSayings { saying in
      guard names.contains(saying.field.column) else { return true }
      return try Int.fetchOne(
        db,
        sql: """
          SELECT 1 FROM contact WHERE trim(\(saying.field.column)) = trim(?) AND id NOT IN \(list)
          LIMIT 1
          """, arguments: [saying.text]) == nil
    }
  }

  private func columns(_ table: String, _ db: Database) throws -> [String] {
    try db.tableExists(table) ? db.columns(in: table).map(\.name) : []
  }
}

extension ErasedRows {
  /// Organisations where nobody but the person works, with the numbers they had in any step.
  private mutating func takeOrganisations(
    _ worked: Set<Int64>, _ contacts: Set<Int64>, _ steps: [Int64], _ db: Database
  ) throws {
    let list = "(\(contacts.map(String.init).joined(separator: ",")))"
    organisations = try worked.filter { organisation in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM contact WHERE organisation_id = ? AND id NOT IN \(list)
          """, arguments: [organisation]) == 0
    }
    for organisation in organisations {
      mergedOrganisations.formUnion(
        try Int64.fetchAll(
          db, sql: "SELECT id FROM merged_organisation WHERE organisation_id = ?",
          arguments: [organisation]))
    }
    for table in ["organisation", "merged_organisation"] {
      let names = try columns(table, db)
      for id in table == "organisation" ? organisations : mergedOrganisations {
        if let row = try Row.fetchOne(
          db, sql: "SELECT * FROM \(table) WHERE id = ?", arguments: [id])
        {
          takeNumbers(names) { try? row.value($0, as: String?.self) ?? nil }
        }
      }
    }
    for step in steps {
      try Changeset(of: step, in: db).forEachChange(
        of: ["organisation", "merged_organisation"]
      ) { change in
        guard isSoleOrganisation(change.table, change.id) else { return }
        let names = try columns(change.table, db)
        for values in [change.old, change.new] {
          takeNumbers(names) { Self.text($0, names, values) }
        }
      }
    }
  }

  private mutating func takeNumbers(_ names: [String], _ text: (String) -> String?) {
    for field in [ContactField.vat, .iban] where names.contains(field.key) {
      if let value = text(field.key) { words.add(field, value) }
    }
  }

  /// Rows that only the history has, of imports that were undone and contacts that were removed, of a
  /// person with one of the e-mail addresses.
  private func copies(
    besides known: Set<Int64>, _ steps: [Int64], _ db: Database
  ) throws -> Set<Int64> {
    guard !words.emails.isEmpty else { return [] }
    let names = try columns("contact", db)
    let place = names.firstIndex(of: "email")
    var found: Set<Int64> = []
    for step in steps {
      try Changeset(of: step, in: db).forEachChange(of: ["contact"]) { change in
        guard let place, !known.contains(change.id) else { return }
        for values in [change.old, change.new] where place < values.count {
          guard case .text(let cell) = values[place] else { continue }
          if words.emails.contains(cell.lowercased()) { found.insert(change.id) }
        }
      }
    }
    return try found.filter { id in
      // Somebody who is there with the same address is another contact, and is named to the person.
      let isThere = try Int.fetchOne(db, sql: "SELECT 1 FROM contact WHERE id = ?", arguments: [id])
      let isMerged = try Int.fetchOne(
        db, sql: "SELECT 1 FROM merged_contact WHERE id = ?", arguments: [id])
      return isThere == nil && isMerged == nil
    }
  }
}

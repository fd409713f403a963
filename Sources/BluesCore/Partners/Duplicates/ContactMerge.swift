internal import Basics
internal import GRDB

/// Contacts made one: the first stays, the others are remembered with it.
package struct ContactMerge: Sendable {
  package let survivor: Contact
  /// The others as they were.
  package let merged: [Contact]
  /// The fields that were filled from another record, and those where they disagree.
  package let choices: [MergeChoice]

  /// Fields that speak of one thing together.
  private static let groups: [[ContactField]] = {
    let together = [
      ["name", "given_name", "family_name"],
      ["street", "postcode", "city", "region", "country"],
      ["basis", "basis_date"],
    ].map { $0.compactMap { ContactField(key: $0) } }
    let single = ContactField.allCases.filter { field in
      !field.isOfOrganisation && field != .externalID && !together.contains { $0.contains(field) }
    }
    return together + single.map { [$0] }
  }()

  /// The fields that `--take` knows.
  package static let fields = ["organisation", "partner"] + groups.joined().map(\.key)

  /// Merges contacts in the write that is under way.
  static func run(_ write: Transaction, _ texts: [String], _ wishes: MergePreferences) throws
    -> ContactMerge
  {
    let records = try texts.map { try Contacts.fetch($0, write.db) }
    let codes = records.map(\.code)
    for (index, code) in codes.enumerated() where codes[..<index].contains(code) {
      throw DuplicatesProblem.itself(code)
    }
    let ids = records.map(\.id.value)
    try DistinctPairs.contacts.refuse(write.db, ids, codes)
    var settling = MergeResolver(
      codes: codes, order: try wishes.order(codes),
      taken: try wishes.taken(codes, fields: fields))
    try rewrite(write.db, records, &settling)
    try noteTaken(write, records[0])
    try DistinctPairs.contacts.move(write, from: Array(ids.dropFirst()), to: ids[0])
    for record in records.dropFirst() {
      try References.merge(
        "contact", record.id.value, record.code, into: ids[0], codes[0], write)
      try MergedContact.remember(write.db, record, in: ids[0])
    }
    let merge = ContactMerge(
      survivor: try Contacts.fetch(ids[0], write.db), merged: Array(records.dropFirst()),
      choices: settling.choices)
    write.records(
      "merged \(codes.dropFirst().joined(separator: ", ")) into \(codes[0])", affecting: codes)
    return merge
  }

  /// Taking another record's value for one's own is a person's word against the survivor's list; a
  /// blank that was filled gives way to what the list says later.
  private static func noteTaken(_ write: Transaction, _ survivor: Contact) throws {
    var after = try Contacts.fetch(survivor.id.value, write.db).known
    for field in ContactField.allCases where survivor.known[field] == nil { after[field] = nil }
    if survivor.known.partner == nil { after.partner = nil }
    try ContactEdits.note(write, survivor.id.value, from: survivor.known, to: after)
  }

  private static func rewrite(
    _ db: Database, _ records: [Contact], _ settling: inout MergeResolver
  ) throws {
    var sets: [String] = []
    var arguments: [String?] = []
    for group in groups {
      let values = records.map { record in group.map { record.known[$0] } }
      let chosen = try settling.settle(
        group.map { ($0.key, $0.heading) }, values: values,
        fits: { group.contains(.name) ? fitsPerson($0, $1) : fitsPlace($0, $1) },
        isSame: { isSame(group[$0], $1, $2) })
      for (index, field) in group.enumerated() {
        sets.append("\(field.column) = ?")
        arguments.append(chosen[index].flatMap { values[$0][index] })
      }
    }
    let survivor = records[0].id.value
    try db.execute(
      sql: "UPDATE contact SET \(sets.joined(separator: ", ")) WHERE id = ?",
      arguments: StatementArguments(arguments) + [survivor])
    let organisation = try settling.settle(
      [("organisation", "Organisation")],
      values: records.map { record in
        [record.organisation.map { "O\($0.running) \(record.known[.organisation] ?? "")" }]
      }, fits: { _, _ in true }, isSame: { $1.isSame(as: $2) })
    let partner = try settling.settle(
      [("partner", "Partner")], values: records.map { [$0.partner] }, fits: { _, _ in true },
      isSame: { $1.isSame(as: $2) })
    try db.execute(
      sql: """
        UPDATE contact
        SET organisation_id = (SELECT organisation_id FROM contact WHERE id = ?),
            partner_id = (SELECT partner_id FROM contact WHERE id = ?),
            extra = ?
        WHERE id = ?
        """,
      arguments: [
        records[organisation[0] ?? 0].id.value, records[partner[0] ?? 0].id.value,
        JSONText.object(joined(try records.map { try kept(of: $0.id.value, db) })), survivor,
      ])
  }

  static func kept(of id: Int64, _ db: Database) throws -> [ExtraCell] {
    try Row.fetchAll(
      db, sql: "SELECT key, value FROM contact, json_each(contact.extra) WHERE contact.id = ?",
      arguments: [id]
    ).map { try ExtraCell(heading: $0.value("key"), text: $0.value("value")) }
  }

  /// Every heading once; different cells under one heading stand side by side.
  private static func joined(_ records: [[ExtraCell]]) -> [ExtraCell] {
    var headings: [String] = []
    var texts: [[String]] = []
    for cell in records.joined() {
      if let index = headings.firstIndex(where: { $0.isSame(as: cell.heading) }) {
        let isKnown = texts[index].contains { $0.isSame(as: cell.text) }
        if !isKnown { texts[index].append(cell.text) }
      } else {
        headings.append(cell.heading)
        texts.append([cell.text])
      }
    }
    return zip(headings, texts).map {
      ExtraCell(heading: $0, text: $1.joined(separator: "; "))
    }
  }

  /// Halves of a name are filled in only where the whole is of the same person.
  private static func fitsPerson(_ present: [String?], _ other: [String?]) -> Bool {
    func words(_ values: [String?]) -> NameTokens? {
      NameTokens.ofPerson(values[0] ?? values.dropFirst().compactMap(\.self).joined(separator: " "))
    }
    guard let one = words(present), let another = words(other) else { return true }
    return [.same, .near].contains(NameSimilarity.ofPersons(one, another))
  }

  /// A street of one town is not put beside the postcode of another.
  private static func fitsPlace(_ present: [String?], _ other: [String?]) -> Bool {
    zip(present, other).allSatisfy { one, another in
      guard let one, let another else { return true }
      return NameTokens.plain(one) == NameTokens.plain(another)
    }
  }

  private static func isSame(_ field: ContactField, _ one: String, _ other: String) -> Bool {
    if one.isSame(as: other) { return true }
    switch field {
    case .email: return one.asciiLowered.isSame(as: other.asciiLowered)
    case .phone, .mobile, .fax:
      guard let first = try? PhoneNumber(one) else { return false }
      return (try? PhoneNumber(other)) == first
    default: return false
    }
  }
}

extension Contacts {
  /// Makes contacts one: the first stays, blanks are filled from the others, in their order.
  package func merge(
    _ survivor: String, with others: [String], _ wishes: MergePreferences = MergePreferences()
  ) throws -> ContactMerge {
    try store.write { try ContactMerge.run($0, [survivor] + others, wishes) }
  }
}

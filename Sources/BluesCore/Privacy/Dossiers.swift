internal import Basics
package import Documents
internal import GRDB

/// Everything that is known of a person, to be sent to the person (GDPR, Articles 15 and 20).
package struct Dossiers: Sendable {
  let store: Store

  /// The page of a contact: its record, every row that refers to it, every text that names it, and every
  /// step of the history that changed it.
  package func page(of text: String) throws -> Document {
    try store.read { db in
      let contact = try Contacts.fetch(text, db)
      let id = contact.id.value
      let rows = try ErasedRows([id], in: db)
      let history = try DossierStep.all(rows, db)
      var blocks: [Block] = [
        .facts(Facts(fields: Contact.fields, of: contact, isBrief: true)),
        .section("Why it is held"),
        .facts(try Self.grounds(contact, db)),
      ]
      for table in try DossierTable.all(of: rows, db) {
        // The record is at the head of the page; as data it has every column as it is stored.
        guard let stored = table.stored else {
          blocks += [.section(table.title), table.block]
          continue
        }
        blocks.append(stored)
      }
      blocks += try Self.records(id, db)
      blocks += Self.part(
        "Texts that name the person", try DossierText.all(rows, db), DossierText.fields, "texts",
        "No other text names the person.")
      blocks += try given(since: history.first?.step, db)
      blocks += Self.part(
        "History", history, DossierStep.fields, "history",
        "No step of the history has changed the record.")
      return Document(
        schema: "blues.dossier/1", title: "What is known of \(contact.title)",
        subtitle: contact.code, blocks: blocks)
    }
  }

  /// What was given out since the person came in: of lists nobody knows whom they had.
  private func given(since step: Int64?, _ db: Database) throws -> [Block] {
    let given = try PrivacyFigures.Given.fetchAll(db, days: store.invocation.days).filter {
      [.contacts, .letters].contains($0.disclosure.content) && $0.step >= step ?? 0
    }
    return Self.part(
      "Given out", given, PrivacyFigures.Given.fields, "given", "No list was given out.")
      + (given.isEmpty
        ? []
        : [
          .note(
            "The project counts the persons of what is given out, and keeps no names: each of these "
              + "may have had the person.", .plain)
        ])
  }

  private static func part<Row>(
    _ title: String, _ rows: [Row], _ fields: [Field<Row>], _ noun: String, _ empty: String
  ) -> [Block] {
    [
      .section(title),
      .table(Documents.Table(noun: noun, emptySentence: empty, fields: fields, rows: rows)),
    ]
  }

  /// The legal basis, where the data came from, and how long they are kept.
  private static func grounds(_ contact: Contact, _ db: Database) throws -> Facts {
    let batch = try contact.batch.flatMap { step in
      try Row.fetchOne(
        db,
        sql: """
          SELECT file_name, at FROM batch JOIN operation ON operation.id = batch.operation
          WHERE operation = ?
          """, arguments: [step])
    }
    let term = try RetentionTerm.fetchAll(db).first { $0.contact == contact.id }
    let groups =
      ["contacts"] + (term?.rule == "evidence-retention" ? ["participants"] : [])
    let purposes = ProcessingRecord.file.records.filter { groups.contains($0.id) }.map(\.why)
    return Facts(
      key: "grounds",
      [
        Fact("purposes", "What it is for", .list(purposes)),
        Fact("legal_basis", "Legal basis", .text(orEmpty: contact.known[.basis])),
        Fact("since", "Since", .text(orEmpty: contact.known[.basisDate])),
        Fact("from", "Came from", .text(contact.source)),
        Fact("list", "List", .text(orEmpty: try batch?.value("file_name"))),
        Fact("imported_at", "Imported at", .text(orEmpty: try batch?.value("at"))),
        Fact("kept_until", "Kept until", term?.until.map { .day($0) } ?? .empty),
        Fact("kept_why", "Why until then", .text(orEmpty: term?.why)),
        Fact(
          "kept_as_evidence_until", "Evidence is kept until",
          try RetentionTerm.evidenceEnd(db).map { .day($0) } ?? .empty),
        Fact("on_stop_list", "On the stop list", .flag(try StopDigests(db).has(contact.known))),
      ])
  }

  /// The exchanges and activities the person took part in, with their papers.
  private static func records(_ id: Int64, _ db: Database) throws -> [Block] {
    let exchanges = try Row.fetchAll(
      db,
      sql: """
        SELECT number, mode, first_day, last_day, state, goals, agenda
        FROM exchange_person JOIN exchange ON exchange.id = exchange_id
        WHERE contact_id = ? ORDER BY number
        """, arguments: [id])
    let papers = try Row.fetchAll(
      db,
      sql: """
        SELECT exchange.number AS number, kind, dated, file, paper.note AS note
        FROM exchange_person JOIN exchange ON exchange.id = exchange_person.exchange_id
        JOIN paper ON paper.exchange_id = exchange.id
        WHERE contact_id = ? ORDER BY number, paper.id
        """, arguments: [id])
    let activities = try Row.fetchAll(
      db,
      sql: """
        SELECT number, title, type, place, starts_on, ends_on
        FROM activity_contact JOIN activity ON activity.id = activity_id
        WHERE contact_id = ? ORDER BY number
        """, arguments: [id])
    return try table("Exchanges", "exchanges", exchanges) {
      "\(try $0.value("number", as: ExchangeCode.self))"
    }
      + table("Papers of these exchanges", "papers", papers) {
        "\(try $0.value("number", as: ExchangeCode.self))"
      }
      + table("Activities", "activities", activities) {
        try $0.stored(0, "number") { ActivityCode(number: $0) }.description
      }
  }

  private static func table(
    _ title: String, _ noun: String, _ rows: [Row], _ code: (Row) throws -> String
  ) throws -> [Block] {
    guard let first = rows.first else { return [] }
    let names = Array(first.columnNames)
    let columns = names.map { Documents.Column($0, DossierTable.heading($0)) }
    let cells = try rows.map { row in
      try names.enumerated().map { place, name in
        name == "number" ? .text(try code(row)) : DossierTable.cell(row[place]?.databaseValue)
      }
    }
    return [.section(title), .table(Documents.Table(noun: noun, columns: columns, rows: cells))]
  }
}

extension Store {
  package var dossiers: Dossiers { Dossiers(store: self) }
}

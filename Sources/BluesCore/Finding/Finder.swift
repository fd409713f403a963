internal import Basics
internal import GRDB

/// Searches every kind of record, folded as the search of contacts is.
package struct Finder: Sendable {
  let store: Store

  /// What has every word at the start of one of its words, kind by kind.
  package func find(_ text: String) throws -> [Finding] {
    guard let words = SearchWords(text) else { return [] }
    let records = try RecordKind.all.flatMap { try $0.find(words, store) }
    return try records + texts(words) + documents(words) + exchanges(words) + feedback(words)
      + profiles(words)
      + organisations(words) + contacts(text, words)
  }

  /// What was written for reports.
  private func texts(_ words: SearchWords) throws -> [Finding] {
    try store.reportTexts.all().compactMap { text in
      let heading = text.section?.heading ?? text.key.section
      return words.match(in: [("Text", text.text), ("Section", heading)]).map {
        Finding(
          "text", text.key.description, heading, $0,
          command: "blues report text show \(text.key.words)")
      }
    }
  }

  /// Files behind records, but for the papers of exchanges.
  private func documents(_ words: SearchWords) throws -> [Finding] {
    try store.documents.ofRecords().compactMap { entry in
      let one = entry.document
      let texts = [("Document", one.kind), ("File", one.file), ("Note", one.note)]
        .compactMap { heading, text in text.map { (heading: heading, text: $0) } }
      return words.match(in: texts, besides: one.code).map {
        Finding("document", one.code, "\(one.kind) of \(entry.record ?? entry.noun)", $0)
      }
    }
  }

  /// What hosts and visitors said of their exchanges.
  private func feedback(_ words: SearchWords) throws -> [Finding] {
    guard try store.read({ try Programme.of($0).scheme != nil }) else { return [] }
    return try store.feedbacks.all().compactMap { one in
      guard let text = one.text else { return nil }
      return words.match(in: [("Feedback", text)]).map {
        Finding(
          "feedback", one.exchange.description, "\(one.organisation), \(one.side.rawValue)", $0)
      }
    }
  }

  /// What hosts and visitors offer and seek, in a project that can have exchanges.
  private func profiles(_ words: SearchWords) throws -> [Finding] {
    guard try store.read({ try Programme.of($0).scheme != nil }) else { return [] }
    return try store.profiles.all().compactMap { profile in
      let texts: [(heading: String, text: String)] = [
        ("Sectors", profile.sectors), ("Technologies", profile.technologies),
        ("Offers", profile.offers), ("Seeks", profile.seeks), ("Languages", profile.languages),
        ("Motivation", profile.motivation), ("City", profile.city),
        ("Assessment note", profile.assessmentNote), ("Partnership", profile.partnership),
      ].compactMap { heading, text in text.map { (heading, $0) } }
      return words.match(in: texts).map {
        Finding(
          profile.role.rawValue, profile.organisationCode, profile.organisation, $0)
      }
    }
  }

  /// Exchanges and their papers, in a project that can have them.
  private func exchanges(_ words: SearchWords) throws -> [Finding] {
    let hasScheme = try store.read { try Programme.of($0).scheme != nil }
    guard hasScheme else { return [] }
    let notes = try stepNotes()
    let exchanges = try store.exchanges.all().compactMap { exchange -> Finding? in
      let code = exchange.code.description
      let texts = [
        ("Visitor", exchange.visitor), ("Host", exchange.host), ("Goals", exchange.goals),
        ("Agenda", exchange.agenda), ("Bank's reference", exchange.bankReference),
        ("Visitor managed by", exchange.visitorPartnership),
        ("Host managed by", exchange.hostPartnership),
      ].compactMap { heading, text in text.map { (heading: heading, text: $0) } }
      return words.match(
        in: texts + (notes[exchange.code.number] ?? []).map { ("Note", $0) }, besides: code
      ).map { Finding("exchange", code, "\(exchange.visitor) at \(exchange.host)", $0) }
    }
    let papers = try store.papers.all().compactMap { paper -> Finding? in
      let texts = [("Paper", paper.kind), ("File", paper.file), ("Note", paper.note)]
        .compactMap { heading, text in text.map { (heading: heading, text: $0) } }
      return words.match(in: texts).map {
        Finding("paper", paper.exchange.description, "\(paper.kind) \(paper.number)", $0)
      }
    }
    return exchanges + papers
  }

  /// What was said of the steps of exchanges, by the numbers of these.
  private func stepNotes() throws -> [Int: [String]] {
    try store.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT exchange.number AS number, note FROM exchange_step
          JOIN exchange ON exchange.id = exchange_id
          WHERE note IS NOT NULL
          ORDER BY exchange_step.id
          """)
      return try rows.reduce(into: [:]) { notes, row in
        notes[try row.value("number", as: Int.self), default: []].append(try row.value("note"))
      }
    }
  }

  private func organisations(_ words: SearchWords) throws -> [Finding] {
    try store.read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT id, name, short_name, vat, pic FROM organisation ORDER BY id")
      var found: [Finding] = []
      while let row = try rows.next() {
        let name: String = try row.value("name")
        let texts: [(String, String?)] = [
          ("Name", name), ("Short name", try row.value("short_name")),
          ("VAT number", try row.value("vat")), ("PIC", try row.value("pic")),
        ]
        let known = texts.compactMap { heading, text in text.map { (heading: heading, text: $0) } }
        if let matched = words.match(in: known) {
          let code = "O\(RowID(try row.value("id")).running)"
          found.append(Finding("organisation", code, name, matched))
        }
      }
      return found
    }
  }

  /// The contacts that the index finds, the best first.
  private func contacts(_ text: String, _ words: SearchWords) throws -> [Finding] {
    try store.contacts.search(text).map { contact in
      let texts = ContactField.allCases.compactMap { field in
        contact.known[field].map { (heading: field.heading, text: $0) }
      }
      let matched = words.match(in: texts) ?? contact.known[.phone].map { "Phone: \($0)" }
      return Finding("contact", contact.code, contact.title, matched ?? "")
    }
  }
}

extension Store {
  package var finder: Finder { Finder(store: self) }
}

internal import Basics
internal import Documents

extension RecordList {
  /// Consents of contacts, a row each; one that the log has to the letter is left.
  package static let consents = RecordList(
    noun: "consents",
    fields: [
      ImportField("contact", "contact no,contact id,id", content: .name),
      ImportField("email", "e-mail,mail,e-mail address", content: .text),
      ImportField("name", "full name,person", content: .text),
      ImportField("scope", "purpose,consent for", isRequired: true),
      ImportField("act", "given or withdrawn,kind", content: .name),
      ImportField("on", "day,date\(HeadingWords.firstDay)", isRequired: true, content: .day),
      ImportField("wording", "wording version,version", content: .text),
      ImportField("channel", "way", content: .text),
      ImportField("note", "remark", content: .text),
    ],
    own: OwnColumns(
      listed: ConsentEntry.fields.map(\.column), exported: ConsentEntry.fields.map(\.column)),
    begin: { write, _ in
      RecordList.Filling { row in RecordList.Taken(verdict: try put(row, write)) }
    })

  private static func put(_ row: ImportRow, _ write: Transaction) throws -> Verdict {
    let contact = try contact(of: row, write)
    let scope = try row.require("scope", "scope", "one word such as newsletter") {
      ConsentScope($0)
    }
    let act =
      try row.read("act", "act", "given or withdrawn") {
        ConsentEntry.Act(rawValue: $0.asciiLowered)
      } ?? .given
    let on = try row.require("on", "date", "a date such as 2021-03-01") { Day(iso: $0) }
    guard on <= write.invocation.today else {
      throw ImportRow.Refusal(
        field: "on", rule: "date", expected: "a day up to today, \(write.invocation.today)")
    }
    let word = ConsentEntry.Word(
      act, scope, on: on, wording: row.text("wording"), channel: row.text("channel"),
      note: row.text("note"))
    return try Consents.insert(contact, word, write) ? .created : .unchanged
  }

  /// The contact of a row: by its e-mail address, else its code, else its name.
  private static func contact(of row: ImportRow, _ write: Transaction) throws -> Int64 {
    for field in ["email", "contact", "name"] {
      guard let text = row.text(field) else { continue }
      do {
        return try Contacts.fetch(text, write.db).id.value
      } catch let problem as ContactProblem {
        // The rejected row has the value; what is told of it names no person.
        throw ImportRow.Refusal(
          field: field, rule: "contact",
          reason: problem.kind == .ambiguous
            ? "Several contacts answer to it." : "No contact answers to it.")
      } catch let problem as any Problem {
        throw ImportRow.Refusal(field: field, rule: "contact", problem: problem)
      }
    }
    throw ImportRow.Refusal(
      field: "contact", rule: "contact", expected: "a contact such as C17, or an e-mail address")
  }
}

internal import Basics
internal import GRDB

/// What was given out with personal data in it; its row has the number of its step of the history.
///
/// It says how many persons and never who they are.
package struct Disclosure: Sendable, Equatable {
  /// What kind of data went out.
  package enum Content: String, CaseIterable, Sendable, StoredValue {
    case contacts, letters, dossier
    case paymentOrder = "payment_order"

    /// The word for all of them.
    package var words: String { self == .paymentOrder ? "payment orders" : rawValue }

    /// The word for one of them.
    var word: String {
      switch self {
      case .contacts: "contact"
      case .letters: "letter"
      case .dossier: "dossier"
      case .paymentOrder: "payment order"
      }
    }
  }

  package let content: Content
  /// The word of its format, such as csv.
  package let form: String
  /// How many persons it speaks of, 1 at least.
  package let people: Int
  /// Who got it, where that was said.
  package let recipient: String?

  package init(_ content: Content, as form: String, of people: Int, to recipient: String? = nil) {
    self.content = content
    self.form = form
    self.people = people
    let said = recipient?.trimmed ?? ""
    self.recipient = said.isEmpty ? nil : said
  }

  /// What the history says of it.
  var summary: String {
    let to = recipient.map { " to \($0)" } ?? ""
    return "gave out \(counted(people, content.word)) as \(form)\(to)"
  }

  func save(as step: Int64, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO disclosure (id, content, form, people, recipient)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [step, content.rawValue, form, people, recipient])
  }
}

extension Disclosure: FetchableRecord {
  init(row: Row) throws {
    content = try row.value("content")
    form = try row.value("form")
    people = try row.value("people")
    recipient = try row.value("recipient")
  }
}

extension Store {
  /// Notes what was given out; no undo takes the line back, since the data are out.
  package func note(_ disclosure: Disclosure) throws {
    try write { try $0.discloses(disclosure) }
  }
}

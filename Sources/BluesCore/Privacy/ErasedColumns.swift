internal import Basics

/// What becomes of each column when a person is erased: emptied in the person's own rows, searched in
/// texts, and left alone where it names others.
enum ErasedColumns {
  /// What a row of the person keeps beside its id: links, what is known of the organisation, figures of
  /// the list that it came from.
  private static let kept: [String: Set<String>] = [
    "contact": ["organisation_id", "partner_id", "country", "source", "batch"],
    "merged_contact": ["contact_id", "organisation_id", "partner_id", "source", "batch"],
    "contact_edit": ["contact_id", "field"],
    "consent": [
      "contact_id", "scope", "act", "happened_on", "wording", "channel", "recorded_by",
      "recorded_at",
    ],
  ]

  /// What a column of the person's own row says afterwards; nil where it stays.
  static func own(_ table: String, _ column: String, id: Int64) -> ChangedValues.Value? {
    guard column != "id", kept[table]?.contains(column) != true else { return nil }
    switch (table, column) {
    case ("contact", "name"): return .text(pseudonym(id))
    case ("merged_contact", "known"): return .text("{}")
    // What tells the row of a list again; a number of its own, so that no other row is taken for it.
    case (_, "match_key"), (_, "fingerprint"): return .integer(id)
    default: return .null
    }
  }

  /// What stands in place of a person's name.
  static func pseudonym(_ id: Int64) -> String { "Person C\(RowID(id).running)" }

  /// The columns of an organisation that go with the one person who worked there.
  static let ofSoleOrganisation: Set<String> = ["vat", "iban"]

  /// Tables whose rows are people or bodies of their own.
  private static let others: Set<String> = [
    "partner", "partner_name", "organisation", "merged_organisation", "membership", "person",
    "person_share", "person_rate", "contact_edit", "file", "erasure", "stop_person", "stop_digest",
    "exchange_rate",
  ]

  /// Columns that lead to files, which blues does not rename.
  static let files: [String: Set<String>] = [
    "document": ["file"], "paper": ["file"], "cost_line": ["evidence"],
    "indicator_reading": ["evidence"],
  ]

  /// How a text of a row is searched that is not the person's own; nil where it is left alone.
  static func depth(_ table: String, _ column: String) -> PersonWords.Depth? {
    if others.contains(table) || files[table]?.contains(column) == true { return nil }
    switch table {
    case "contact":
      return ["note", "source"].contains(column) ? .names : column == "extra" ? .sure : nil
    case "merged_contact": return column == "source" ? .names : column == "extra" ? .sure : nil
    default: return column == "sha256" ? nil : .names
    }
  }
}

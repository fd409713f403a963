internal import GRDB

/// The names of rows that are of no kind of record, made of what they are of.
enum RowName {
  /// By table, the columns that tell its rows apart.
  private static let columns: [String: [String]] = [
    "timesheet": ["person_id", "worked_on", "work_package_id", "task_id"],
    "report_text": ["section", "work_package_id", "period_id", "partner_id"],
    "effort_explanation": ["partner_id", "work_package_id", "period_id"],
    "statement_word": ["partner_id", "period_id"],
    "adjustment_reason": ["source", "partner_id", "period_id"],
    "indicator_reading": ["indicator_id", "read_on", "partner_id"],
    "submission_step": ["partner_id", "period_id", "step"],
    "membership": ["organisation_id", "partner_id"],
    "consent": ["contact_id", "scope", "happened_on"],
    "person_share": ["person_id", "work_package_id"],
    "profile": ["organisation_id", "role"],
    "activity_partner": ["activity_id", "partner_id"],
    "activity_contact": ["activity_id", "contact_id"],
    "activity_count": ["activity_id", "type", "side"],
    "label_term": ["label_id", "level", "obtained_on"],
  ]

  /// What stands before the name where another table has the same.
  private static let nouns = [
    "effort_explanation": "effort", "statement_word": "statement", "adjustment_reason": "reason",
    "membership": "member",
  ]

  /// The name of a row with some values; nil for a table whose rows have codes, or no names.
  static func of(
    _ table: String, _ columns: [String], _ values: [DatabaseValue], _ words: RowWords
  ) -> String? {
    guard let wanted = self.columns[table] else { return nil }
    let parts = wanted.compactMap { column -> String? in
      guard let place = columns.firstIndex(of: column), !values[place].isNull else { return nil }
      return words.value(values[place], of: table, column)
    }
    guard !parts.isEmpty else { return nil }
    // As report texts are named everywhere.
    guard table != "report_text" else { return parts.joined(separator: ".") }
    return ((nouns[table].map { [$0] } ?? []) + parts).joined(separator: " ")
  }

  /// The tables whose codes are in the names of a table.
  static func tables(_ table: String) -> Set<String> {
    Set((columns[table] ?? []).compactMap { RowWords.target(table, $0) })
  }
}

/// The tables of a shared project: who may change and who gets their rows, parents before children.
///
/// A table that is in neither list fails a test.
enum SharedScope {
  static let tables: [ScopedTable] = plan + people + money + exchanges + work

  /// What never leaves a copy: its history and identity, its own notes on lists and duplicates, its
  /// stop list, its erasures, its keys and parcels, and registered files, which are no rows.
  static let never: Set<String> = [
    "file", "operation", "batch", "list_option", "list_import", "disclosure", "last_id",
    "record_edit", "doubtful_contact",
    "contact_edit", "merged_contact", "merged_organisation", "distinct_contact",
    "distinct_organisation", "erasure", "unfinished_erasure", "stop_key", "stop_person",
    "stop_digest", "document", "member_key", "parcel", "parcel_content", "parcel_decision",
    "removed_row",
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })

  static func table(_ name: String) -> ScopedTable? { byName[name] }

  private static let plan: [ScopedTable] = [
    ScopedTable("project", .coordinator, .all),
    ScopedTable("fact", .coordinator, .all),
    ScopedTable("rule_figure", .coordinator, .all),
    ScopedTable("partner", .coordinator, .all),
    ScopedTable("partner_name", .coordinator, .all),
    ScopedTable("period", .coordinator, .all),
    ScopedTable("period_step", .coordinator, .all, withheld: ["missing"]),
    ScopedTable("amendment", .coordinator, .all),
    ScopedTable("exchange_rate", .coordinator, .all),
    ScopedTable("period_rate", .coordinator, .all),
    ScopedTable("work_package", .coordinator, .all),
    ScopedTable("task", .coordinator, .all),
    ScopedTable("follower_task", .coordinator, .all),
    ScopedTable("deliverable", .coordinator, .all),
    ScopedTable("deliverable_step", .coordinator, .all),
    ScopedTable("milestone", .coordinator, .all),
    ScopedTable("milestone_work_package", .coordinator, .all),
    ScopedTable("milestone_lead", .coordinator, .all),
    ScopedTable("review", .coordinator, .all),
    ScopedTable("risk", .coordinator, .all),
    ScopedTable("risk_work_package", .coordinator, .all),
    ScopedTable("risk_state", .coordinator, .all),
    ScopedTable("planned_effort", .coordinator, .all),
    ScopedTable("baseline", .coordinator, .all),
    ScopedTable("indicator", .coordinator, .all),
    ScopedTable("indicator_target", .coordinator, .all),
    ScopedTable("indicator_reading", .column("partner_id"), .all),
  ]

  private static let people: [ScopedTable] = [
    ScopedTable(
      "organisation",
      .condition(ownOrganisation, words: "the one partner whose member or contact it is"),
      .condition(
        """
        EXISTS (SELECT 1 FROM membership WHERE organisation_id = {row}.id AND partner_id = :me)
        OR EXISTS (SELECT 1 FROM contact WHERE organisation_id = {row}.id AND partner_id = :me)
        OR EXISTS (SELECT 1 FROM profile WHERE organisation_id = {row}.id)
        """, words: "its partners, and all where it has a profile"),
      withheld: ["iban", "vat", "turnover", "balance_total"]),
    ScopedTable("membership", .column("partner_id"), .owner),
    ScopedTable("contact", .column("partner_id"), .owner),
    ScopedTable("consent", .parent("contact_id", table: "contact"), .owner),
    ScopedTable("person", .column("partner_id"), .owner),
    ScopedTable("person_share", .parent("person_id", table: "person"), .owner),
    ScopedTable("person_rate", .parent("person_id", table: "person"), .owner),
    ScopedTable("timesheet", .parent("person_id", table: "person"), .owner),
    ScopedTable("effort_explanation", .column("partner_id"), .owner),
  ]

  private static let ownOrganisation = """
    (EXISTS (SELECT 1 FROM membership WHERE organisation_id = {row}.id AND partner_id = :me)
     OR EXISTS (SELECT 1 FROM contact WHERE organisation_id = {row}.id AND partner_id = :me))
    AND NOT EXISTS (
      SELECT 1 FROM membership WHERE organisation_id = {row}.id AND partner_id <> :me)
    AND NOT EXISTS (
      SELECT 1 FROM contact WHERE organisation_id = {row}.id AND partner_id <> :me)
    """

  private static let money: [ScopedTable] = [
    ScopedTable(
      "grant_payment", .coordinator,
      .condition("{row}.partner_id IS :me", words: "the partner it was paid to"),
      withheld: ["reference"]),
    ScopedTable("budget_line", .coordinator, .all),
    ScopedTable("cost_line", .column("partner_id"), .owner),
    ScopedTable("cost_estimate", .column("partner_id"), .owner),
    ScopedTable("statement_word", .column("partner_id"), .owner),
    ScopedTable("adjustment_reason", .column("partner_id"), .owner),
    ScopedTable("locked_figure", .coordinator, .all),
    ScopedTable(
      "declared_line", .coordinator,
      .condition("{row}.partner_id IS :me", words: "the partner it is of")),
    ScopedTable(
      "accepted_cost", .coordinator,
      .condition("{row}.partner_id IS :me", words: "the partner it is of")),
    ScopedTable(
      "frozen_document", .coordinator,
      .condition("{row}.partner_id IS :me", words: "the partner it is of")),
    ScopedTable(
      "submission_step",
      .condition(
        "{row}.partner_id IS :me AND {row}.step = 'withdrawn'",
        words: "coordinator, and of what is withdrawn its partner"),
      .condition("{row}.partner_id IS :me", words: "the partner it is of")),
  ]

  private static let exchanges: [ScopedTable] = [
    ScopedTable(
      "profile", .column("managing_partner_id"), .all,
      decided: ["assessment", "assessed_on", "assessment_note"]),
    ScopedTable(
      "exchange", .coordinator,
      .condition(
        """
        EXISTS (SELECT 1 FROM profile WHERE profile.id IN ({row}.host_id, {row}.visitor_id)
                AND managing_partner_id = :me)
        """, words: "the partners of host and visitor"),
      withheld: ["bank_reference"]),
    ScopedTable("exchange_step", .coordinator, .parent("exchange_id", table: "exchange")),
    ScopedTable("exchange_approval", .coordinator, .parent("exchange_id", table: "exchange")),
    ScopedTable(
      "paper", .coordinator, .parent("exchange_id", table: "exchange"),
      withheld: ["file", "is_copy", "sha256", "size"], blank: ["is_copy": "0"]),
    ScopedTable("paper_signature", .coordinator, .parent("paper_id", table: "paper")),
    ScopedTable("step_ground", .coordinator, .parent("step_id", table: "exchange_step")),
    ScopedTable(
      "exchange_person", .coordinator,
      .condition(
        """
        EXISTS (SELECT 1 FROM exchange AS stay
                JOIN profile ON profile.id IN (stay.host_id, stay.visitor_id)
                WHERE stay.id = {row}.exchange_id AND managing_partner_id = :me)
        AND EXISTS (SELECT 1 FROM contact WHERE contact.id = {row}.contact_id AND partner_id = :me)
        """, words: "the partners of host and visitor, of their own contacts")),
    ScopedTable("feedback", .coordinator, .parent("exchange_id", table: "exchange")),
    ScopedTable("feedback_score", .coordinator, .parent("feedback_id", table: "feedback")),
  ]

  private static let work: [ScopedTable] = [
    ScopedTable(
      "activity",
      .condition(
        """
        (SELECT partner_id FROM activity_partner WHERE activity_id = {row}.id
         ORDER BY activity_partner.id LIMIT 1) IS :me
        """, words: "the partner named first"),
      .all, withheld: ["cost_hundredths"]),
    ScopedTable("activity_partner", .parent("activity_id", table: "activity"), .all),
    // Each partner of a joint activity records its own participants.
    ScopedTable(
      "activity_contact", .parent("contact_id", table: "contact"),
      .parent("contact_id", table: "contact")),
    ScopedTable("activity_count", .parent("activity_id", table: "activity"), .all),
    ScopedTable("decision", .coordinator, .all),
    ScopedTable("action", .column("owner_id"), .all),
    ScopedTable("label", .column("partner_id"), .all),
    ScopedTable("label_term", .parent("label_id", table: "label"), .all),
    ScopedTable("strategy", .column("partner_id"), .all),
    ScopedTable(
      "report_text", .column("partner_id"),
      .condition(
        "{row}.partner_id IS :me OR {row}.partner_id IS NULL",
        words: "its owner, and all where it is of no partner")),
  ]
}

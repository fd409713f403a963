internal import Basics
internal import Documents

extension Activity {
  /// Who took part, what was decided, and what is to be done, as its page shows it.
  static func details(_ activity: Activity, _ store: Store) throws -> [Block] {
    let (contacts, counts) = try store.activities.participants(activity.code)
    let decisions = try store.decisions.all().filter { $0.meeting == activity.code.description }
    let actions = try store.actions.all().filter { $0.meeting == activity.code.description }
    var blocks: [Block] = [.section("Participants"), .paragraph(activity.attendance)]
    blocks += list(Table(noun: "contacts", fields: Participant.fields, rows: contacts))
    blocks += list(Table(noun: "counts", fields: CountedParticipants.fields, rows: counts))
    blocks += list(
      Table(noun: "decisions", fields: Decision.register.fields, rows: decisions),
      under: "Decisions")
    blocks += list(
      Table(noun: "actions", fields: ActionPoint.register.fields, rows: actions), under: "Actions")
    return blocks
  }

  /// A table where it has rows, and the empty list for programs where it has none.
  private static func list(_ table: Table, under heading: String? = nil) -> [Block] {
    guard !table.rows.isEmpty else { return [.data(table.noun, .array([]))] }
    return (heading.map { [.section($0)] } ?? []) + [.table(table)]
  }

  /// How many took part, in a sentence.
  package var attendance: String {
    guard participants > 0 else { return "No participants are recorded." }
    let sides =
      guests == 0
      ? "" : ": \(counted(members, "member")) and \(counted(guests, "guest"))"
    let trained = hoursTrained.map { "; \(hundredthsText($0)) hours trained" } ?? ""
    return "\(counted(participants, "participant"))\(sides)\(trained)."
  }
}

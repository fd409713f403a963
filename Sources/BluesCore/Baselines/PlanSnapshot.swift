internal import Basics
internal import Foundation
internal import GRDB

/// The plan as it was promised at one time: what each record of it said, kind by kind.
package struct PlanSnapshot: Sendable, Equatable, Codable {
  /// One kind of record in the plan, in the order in which kinds are told.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    case partner, workPackage = "work package", task, deliverable, milestone, risk, review
    case effort = "planned effort"
  }

  /// What one record said.
  package struct Entry: Sendable, Equatable, Codable {
    package let code: String
    /// The number of its row, which stays when its code changes.
    package let id: Int64
    /// By the names that lists have for them.
    package var values: [String: String]

    /// Whether what are days and months by their names are days of the calendar and months.
    var isSound: Bool {
      values.allSatisfy { name, text in
        if name == "due" { return Due(text) != nil }
        if name.hasSuffix("_month") { return ProjectMonth(text) != nil }
        return !name.hasSuffix("_on") || Day(iso: text) != nil
      }
    }
  }

  package private(set) var entries: [String: [Entry]] = [:]

  package subscript(kind: Kind) -> [Entry] { entries[kind.rawValue] ?? [] }

  /// The plan as it is.
  static func of(_ context: RecordContext) throws -> PlanSnapshot {
    var plan = PlanSnapshot()
    plan.entries[Kind.partner.rawValue] = try entries(
      Partner.register, ["name", "country", "role", "number", "joined_on", "left_on", "successor"],
      context)
    plan.entries[Kind.workPackage.rawValue] = try entries(
      WorkPackage.register, ["title", "lead", "start_month", "end_month", "person_months"], context)
    plan.entries[Kind.task.rawValue] = try entries(
      PlanTask.register, ["title", "lead", "start_month", "end_month"], context)
    plan.entries[Kind.deliverable.rawValue] = try entries(
      Deliverable.register, ["title", "lead", "type", "level", "due"], context)
    plan.entries[Kind.milestone.rawValue] = try entries(
      Milestone.register, ["title", "work_packages", "leads", "due", "verification"], context)
    plan.entries[Kind.risk.rawValue] = try entries(
      Risk.register, ["title", "work_packages", "mitigation"], context)
    plan.entries[Kind.review.rawValue] = try entries(
      Review.register, ["title", "due", "venue"], context)
    plan.entries[Kind.effort.rawValue] = try effort(context)
    return plan
  }

  private static func entries<R: Record>(
    _ register: Register<R>, _ fields: [String], _ context: RecordContext
  ) throws -> [Entry] {
    try register.fetchRows(context).map { id, record in
      let texts = register.listedTexts(of: record)
      return Entry(
        code: record.code.description, id: id, values: texts.filter { fields.contains($0.key) })
    }
  }

  /// The planned effort of each participant, with a value for each work package.
  private static func effort(_ context: RecordContext) throws -> [Entry] {
    try EffortPlan.fetch(context.db).rows.map { row in
      let id = try context.id(row.partner, in: Partner.target)
      let code = row.thirdParty.isEmpty ? row.partner : "\(row.partner) · \(row.thirdParty)"
      let values = row.effort.map { ("WP\($0.key)", $0.value.text) }
      return Entry(code: code, id: id, values: Dictionary(uniqueKeysWithValues: values))
    }
  }

  // MARK: As the project keeps it

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// - Throws: `UnreadValue` where the text is no plan.
  init(json text: String, of baseline: Int64) throws {
    let unread = UnreadValue(table: "baseline", column: "plan", row: baseline)
    do {
      self = try JSONDecoder().decode(PlanSnapshot.self, from: Data(text.utf8))
    } catch {
      throw unread
    }
    guard entries.values.joined().allSatisfy(\.isSound) else { throw unread }
  }

  private init() {}
}

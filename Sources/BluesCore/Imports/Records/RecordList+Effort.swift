internal import Basics
internal import Documents
internal import GRDB

extension RecordList {
  /// The planned effort of partners, with a column for each work package, or a row for each.
  package static func effort(_ plan: EffortPlan) -> RecordList {
    let packages = plan.packages.map { number in
      ImportField(
        "WP\(number)", "wp \(number),work package \(number),pm wp\(number)", content: .number)
    }
    var list = RecordList(
      noun: "planned effort",
      fields: [
        ImportField(
          "participant", "partner,beneficiary,short name\(HeadingWords.partner)", isRequired: true),
        ImportField("third_party", "linked third party", content: .text),
        ImportField("work_package", "wp\(HeadingWords.workPackage)", content: .name),
        ImportField(
          "person_months", "person months,pm,effort\(HeadingWords.personMonths)", content: .number),
      ] + packages + [ImportField("total", "total person months,sum", content: .number)],
      own: OwnColumns(
        listed: plan.fields.map(\.column), exported: plan.exported.map(\.column)),
      begin: { write, request in
        let rows = try EffortRows(write, plan, request)
        return RecordList.Filling(put: { row in try rows.put(row) }, given: { rows.given })
      })
    list.kind = "planned_effort"
    return list
  }
}

/// Stores the rows of a list of planned effort.
private final class EffortRows {
  private let context: RecordContext
  private let table: EffortTable
  private let packages: [Int]
  private let isReplacing: Bool
  /// Set for a list of mended rows.
  private let mended: MendedRows?
  /// What rows of the list have said, by partner, third party and work package.
  private var said: [String: (line: Int, effort: PersonMonths)] = [:]
  /// The partner of the row before, to which the third parties below it belong.
  private var partner: Int64?

  init(_ write: Transaction, _ plan: EffortPlan, _ request: ImportRequest) throws {
    context = try RecordContext(write.db, write.invocation, write.hooks, origin: .list)
    table = EffortTable(write)
    packages = plan.packages
    isReplacing = request.repeats == .replace
    mended = request.mended
  }

  /// The partners with third party and work package of which rows were.
  var given: [String] { Array(said.keys) }

  func put(_ row: ImportRow) throws -> RecordList.Taken {
    let (partner, thirdParty) = try participant(row)
    let cells = try row.text("work_package") == nil ? wide(row) : [long(row)]
    try checkTotal(cells.map(\.effort), row)
    // Of a row that is refused nothing is kept.
    for cell in cells {
      guard let reason = try refusal(cell, partner, thirdParty) else { continue }
      throw ImportRow.Refusal(
        field: row.text("work_package") == nil ? "WP\(cell.package)" : "person_months",
        rule: "repeats", reason: reason)
    }
    var (isChanged, isNew) = (false, true)
    for cell in cells {
      let package = try id("WP\(cell.package)", in: WorkPackage.target, "work_package")
      said[Self.key(cell, partner, thirdParty)] = (row.line, cell.effort)
      if try table.present(partner, thirdParty, in: package) != nil { isNew = false }
      if try table.put(cell.effort, of: partner, thirdParty, in: package) { isChanged = true }
    }
    return RecordList.Taken(verdict: isChanged ? isNew ? .created : .updated : .unchanged)
  }

  private static func key(
    _ cell: (package: Int, effort: PersonMonths), _ partner: Int64, _ thirdParty: String
  ) -> String { "\(partner) \(cell.package) \(thirdParty)" }

  /// Why a cell cannot stand beside another one of its list; nil where it can.
  private func refusal(
    _ cell: (package: Int, effort: PersonMonths), _ partner: Int64, _ thirdParty: String
  ) throws -> String? {
    let key = Self.key(cell, partner, thirdParty)
    guard !isReplacing else { return nil }
    if let earlier = said[key] {
      guard earlier.effort != cell.effort else { return nil }
      return "Line \(earlier.line) plans \(earlier.effort.text) person-months for the same "
        + "partner in WP\(cell.package), this row \(cell.effort.text)."
    }
    guard mended?.mayHaveGiven(key) == true,
      let present = try table.present(
        partner, thirdParty, in: id("WP\(cell.package)", in: WorkPackage.target, "work_package")),
      present != cell.effort
    else { return nil }
    return "WP\(cell.package) has \(present.text) person-months already, this row "
      + "\(cell.effort.text). --repeats replace takes this one."
  }

  private func participant(_ row: ImportRow) throws -> (partner: Int64, thirdParty: String) {
    let text = try row.require("participant", "participant", "a partner") { $0 }
    if let third = row.text("third_party") {
      return (try id(text, in: Partner.target, "participant"), third)
    }
    guard let mark = text.first, "·•↳∟└".contains(mark) else {
      let partner = try id(text, in: Partner.target, "participant")
      self.partner = partner
      return (partner, "")
    }
    guard let partner else {
      throw ImportRow.Refusal(
        field: "participant", rule: "participant",
        expected: "the partner in a row above this third party")
    }
    return (partner, String(text.dropFirst()).trimmed)
  }

  private func wide(_ row: ImportRow) throws -> [(package: Int, effort: PersonMonths)] {
    try packages.compactMap { package in
      try effort(row, "WP\(package)").map { (package, $0) }
    }
  }

  private func long(_ row: ImportRow) throws -> (package: Int, effort: PersonMonths) {
    let code = try row.require("work_package", "work-package", "a work package such as WP3") {
      try WorkPackageCode(listed: $0)
    }
    guard let effort = try effort(row, "person_months") else {
      throw ImportRow.Refusal(
        field: "person_months", rule: "person_months", expected: "person-months such as 14.50")
    }
    return (code.number, effort)
  }

  private func effort(_ row: ImportRow, _ field: String) throws -> PersonMonths? {
    guard let text = row.text(field) else { return nil }
    guard let effort = PersonMonths(text) else {
      throw ImportRow.Refusal(
        field: field, rule: "person_months", expected: "person-months such as 14.50")
    }
    return effort
  }

  /// A total that the cells do not add up to tells of a cell that was misread.
  private func checkTotal(_ cells: [PersonMonths], _ row: ImportRow) throws {
    guard row.text("work_package") == nil, let total = try effort(row, "total") else { return }
    let sum = cells.reduce(.zero, +)
    guard sum == total else {
      throw ImportRow.Refusal(
        field: "total", rule: "total",
        reason: "The work packages add up to \(sum.text), not to \(total.text).")
    }
  }

  private func id(_ text: String, in target: RecordTarget, _ field: String) throws -> Int64 {
    do {
      return try context.id(text, in: target)
    } catch let problem as any Problem {
      throw ImportRow.Refusal(field: field, rule: field, problem: problem)
    }
  }
}

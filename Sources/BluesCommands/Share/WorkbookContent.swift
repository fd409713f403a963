internal import Basics
internal import BluesCore
internal import Documents

/// The rows of the sheets of a partner's workbook.
struct WorkbookContent {
  let store: Store
  let partner: String
  /// The number of the first row that is empty.
  let firstNumber: Int

  private static let freeCosts = 50
  private static let freeActivities = 20

  func costs() throws -> PartnerWorkbook.Sheet {
    try records(
      .costs, store.costs.all().filter { $0.partner == partner },
      without: ["partner", "id", "charged_in", "outside_exchanges"],
      free: Self.freeCosts, letter: "K")
  }

  func activities() throws -> PartnerWorkbook.Sheet {
    try records(
      .activities, store.activities.all().filter { $0.partners.first == partner },
      without: [], free: Self.freeActivities, letter: "A")
  }

  /// A sheet of records, in the columns that its import takes, and empty rows that have a number.
  private func records<R: CommandedRecord>(
    _ name: PartnerSheet, _ records: [R], without: Set<String>, free: Int, letter: String
  ) throws -> PartnerWorkbook.Sheet {
    let form = try R.register.form(store).columns
    let fields = R.register.exported.filter { !without.contains($0.column.name) }
    let columns = fields.map { field -> PartnerWorkbook.Sheet.Column in
      let known = form.first { $0.title == field.column.heading }
      let isOpen = [.day, .number, .amount].contains(field.column.kind)
      return PartnerWorkbook.Sheet.Column(
        heading: known?.heading ?? field.column.heading, kind: isOpen ? .general : .text,
        width: field.column.kind == .day ? 12 : 0, values: known?.values ?? [])
    }
    let rows = records.map { record in fields.map { Self.plain($0.cell(record)) } }
    let numbered = (0..<free).map { [Cell.text("\(letter)\(firstNumber + $0)")] }
    return PartnerWorkbook.Sheet(
      name: name, columns: columns + [Self.removal], rows: rows + numbered)
  }

  func hours(period: String?) throws -> PartnerWorkbook.Sheet {
    let persons = try store.persons.all().filter { $0.partner == partner }
      .map(\.code.description)
    let packages = try store.workPackages.all().map(\.code.description)
    let tasks = try store.tasks.all().map(\.code.description)
    let values = ["person": persons, "work_package": packages, "task": tasks]
    let needed: Set = ["person", "work_package", "hours"]
    let fields = TimesheetEntry.exported
    let columns = fields.map { field -> PartnerWorkbook.Sheet.Column in
      let isOpen = [.day, .number].contains(field.column.kind)
      return PartnerWorkbook.Sheet.Column(
        heading: field.column.heading + (needed.contains(field.column.name) ? " *" : ""),
        kind: isOpen ? .general : .text, width: field.column.kind == .day ? 12 : 0,
        values: values[field.column.name] ?? [])
    }
    let entries = try store.timesheets.all(.init(partner: partner, period: period))
    return PartnerWorkbook.Sheet(
      name: .hours, columns: columns + [Self.removal],
      rows: entries.map { entry in fields.map { Self.plain($0.cell(entry)) } })
  }

  func texts(_ asked: AskedTexts) -> PartnerWorkbook.Sheet {
    PartnerWorkbook.Sheet(
      name: .texts,
      columns: [
        .init(heading: "Key"), .init(heading: "Heading", kind: .wrapped, width: 30),
        .init(heading: "What belongs into it", kind: .wrapped, width: 50),
        .init(heading: "Text", kind: .wrapped, width: 80), Self.removal,
      ],
      rows: asked.items.map { item in
        [
          .text(item.key.description), .text(item.heading), .text(item.guidance),
          item.text.map { .text($0) } ?? .empty,
        ]
      })
  }

  private static let removal = PartnerWorkbook.Sheet.Column(
    heading: PartnerSheet.removal, values: ["x"])

  /// Amounts as plain numbers, since their currency has a column of its own.
  private static func plain(_ cell: Cell) -> Cell {
    if case .money(let cents, _) = cell { return .decimal(Money(cents: Int64(cents)).decimal) }
    return cell
  }
}

internal import Basics
internal import BluesCore
internal import Documents

extension PartnerWorkbook {
  /// The workbook for a partner and a period.
  init(
    for code: String, period: String?, _ made: WorkbookMaking.Made, sender: String, _ store: Store
  ) throws {
    let acronym = try store.project.overview().project.acronym
    let asked = try period.map {
      try store.reportTexts.asked(AskedTexts.Request(partner: code, period: $0))
    }
    let content = WorkbookContent(store: store, partner: code, firstNumber: made.firstNumber)
    sheets =
      try [
        content.costs(), content.hours(period: period), content.activities(),
      ] + (asked.map { [content.texts($0)] } ?? [])
    ticket = made.ticket
    foot = "\(acronym), \(code), workbook \(made.ticket.number)"
    guide = try WorkbookGuide(
      for: code, acronym: acronym, period: period, asked, number: made.ticket.number,
      sender: sender, store)
  }
}

extension WorkbookGuide {
  init(
    for code: String, acronym: String, period: String?, _ asked: AskedTexts?, number: Int,
    sender: String, _ store: Store
  ) throws {
    title = "\(acronym): what is asked of \(code)" + (period.map { ", \($0)" } ?? "")
    let name = try store.partners.one(PartnerCode(sender)).name
    var lines: [(label: String, text: String)] = [
      (
        "What this is",
        "The costs, hours, activities and texts of \(code) as \(sender) knows them. Correct what "
          + "is wrong, add what is missing, save the file and send it back."
      )
    ]
    if let until = asked?.until {
      lines.append(("By when", "\(until.spoken), for \(period ?? "")"))
    }
    lines.append(("Send it to", "\(sender), \(name), who sent you this file"))
    lines += Self.rules(acronym: acronym)
    if asked != nil {
      lines.append(
        (
          "Sheet Texts",
          "Write in the column Text, beside what belongs into it. Leave the column Key as it is."
        ))
    }
    let declined = try store.parcelReviews.declined(of: code).prefix(30)
    for (place, row) in declined.enumerated() {
      lines.append((place == 0 ? "Not taken so far" : "", "\(row.what) is \(row.reason)"))
    }
    let duties = try store.agenda.items(Agenda.Request(days: nil, partner: PartnerCode(code)))
      .filter(\.isDated).prefix(15)
    for (place, duty) in duties.enumerated() {
      lines.append(
        (place == 0 ? "Also due" : "", "\(duty.dueOn.spoken): \(duty.code), \(duty.title)"))
    }
    lines.append(("Workbook", "No \(number)"))
    self.lines = lines
  }

  private static func rules(acronym: String) -> [(label: String, text: String)] {
    [
      (
        "How to fill it in",
        "One row for each cost, day of work or activity. Columns with a star are needed. A cell "
          + "with an arrow offers values to choose from. Write dates as 2020-05-14, amounts as "
          + "numbers. Leave headings, sheets and the file as they are."
      ),
      (
        "New rows",
        "Sheets Costs and Activities: use the rows that have a number and are empty. For more, "
          + "count on below the last one. Sheet Hours: write below the last row."
      ),
      (
        "To take a row away",
        "Write x in the column Remove. A row that you only delete in the sheet stays in the "
          + "project, and so does a value whose cell you empty."
      ),
      (
        "What happens then",
        "Nothing is taken unseen: each new, changed and removed row is reviewed. What is refused "
          + "comes back to you with the reason."
      ),
    ]
  }
}

internal import Basics

/// What the cells of a row of hours say.
extension TimesheetRows {
  func values(of row: ImportRow, _ hours: Hours) throws -> TimesheetValues {
    let day = { (field: String) in
      try row.read(field, "date", "a date such as 2020-07-31") { WorkDate.day($0)?.iso }
    }
    return TimesheetValues(
      hours: hours, activity: row.text("activity"), signedOn: try day("signed_on"),
      approvedOn: try day("approved_on"), approvedBy: row.text("approved_by"))
  }

  func worked(_ row: ImportRow) throws -> WorkDate {
    guard let text = row.text("date") else {
      guard let month = try month(row) else {
        throw ImportRow.Refusal(
          field: "date", rule: "date", expected: "a date such as 2020-07-31, or a month")
      }
      return WorkDate(month: month)
    }
    if let day = WorkDate.day(text) { return WorkDate(day: day) }
    if let month = WorkDate(stored: text) { return month }
    throw ImportRow.Refusal(
      field: "date", rule: "date", expected: "a date such as 2020-07-31")
  }

  func month(_ row: ImportRow) throws -> Day? {
    try row.read("month", "month", "a month such as 2020-05") { WorkDate.month($0) }
  }

  func hours(_ row: ImportRow, _ field: String, in worked: WorkDate) throws -> Hours? {
    guard var text = row.text(field) else { return nil }
    if let decimal = options.decimal { text = try plain(text, decimal, field) }
    let read = Hours.read(text, decimals: options.decimals)
    switch read {
    case .rounded(.zero):
      throw ImportRow.Refusal(field: field, rule: "hours", reason: Hours.smallestStep(text))
    case .hours(let hours), .rounded(let hours):
      if case .rounded = read {
        rounded.append("\(Hours.smallestStep(text)) \(hours.text) are taken.")
      }
      if let reason = worked.excess(of: hours) {
        throw ImportRow.Refusal(field: field, rule: "hours", reason: reason)
      }
      return hours
    case .eitherWay:
      throw ImportRow.Refusal(
        field: field, rule: "decimals",
        reason: "The decimals can be minutes or hundredths of an hour; add --decimals minutes "
          + "or --decimals hundredths.")
    case .notHours:
      throw ImportRow.Refusal(field: field, rule: "hours", expected: "hours such as 7.5 or 7:30")
    }
  }

  /// A number as `decimal` reads it, with a point before its decimals; other hours as they are.
  private func plain(_ text: String, _ decimal: DecimalSign, _ field: String) throws -> String {
    let other = decimal.other.byte
    guard text.utf8.contains(other), let body = WrittenAmount.Body(text), body.currency == nil
    else { return text }
    guard body.isWritten(with: decimal) else {
      throw ImportRow.Refusal(
        field: field, rule: "hours", expected: "hours with a decimal \(decimal.rawValue)")
    }
    return String(decoding: body.bytes.filter { $0 != other }, as: UTF8.self)
  }
}

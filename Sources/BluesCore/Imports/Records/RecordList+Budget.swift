internal import Basics

extension RecordList {
  /// The lines of a budget: a row for each, or a row for each partner, and perhaps work package,
  /// with a column for each category.
  package static func budget(_ categories: CostCategories) -> RecordList {
    let long = BudgetLine.register.list
    return long.widened(
      by: WideField(field: "category", amount: "amount", noun: "categories"),
      columns(of: categories, beside: long.fields))
  }

  /// Estimates: a row for each, or a row for each partner and category with a column for each month.
  package static func estimates(_ project: Project) -> RecordList {
    // Travel to the kick-off comes before the first month, the final report after the last.
    let first = project.start.firstOfMonth.adding(months: -1)
    let months = sequence(first: first) { $0.adding(months: 1) }
      .prefix { $0 <= project.end.adding(months: 2) }
    return CostEstimate.register.list.widened(
      by: WideField(field: "month", amount: "amount", noun: "months"), months.map(column))
  }

  /// A column for each category, which answers to its names as far as no field of the list does.
  static func columns(
    of categories: CostCategories, beside fields: [ImportField]
  ) -> [ImportField] {
    let taken = Set(fields.flatMap(\.synonyms))
    return categories.all.map { category in
      ImportField(
        category.code,
        category.headings { !taken.contains(ImportField.key($0)) }, content: .amount)
    }
  }

  /// The column of a month: `2021-03`, `03/2021`, `Mar 2021`, `mars-21`, or its first day.
  private static func column(of month: Day) -> ImportField {
    let (year, number, _) = month.civil
    let (long, short) = ("\(year)", padded(year % 100, to: 2))
    let figures = [padded(number, to: 2), "\(number)"].flatMap {
      ["\(long)/\($0)", "\($0)/\(long)"]
    }
    let words = WorkDate.names(ofMonth: number).map { language, names in
      let written = names.flatMap { ["\($0) \(long)", "\(long) \($0)", "\($0) \(short)"] }
      return "\(language): \(written.joined(separator: ","))"
    }
    let days = [month.iso, "01.\(padded(number, to: 2)).\(long)"]
    return ImportField(
      CostEstimate.monthText(month),
      ([(figures + days).joined(separator: ",")] + words).joined(separator: "; "),
      content: .amount)
  }
}

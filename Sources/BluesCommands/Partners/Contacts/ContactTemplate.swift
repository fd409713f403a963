internal import BluesCore
internal import Documents

extension FormWorkbook {
  /// The workbook that a partner fills in with its members.
  static let contacts = FormWorkbook(
    sheet: "Contacts", columns: TemplateColumn.all.map(\.form),
    rules: [
      "Fill in the sheet Contacts, one row for each person; leave its headings as they are."
    ] + filling + [
      "Only list people who may be listed; the column Legal basis says why, where there is one."
    ])
}

extension TemplateColumn {
  fileprivate var form: FormWorkbook.Column {
    FormWorkbook.Column(
      title: field.heading, isNeeded: isNeeded, rule: rule, examples: examples, values: values)
  }
}

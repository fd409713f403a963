internal import Basics
internal import Documents
internal import GRDB

/// What can be said of a cost, in the order of its list.
extension CostLine {
  static let what: [Attribute<CostLine>] = [
    .requiredReference(
      "partner", \.partner, to: Partner.target, of: "cost_line", "Partner",
      "The partner that paid it.",
      headings: "beneficiary,participant,short name\(HeadingWords.partner)"
    ).ranked(.wanted),
    .category(\.category, "The category of costs, such as D.1.").ranked(.wanted),
    .reference(
      "work_package", \.workPackage, to: WorkPackage.target, of: "cost_line", "WP",
      "The work package.", headings: "wp\(HeadingWords.workPackage)", option: "wp"),
    .reference(
      "task", \.task, to: PlanTask.target, of: "cost_line", "Task", "The task.",
      headings: "task no\(HeadingWords.task)", uses: .hidden),
    .dayNeeded(
      "incurred_on", \.incurredOn, "Incurred", "The day the cost was incurred.",
      headings: "date,incurred,invoice date,cost date,date incurred\(HeadingWords.incurred)",
      option: "on"),
    .day(
      "paid_on", \.paidOn, "Paid", "The day it was paid.",
      headings: "paid,payment date,date paid\(HeadingWords.paidOn)", uses: .hidden, option: "paid"),
    .textNeeded(
      "description", \.description, "Description", "What was paid for.",
      headings: "item,details,text,purpose\(HeadingWords.purpose)"
    ).ranked(.main),
    .text(
      "supplier", \.supplier, "Supplier", "Who was paid.",
      headings: "vendor,payee,creditor\(HeadingWords.supplier)", uses: .hidden),
    .text(
      "invoice", \.invoice, "Invoice", "The number of the invoice.",
      headings: "invoice no,invoice number,document no\(HeadingWords.invoice)", uses: .hidden),
  ]

  static let money: [Attribute<CostLine>] = [
    .amount(
      "amount", \.amount, isNeeded: true, "Amount",
      "The amount without VAT, such as 1234.50; below zero for a credit note.",
      headings: "net amount,net,amount net,cost\(HeadingWords.amount)"),
    .currency(\.currency),
    .amount(
      "vat", \.vat, isNeeded: false, "VAT", "The VAT in the same currency.",
      headings: "vat amount,tax\(HeadingWords.vat)", uses: .hidden),
    .optionalWord(
      "vat_deductible", \.isVATDeductible, "VAT deductible",
      "yes where the partner gets the VAT back; no otherwise.",
      headings: "deductible vat,recoverable vat\(HeadingWords.deductible)", uses: .hidden,
      read: { YesNo(listed: $0) }),
  ]

  static let standing: [Attribute<CostLine>] = [
    .optionalWord(
      "foreseen", \.isForeseen, "Foreseen", "Whether Annex 1 foresees it: yes or no.",
      headings: "in annex 1,foreseen in annex 1\(HeadingWords.foreseen)", uses: .hidden,
      read: { YesNo(listed: $0) }),
    .optionalWord(
      "outside_exchanges", \.isOutsideExchanges, "Outside exchanges",
      "yes for support to third parties outside the exchanges.", headings: "outside of exchanges",
      uses: .hidden, read: { YesNo(listed: $0) }),
    .sender(\.sender),
    .reference(
      "charged_in", \.chargedIn, to: Period.target, of: "cost_line", "Charged in",
      "The reporting period, such as RP2; default: that of the day.",
      headings: "period,reporting period\(HeadingWords.period)", uses: .hidden),
    .text(
      "evidence", \.evidence, "Evidence", "Where its receipt is.",
      headings: "receipt,file,voucher\(HeadingWords.evidence)", uses: .hidden),
    .text(
      "note", \.note, "Note", "A remark.", headings: "remark\(HeadingWords.note)", uses: .hidden),
    .computed("eligible", "Eligible", "With the VAT where it is not deductible.", kind: .amount) {
      .amount($0.eligible)
    }.ranked(.minor),
    .computed("check", "Check", "The checks that it does not pass.", kind: .list) {
      .list($0.checks)
    }.ranked(.usual),
  ]
}

extension Attribute where R == CostLine {
  /// A day that every cost has.
  fileprivate static func dayNeeded(
    _ name: String, _ path: any WritableKeyPath<CostLine, Day?> & Sendable, _ heading: String,
    _ help: String, headings: String, option: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .day, uses: .all, option: option,
      cell: { .day(orEmpty: $0[keyPath: path]) },
      read: { texts, record, context in
        record[keyPath: path] = try context.day(texts.last ?? "", of: name)
      }, storage: .optional(name, path))
  }

  /// A text that every cost has.
  fileprivate static func textNeeded(
    _ name: String, _ path: any WritableKeyPath<CostLine, String> & Sendable, _ heading: String,
    _ help: String, headings: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .text, uses: .all,
      cell: { .text(orEmpty: $0[keyPath: path].isEmpty ? nil : $0[keyPath: path]) },
      read: { texts, record, _ in record[keyPath: path] = texts.last ?? "" },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in record[keyPath: path] = try row.stored(at, name) },
        bind: { record, _ in [record[keyPath: path].databaseValue] }))
  }

  fileprivate static func currency(
    _ path: any WritableKeyPath<CostLine, Currency> & Sendable
  ) -> Attribute {
    Attribute(
      "currency", "Currency", "The currency of the amounts, such as CZK; default: EUR.",
      headings: "currency code\(HeadingWords.currency)", kind: .form("currency"), uses: .hidden,
      cell: { .text($0[keyPath: path].code) },
      read: { texts, record, _ in
        guard let currency = Currency(texts.last ?? "") else {
          throw Refusal("currency", rule: "currency", expected: "three letters such as CZK")
        }
        record[keyPath: path] = currency
      },
      storage: AttributeStorage(
        columns: ["currency"],
        load: { row, at, record in
          record[keyPath: path] = try row.stored(at, "currency") { (text: String) in
            Currency(text)
          }
        },
        bind: { record, _ in [record[keyPath: path].code.databaseValue] }))
  }

  /// The sender's own number, by which the line is found when the list comes again.
  fileprivate static func sender(
    _ path: any WritableKeyPath<CostLine, String?> & Sendable
  ) -> Attribute {
    Attribute(
      "id", "Id", "The sender's own number of the line.", headings: "line id,ref,reference id",
      kind: .text, uses: .hidden, cell: { .text(orEmpty: $0[keyPath: path]) },
      read: { texts, record, _ in record[keyPath: path] = texts.last },
      clear: { $0[keyPath: path] = nil }, storage: .optional("sender_id", path))
  }
}

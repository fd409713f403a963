internal import Basics
internal import Documents

/// The financial agreement between the visitor and the partnership that pays it.
struct FinancialAgreement {
  let subject: AgreementInput

  func page() throws -> AgreementPage {
    var page = AgreementPage()
    let visitor = subject.visitor
    page.parties([
      ("Visitor", visitor, isPartnership: false),
      ("Visitor's managing partnership", visitor, isPartnership: true),
    ])
    page.add(
      .facts(
        Facts([
          Fact("host", "Host", .text(subject.host.organisation)),
          page.fact("vat", "Visitor's VAT number", visitor.vat, blank: "the visitor's VAT number"),
        ])))
    page.stay(subject)
    try amount(&page)
    account(&page)
    try conditions(&page)
    page.signatures([
      ("Visitor", visitor.organisation), ("Visitor's managing partnership", visitor.partnership),
    ])
    return page
  }

  private func amount(_ page: inout AgreementPage) throws {
    page.section("Amount")
    let lumpSum = subject.check.lumpSum
    let amount = subject.exchange.agreed ?? lumpSum?.amount
    let agreed = page.known(amount?.description, "the amount")
    page.paragraph(
      "The visitor receives a lump sum of \(agreed) for travel and stay. It covers the costs, "
        + "whatever their amount. Receipts are not required; evidence of the stay is.")
    // While it is open, its steps would ask the reader for the distance.
    guard let lumpSum, lumpSum.amount != nil else {
      return try page.rules(["ceiling", "halving", "single-halving"], of: subject.book)
    }
    page.paragraph("The maximum under the rules is calculated as follows:")
    page.add(
      .table(
        Table(
          noun: "lump_sum", columns: [Column("step", "Step")],
          rows: lumpSum.steps.map { [.text($0)] })))
  }

  private func account(_ page: inout AgreementPage) {
    page.section("Bank account")
    let iban = subject.visitor.iban.flatMap { text in (try? IBAN(text))?.description }
    page.add(
      .facts(
        Facts(
          key: "account",
          [
            Fact("holder", "Account holder", .text(subject.visitor.organisation)),
            page.fact("iban", "IBAN", iban, blank: "the IBAN"),
            page.fact("bic", "BIC", nil, blank: "the BIC"),
          ])))
  }

  private func conditions(_ page: inout AgreementPage) throws {
    page.section("Conditions of payment")
    let days = try subject.book.rule("payment-term").whole("days")
    page.paragraph(
      "The visitor's managing partnership pays once, within \(counted(days, "day")) after the stay is "
        + "completed, when the visitor has handed in the closing report and the evidence of travel "
        + "and stay, and the partnership has validated them.")
    try page.rules(
      ["payment-term", "payment-needs-report", "one-funded-visit", "financial-agreement"],
      of: subject.book)
  }
}

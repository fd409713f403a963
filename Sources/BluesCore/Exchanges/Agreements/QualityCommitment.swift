internal import Documents

/// The Commitment to Quality: goals, agenda and rules, signed by host, visitor and both
/// partnerships.
struct QualityCommitment {
  let subject: AgreementInput

  func page() throws -> AgreementPage {
    var page = AgreementPage()
    let (host, visitor) = (subject.host, subject.visitor)
    page.parties([
      ("Host", host, isPartnership: false),
      ("Host's managing partnership", host, isPartnership: true),
      ("Visitor", visitor, isPartnership: false),
      ("Visitor's managing partnership", visitor, isPartnership: true),
    ])
    page.stay(subject)
    page.section("Goals")
    page.paragraph(page.known(subject.exchange.goals, "the goals"))
    agenda(&page)
    page.section("Commitments of the parties")
    page.paragraph(
      "They work towards these goals by this agenda, keep the rules below, and inform the others "
        + "at once when something here has to change.")
    let stay = ["minimum-stay", "maximum-stay", "consecutive-days", "working-days"]
    try page.rules(
      (subject.exchange.mode == .virtual ? ["virtual-unfunded"] : stay)
        + ["one-funded-visit", "quality-commitment"], of: subject.book)
    page.signatures([
      ("Host", host.organisation), ("Host's managing partnership", host.partnership),
      ("Visitor", visitor.organisation), ("Visitor's managing partnership", visitor.partnership),
    ])
    return page
  }

  /// The agenda as it is kept, else a line for each working day.
  private func agenda(_ page: inout AgreementPage) {
    page.section("Agenda")
    if let agenda = subject.exchange.agenda, !agenda.isEmpty {
      page.paragraph(agenda)
      return
    }
    let blank = page.known(nil, "the agenda")
    let days = subject.workingDays
    guard !days.isEmpty else { return page.paragraph(blank) }
    page.add(
      .table(
        Table(
          noun: "agenda", columns: [Column("day", "Day"), Column("plan", "What is done")],
          rows: days.map { [.day($0), .text(blank)] })))
  }
}

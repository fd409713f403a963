import ArgumentParser
import BluesCore
import Testing

@testable import BluesCommands

@Suite struct `Reports as commands` {
  @Test func `a number is asked by its name, and is the usual one otherwise`() throws {
    let asked = try parsed(
      "report status --next 14 --changed 7 --at M3", as: RunReport<StatusReport>.self)
    #expect(asked.numbers.asked == ["next": 14, "changed": 7])
    #expect(try asked.at == DateExpression("M3"))
    let usual = try parsed("report status", as: RunReport<StatusReport>.self)
    #expect(usual.numbers.asked == ["next": 60, "changed": 30])
    #expect(usual.numbers.days.isEmpty)
    let since = try parsed("report status --since RP1.end", as: RunReport<StatusReport>.self)
    #expect(try since.numbers.days == ["since": DateExpression("RP1.end")])
    let partner = try parsed("report partner np --next 9", as: RunReport<PartnerReport>.self)
    #expect(partner.numbers.subjects == ["partner": "np"])
    #expect(partner.numbers.asked == ["next": 9])
    let effort = try parsed(
      "report effort --period RP1 --by month", as: RunReport<EffortReport>.self)
    #expect(effort.numbers.texts == ["period": "RP1", "by": "month"])
    let none = try parsed("report exchanges --json", as: RunReport<ExchangeReport>.self)
    #expect(none.numbers.asked == [:])
  }

  @Test(arguments: [
    ("report status --next=-1", "--next takes a number from 0 up."),
    ("report status --changed 0", "--changed takes a number from 1 up."),
    ("report status --next many", "The value 'many' is invalid for '--next <next>'"),
    ("report exchanges --next 3", "Unknown option '--next'"),
    ("report financial --partner NP", "Give --period: The reporting period, such as RP1."),
    (
      "report budget --by person",
      "--by takes one of line, partner, category, work-package, not \"person\"."
    ),
    ("report partner", "Missing expected argument '<partner>'"),
    (
      "report effort --by country",
      "--by takes one of partner-work-package, partner, month, person, work-package, not \"country\"."
    ),
    ("report status --since sometime", "Not a date: sometime"),
    ("workpackage calendar --alarm soon", "Not a reminder: soon. Write it as 14d or 2w."),
  ])
  func `a number that cannot be is refused`(line: String, sentence: String) throws {
    let said = try #require(refusal(line))
    #expect(said.contains(sentence), "\(said)")
  }

  @Test func `every report has its name, its examples and its help`() throws {
    let reports: [any Report.Type] = [
      StatusReport.self, PartnerReport.self, ExchangeReport.self, FinancialReport.self,
      SummaryReport.self, BudgetReport.self, EffortReport.self, PaymentReport.self,
      TechnicalReport.self, FinalReport.self, LeavingReport.self, PrivacyReport.self,
    ]
    #expect(
      reports.map { $0.name } == [
        "status", "partner", "exchanges", "financial", "summary", "budget", "effort", "payments",
        "technical", "final", "leaving", "privacy",
      ])
    #expect(
      try parsed("wp calendar --alarm 14d --alarm=2w --alarm 0", as: PlanCalendarCommand.self)
        .alarms == [14, 14, 0])
    // All at once, one's own, the texts, the check and the periods are commands of their own.
    #expect(ReportCommand.configuration.subcommands.count == reports.count + 5)
    for report in reports {
      #expect(report.examples.allSatisfy { $0.hasPrefix("blues report \(report.name)") })
    }
    #expect(
      RunReport<StatusReport>.helpMessage().contains("How many days ahead to look. (default: 60)"))
  }
}

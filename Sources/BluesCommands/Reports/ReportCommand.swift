internal import ArgumentParser
internal import BluesCore

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports on the project, in every format.",
    discussion: examples(
      "blues report status", "blues report status -o status.html",
      "blues report partner NP -o np.html", "blues report exchanges -o exchanges.xlsx",
      "blues report financial --partner NP --period RP1", "blues report summary",
      "blues report effort --period RP1", "blues report all --period RP1 -o reports",
      "blues report period check RP1"),
    subcommands: [
      RunReport<StatusReport>.self, RunReport<PartnerReport>.self, RunReport<ExchangeReport>.self,
      RunReport<FinancialReport>.self, RunReport<SummaryReport>.self, RunReport<BudgetReport>.self,
      RunReport<EffortReport>.self, RunReport<PaymentReport>.self,
      RunReport<TechnicalReport>.self, RunReport<FinalReport>.self, RunReport<LeavingReport>.self,
      RunReport<PrivacyReport>.self,
      ReportAllCommand.self, CustomReportCommand.self, ReportTextCommand.self,
      ReportCheckCommand.self, ReportPeriodCommand.self,
    ])
}

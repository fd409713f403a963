import BluesCore
import Documents

@testable import BluesCommands

/// A command with `--columns`, and the columns that it knows.
///
/// A kind of record has them from its register; a new command of another kind is named here.
protocol ListedColumns {
  static var columns: [Column] { get }
  /// The options whose names are not those of the fields that they set.
  static var options: [String: String] { get }
  /// The field that the argument `<title>` of add says.
  static var title: String? { get }
}

extension ListedColumns {
  static var options: [String: String] { [:] }
  static var title: String? { nil }
}

/// The columns of a register, whose options stand in its attributes.
protocol RegisterColumns: ListedColumns {}

extension ListRecords: RegisterColumns {
  static var columns: [Column] { R.register.fields.map(\.column) }
  static var options: [String: String] {
    R.register.attributes.reduce(into: [:]) { $0[$1.name] = $1.option }
  }
  static var title: String? { R.register.title?.name }
}

extension HistoryCommand: ListedColumns {
  static var columns: [Column] { HistoryEntry.fields.map(\.column) }
}

extension CostCommand.Check: ListedColumns {
  static var columns: [Column] { CostFinding.fields.map(\.column) }
}

extension EvidenceCommand.List: ListedColumns {}

extension AcceptedCommand.List: ListedColumns {}

extension CostSampleCommand: ListedColumns {}

extension ContactCommand.List: ListedColumns {
  static var columns: [Column] { Contact.fields.map(\.column) }
}

extension ContactCommand.Search: ListedColumns {
  static var columns: [Column] { Contact.fields.map(\.column) }
}

extension ContactCommand.Export: ListedColumns {
  static var columns: [Column] { ContactRows.fixed }
}

extension ContactCommand.Duplicates: ListedColumns {
  static var columns: [Column] { DuplicatesPage.fields(name).map(\.column) }
}

extension ConsentCommand.List: ListedColumns {}
extension RetentionCommand.List: ListedColumns {}

extension StopCommand.List: ListedColumns {}

extension ShareKeyCommand.List: ListedColumns {}
extension ShareScopeCommand: ListedColumns {}

extension BatchCommand.List: ListedColumns {
  static var columns: [Column] { ImportBatch.fields.map(\.column) }
}

extension OrganisationCommand.List: ListedColumns {
  static var columns: [Column] { Organisation.fields.map(\.column) }
  static let options = ["clusters": "cluster"]
}

extension OrganisationCommand.Duplicates: ListedColumns {
  static var columns: [Column] { DuplicatesPage.fields(name).map(\.column) }
}

extension ProfileCommand.List: ListedColumns {
  static var columns: [Column] { ExplainedProfile.fields.map(\.column) }
  static var options: [String: String] {
    ProfileField.allCases.reduce(into: [:]) { options, field in
      options[field == .category ? "category" : field.name] = field.option
    }
  }
}

extension ExchangeCommand.List: ListedColumns {
  static var columns: [Column] { ExchangeStanding.fields.map(\.column) }
  static let options = [
    "first_day": "from", "last_day": "to", "distance_km": "distance", "approvals": "waive",
    "bank_reference": "reference",
  ]
}

extension PaperCommand.List: ListedColumns {
  static var columns: [Column] { Paper.fields.map(\.column) }
  static let options = ["is_copy": "copy"]
}

extension PaperCommand.Missing: ListedColumns {
  static var columns: [Column] { Papers.missingFields.map(\.column) }
}

extension PaperCommand.Check: ListedColumns {
  static var columns: [Column] { Papers.checkFields.map(\.column) }
}

extension PersonCommand.List: ListedColumns {
  static var columns: [Column] { ExchangePerson.fields.map(\.column) }
}

extension PaymentCommand.List: ListedColumns {
  static var columns: [Column] { Payment.fields.map(\.column) }
}

extension FeedbackCommand.List: ListedColumns {
  static var columns: [Column] { Feedback.fields.map(\.column) }
  static let options = ["given_on": "on", "scores": "score"]
}

extension RuleCommand.List: ListedColumns {
  static var columns: [Column] { RuleRow.fields.map(\.column) }
}

extension NextCommand: ListedColumns {
  static var columns: [Column] { AgendaItem.fields.map(\.column) }
}

extension FindCommand: ListedColumns {
  static var columns: [Column] { Finding.fields.map(\.column) }
}

extension DocumentCommand.List: ListedColumns {}

extension DocumentCommand.Check: ListedColumns {}

extension SlipsCommand: ListedColumns {}

extension RiskCommand.StateOfPlay: ListedColumns {}
extension RateCommand.List: ListedColumns {
  static var columns: [Column] { ExchangeRates.Stored.fields.map(\.column) }
}

extension RateCommand.Show: ListedColumns {
  static var columns: [Column] { ExchangeRates.Daily.fields.map(\.column) }
}

extension RateCommand.Average: ListedColumns {
  static var columns: [Column] { PeriodRate.fields.map(\.column) }
}

extension ReportPeriodCommand.List: ListedColumns {
  static var columns: [Column] { PeriodStatePage.fields.map(\.column) }
}

extension ListHours: ListedColumns {
  static var columns: [Column] { TimesheetEntry.fields.map(\.column) }
  static let options = ["work_package": "wp"]
}

extension CheckHours: ListedColumns {
  static var columns: [Column] { EffortFinding.fields.map(\.column) }
}

extension ReportTextCommand.List: ListedColumns {
  static var columns: [Column] { ReportTextState.fields().map(\.column) }
}

extension ReportTextCommand.Sections: ListedColumns {
  static var columns: [Column] { ReportSection.fields.map(\.column) }
}

extension ListRows: ListedColumns {}

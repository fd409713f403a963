@testable import BluesCommands
@testable import BluesCore

/// A command with `--map`, and the fields that its lists may have.
protocol ImportedFields {
  static var fields: [ImportField] { get }
}

extension ImportRecords: ImportedFields {
  static var fields: [ImportField] { R.register.list.fields }
}

extension BudgetCommand.Import: ImportedFields {
  static var fields: [ImportField] { BudgetLine.register.list.fields }
}

extension EstimateCommand.Import: ImportedFields {
  static var fields: [ImportField] { CostEstimate.register.list.fields }
}

extension AcceptedCommand.Import: ImportedFields {
  static var fields: [ImportField] { RecordList.acceptedFields }
}

extension CostCommand.Import: ImportedFields {
  static var fields: [ImportField] { CostLine.register.list.fields }
}

extension ContactCommand.Import: ImportedFields {
  static var fields: [ImportField] { ContactHeadings.fields + RoundTrip.fields }
}

extension ActivityCommand.Attendance: ImportedFields {
  static var fields: [ImportField] { ContactCommand.Import.fields }
}

extension ProfileCommand.Import: ImportedFields {
  static var fields: [ImportField] { RecordList.profiles.fields }
}

extension ReconcileCommand: ImportedFields {
  static var fields: [ImportField] { ListedExchange.fields }
}

extension OrganisationCommand.Import: ImportedFields {
  static var fields: [ImportField] { RecordList.organisations.fields }
}

extension ExchangeCommand.Propose: ImportedFields {
  static var fields: [ImportField] { ListedStay.fields }
}

extension EffortPlanCommand.Import: ImportedFields {
  static var fields: [ImportField] {
    RecordList.effort(EffortPlan(packages: [1, 2], rows: [])).fields
  }
}

extension ConsentCommand.Import: ImportedFields {
  static var fields: [ImportField] { RecordList.consents.fields }
}

extension ImportHours: ImportedFields {
  static var fields: [ImportField] { TimesheetFields.all }
}

extension ImportRows: ImportedFields {
  static var fields: [ImportField] { Row.lists.list.fields }
}

extension ImportReadings: ImportedFields {
  static var fields: [ImportField] { RecordList.readings.fields }
}

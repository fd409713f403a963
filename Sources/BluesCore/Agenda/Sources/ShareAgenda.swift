internal import Basics

/// What is to be done so that the copies of a shared project go on: parcels and submissions.
///
/// What others wait for is due today; what is to be submitted, on the day of the financial drafts.
enum ShareAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    let duties = try context.store.read { try ShareDuty.all($0) }
    guard !duties.isEmpty else { return [] }
    let days = try context.reportDays().filter { $0.rule == "internal-financial" }
    return duties.map { duty in
      let day = days.first { $0.period == duty.period }?.on
      return AgendaItem(
        duty.period ?? duty.partner, kind: duty.period == nil ? "parcel" : "submission", duty.what,
        dueOn: duty.isUrgent ? context.today : day, .partners([duty.debtor]),
        command: duty.command, today: context.today)
    }
  }
}

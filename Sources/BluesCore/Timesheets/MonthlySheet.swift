package import Basics
internal import GRDB

/// What a person's empty timesheet of a month has: the work packages, and the days off.
package struct MonthlySheet: Sendable, Equatable {
  package let project: String
  package let grantNumber: String?
  package let partner: String
  package let partnerName: String
  package let person: String
  package let personName: String?
  /// The first day of the month.
  package let month: Day
  /// Those that the partner plans effort in; all where nothing is planned.
  package let workPackages: [WorkPackageCode]
  /// The days off by number, with the reason.
  package let daysOff: [Int: String]

  package var days: Int { month.lastOfMonth.dayOfMonth }
}

extension Timesheets {
  /// The empty timesheet of a person for a month.
  package func sheet(of person: String, month: Day) throws -> MonthlySheet {
    try store.read { db in
      let context = try RecordContext(db, store.invocation, store.hooks)
      let register = Person.register
      let code = try PersonCode(try context.code(person, in: Person.target))
      let person = try register.one(code, context).record
      let partner = try Partner.register.one(PartnerCode(person.partner), context).record
      let planned = try EffortPlan.fetch(db)
      let packages = Set(
        planned.rows.filter { $0.partner == partner.code.text }.flatMap(\.effort.keys))
      let country = partner.country.flatMap { CountryCode($0) }
      var off: [Int: String] = [:]
      for number in 1...month.lastOfMonth.dayOfMonth {
        let day = month.firstOfMonth.adding(days: number - 1)
        if day.weekday.isWeekend {
          off[number] = day.weekday == .saturday ? "Saturday" : "Sunday"
        }
        guard let country else { continue }
        let holiday = PublicHolidays.holidays(in: day.year, of: country).first { $0.day == day }
        if let holiday { off[number] = holiday.name }
      }
      return MonthlySheet(
        project: context.project.acronym, grantNumber: context.project.grantNumber,
        partner: partner.code.text, partnerName: partner.name, person: code.text,
        personName: person.name, month: month.firstOfMonth,
        workPackages: (packages.isEmpty ? planned.packages : packages.sorted()).compactMap {
          WorkPackageCode(number: $0)
        }, daysOff: off)
    }
  }
}

internal import Basics
internal import Tabular

extension TimesheetRows {
  /// Stores a row by its cells; nil where it has to take the way of every list.
  func quick(_ row: borrowing Tabular.Row, _ columns: QuickColumns) throws -> Taken? {
    guard let name = PlainColumns.cell(columns.person, of: row), let person = personCache[name],
      let package = PlainColumns.cell(columns.package, of: row),
      let task = PlainColumns.cell(columns.task, of: row),
      let tasks = packageCache[package], let work = workCaches[tasks][task],
      let date = PlainColumns.cell(columns.date, of: row), let day = Day(iso: date),
      let worked = PlainColumns.cell(columns.hours, of: row),
      let hours = Hours(plain: worked), hours.hundredths <= 2400,
      let activity = PlainColumns.cell(columns.texts[0], of: row),
      let signed = PlainColumns.cell(columns.texts[1], of: row), isDayOrNone(signed),
      let approved = PlainColumns.cell(columns.texts[2], of: row), isDayOrNone(approved),
      let supervisor = PlainColumns.cell(columns.texts[3], of: row)
    else { return nil }
    let values = TimesheetValues(
      hours: hours, activity: text(activity), signedOn: text(signed), approvedOn: text(approved),
      approvedBy: text(supervisor))
    // A row that is refused goes the way of every list, which tells why.
    do {
      return try put(person, WorkDate(day: day), work, values, row.line)
    } catch is ImportRow.Refusal {
      return nil
    }
  }

  private func isDayOrNone(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.isEmpty || Day(iso: bytes) != nil
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Remembers by their bytes what a row named, for the rows below it.
  func remember(_ person: String?, _ package: String?, _ task: String?) {
    guard var name = person, let id = names.persons[name] else { return }
    name.withUTF8 { personCache.note($0, id) }
    guard let work = names.works["\(package ?? "")\n\(task ?? "")"] else { return }
    var (package, task) = (package ?? "", task ?? "")
    package.withUTF8 { package in
      let place = packageCache[package] ?? workCaches.count
      if place == workCaches.count {
        workCaches.append(ByteCache())
        packageCache.note(package, place)
      }
      task.withUTF8 { workCaches[place].note($0, work) }
    }
  }
}

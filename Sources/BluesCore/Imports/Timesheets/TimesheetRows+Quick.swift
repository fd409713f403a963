internal import Basics
internal import Tabular

extension TimesheetRows {
  /// Stores a row by its cells; nil where it has to take the way of every list.
  func quick(_ row: borrowing Tabular.Row, _ columns: QuickColumns) throws -> Taken? {
    let width = row.count
    func cell(_ index: Int?) -> UnsafeBufferPointer<UInt8> {
      guard let index, index < width else { return UnsafeBufferPointer(start: nil, count: 0) }
      return CellText.trimmed(row[index])
    }
    let hoursCell = cell(columns.hours)
    guard let person = personCache[cell(columns.person)],
      let work = workCache[cell(columns.package)]?[cell(columns.task)],
      let day = Day(iso: cell(columns.date)),
      let hours = Hours(plain: hoursCell), hours.hundredths <= 2400
    else { return nil }
    var values = TimesheetValues(hours: hours)
    values.activity = text(cell(columns.texts[0]))
    for (place, path) in [(1, \TimesheetValues.signedOn), (2, \TimesheetValues.approvedOn)] {
      let bytes = cell(columns.texts[place])
      guard !bytes.isEmpty else { continue }
      guard Day(iso: bytes) != nil else { return nil }
      values[keyPath: path] = String(decoding: bytes, as: UTF8.self)
    }
    values.approvedBy = text(cell(columns.texts[3]))
    // A row that is refused goes the way of every list, which tells why.
    do {
      return try put(person, WorkDate(day: day), work, values, row.line)
    } catch is ImportRow.Refusal {
      return nil
    }
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
      var tasks = workCache[package] ?? ByteCache()
      task.withUTF8 { tasks.note($0, work) }
      workCache.note(package, tasks)
    }
  }
}

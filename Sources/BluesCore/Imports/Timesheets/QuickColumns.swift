internal import Basics
internal import Tabular

/// The columns of a plain list of hours, whose rows can be read cell by cell without texts.
///
/// Nearly all rows of a long list are of persons and work that earlier rows named; the others take the
/// way of every list.
struct QuickColumns {
  let person: Int
  let date: Int
  let package: Int?
  let task: Int?
  let hours: Int
  /// Of activity and the two days of signatures and the supervisor.
  let texts: [Int?]

  /// Nil where a column needs more than its cell.
  init?(_ rows: ListReader, _ request: ImportRequest) {
    guard request.decimal == nil, let places = PlainColumns(rows, request),
      let person = places["person"],
      let date = places["date"], let hours = places["hours"]
    else { return nil }
    self.person = person
    self.date = date
    self.hours = hours
    package = places["work_package"]
    task = places["task"]
    texts = TimesheetValues.names.map { places[$0] }
  }
}

extension Hours {
  /// Plain hours, such as `7`, `7.5` or `7,25`; nil for anything else.
  init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard (1...7).contains(bytes.count), bytes[0].isDigit else { return nil }
    var (whole, fraction, decimals) = (0, 0, -1)
    for byte in bytes {
      if byte.isDigit {
        if decimals >= 0 {
          fraction = fraction * 10 + Int(byte & 0x0F)
          decimals += 1
        } else {
          whole = whole * 10 + Int(byte & 0x0F)
        }
      } else if byte == 0x2E || byte == 0x2C, decimals < 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    guard decimals != 0, decimals <= 2 else { return nil }
    self.init(hundredths: whole * 100 + (decimals == 1 ? fraction * 10 : fraction))
  }
}

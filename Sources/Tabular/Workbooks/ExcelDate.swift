internal import Basics

/// Days as workbooks count them, turned into ISO text.
enum ExcelDate {
  /// The day that serial numbers are counted from.
  enum Epoch {
    case year1900
    case year1904
  }

  private static let secondsPerDay = 86_400

  /// The date, with its time of day when it has one; nil when the number is no date.
  ///
  /// Workbooks that count from 1900 believe in a 29 February 1900 (serial 60); the days before it
  /// are one off against the days after it, and that day itself is none.
  static func date(_ serial: Double, epoch: Epoch) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    var second = Int(((serial - Double(day)) * Double(secondsPerDay)).rounded())
    if second == secondsPerDay { (day, second) = (day + 1, 0) }
    // Before the first day there is only a time of day.
    if epoch == .year1900, day == 0 { return clock(second) }
    if epoch == .year1900, day == 60 { return nil }
    let start = epoch == .year1904 ? -24_107 : day < 60 ? -25_568 : -25_569
    let text = Day(number: day + start).iso
    return second == 0 ? text : "\(text)T\(clock(second))"
  }

  /// The day of an ISO text without its time, where the time is midnight or only days are shown.
  static func day<Bytes: Collection<UInt8>>(_ text: Bytes, isDay: Bool) -> Bytes.SubSequence {
    let day = text.prefix(10)
    let time = text.dropFirst(10)
    guard day.count == 10, let mark = time.first, mark | 0x20 == UInt8(ascii: "t") || mark == 0x20
    else { return text[...] }
    let isMidnight = time.dropFirst().allSatisfy { "0:.,Zz".utf8.contains($0) }
    return isDay || isMidnight ? day : text[...]
  }

  /// The hours, minutes and seconds of a duration.
  static func duration(_ serial: Double) -> String? { seconds(serial).map(clock) }

  /// The time of day, without the days before it, which such a cell does not show.
  static func timeOfDay(_ serial: Double) -> String? {
    seconds(serial).map { clock($0 < secondsPerDay + 1 ? $0 : $0 % secondsPerDay) }
  }

  private static func seconds(_ serial: Double) -> Int? {
    guard serial >= 0, serial < 1_000_000 else { return nil }
    return Int((serial * Double(secondsPerDay)).rounded())
  }

  private static func clock(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
      .joined(separator: ":")
  }
}

package import Basics

/// The date of Easter Sunday, from which the movable feasts are counted.
package enum Easter {
  /// Easter of the western churches, by the Gregorian computus (Meeus, Jones and Butcher).
  package static func western(_ year: Int) -> Day? {
    let a = year % 19
    let (b, c) = year.quotientAndRemainder(dividingBy: 100)
    let (d, e) = b.quotientAndRemainder(dividingBy: 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = c.quotientAndRemainder(dividingBy: 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return Day(year: year, month: n / 31, day: n % 31 + 1)
  }

  /// Easter of the eastern churches: the Julian computus, moved to the Gregorian calendar.
  package static func orthodox(_ year: Int) -> Day? {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let n = d + e + 114
    let julian = Day(year: year, month: n / 31, day: n % 31 + 1)
    return julian?.adding(days: year / 100 - year / 400 - 2)
  }
}

package import Basics

/// One typed cell, which each format prints in its own way.
package enum Cell: Hashable, Sendable {
  case empty
  case text(String)
  /// A whole number that may be coloured, and stays a number whatever its colour.
  case integer(Int, Tone = .plain)
  /// A number with a decimal point, as text, so that no digit is lost.
  case decimal(String)
  /// An amount in whole cents of its currency.
  case money(cents: Int, currency: String)
  /// A day; data is written as ISO text, reports print "31 July 2020".
  case day(Day)
  case flag(Bool)
  case list([String])
  /// A word that may be coloured.
  case state(String, Tone)
  /// A web or mail address, printed as it stands; only HTML makes it a link.
  case link(String)

  /// Whether it reads as a quantity and so belongs on the right.
  package var isNumeric: Bool {
    switch self {
    case .integer, .decimal, .money: true
    case .empty, .text, .day, .flag, .list, .state, .link: false
    }
  }

  /// Whether a narrow terminal may shorten it; a shortened figure, day or standing would be a wrong
  /// one.
  var isShortenable: Bool {
    switch self {
    case .text, .list, .link: true
    case .empty, .integer, .decimal, .money, .day, .flag, .state: false
    }
  }

  var tone: Tone {
    switch self {
    case .integer(_, let tone), .state(_, let tone): tone
    case .empty, .text, .decimal, .money, .day, .flag, .list, .link: .plain
    }
  }
}

/// How much a column matters where a terminal has no room for all of them.
///
/// The lowest leave first, and of equals the last one.
package enum ColumnRank: Int, Sendable, Comparable {
  /// What another column says as well, or what few look for.
  case minor
  case usual
  /// What a row is called: shortened where it must be, but always there.
  case main
  /// What is there as long as there is room for it beside the shortest form of all others.
  case wanted
  /// What a wrong answer would come of if a part of it were missing: a code, a day, an amount, a
  /// standing, a command. It is never shortened.
  case key

  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

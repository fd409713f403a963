import Foundation

/// How many cases of a law one run tries: a part in every run, all of them by `make prove`.
enum Trials {
  static let isFull = ProcessInfo.processInfo.environment["BLUES_PROVE"] != nil

  /// A tenth of what a full proof tries, at least four.
  static func count(_ full: Int) -> Int { isFull ? full : min(full, max(4, full / 10)) }

  /// The seeds of the cases, from zero.
  static func seeds(_ full: Int) -> Range<Int> { 0..<count(full) }

  /// Cases that lie evenly over all of them, the first among them.
  static func some<Case>(of all: [Case]) -> [Case] {
    let count = count(all.count)
    return (0..<count).map { all[$0 * all.count / count] }
  }
}

package import Basics
package import Documents

extension Cell {
  /// A text that may be missing.
  package static func text(orEmpty text: String?) -> Cell {
    text.map { .text($0) } ?? .empty
  }

  /// A day that may be missing.
  package static func day(orEmpty day: Day?) -> Cell {
    day.map { .day($0) } ?? .empty
  }
}

package import Basics

extension Day: ExpressibleByStringLiteral {
  /// A day of a test, written as ISO text.
  package init(stringLiteral text: String) {
    guard let day = Day(iso: text) else { preconditionFailure("\(text) is no day") }
    self = day
  }
}

internal import Basics

/// How many persons of a type of organisation took part, as `sme=12` says it.
package struct HeadCount: Sendable, Equatable {
  /// A code of the list `organisation-category`, or `other`.
  package let type: String
  package let persons: Int

  /// Reads `sme=12`, `cluster=3`, `other=5`; zero takes a count away.
  package init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, let persons = wholeNumber(parts[1].utf8), persons <= 1_000_000 else {
      throw AttendanceProblem.noCount(text.trimmed)
    }
    let type = parts[0].asciiLowered == Self.other ? Self.other : CategoryWords.category(parts[0])
    guard let type else { throw AttendanceProblem.unknownType(parts[0], known: Self.types) }
    self.type = type
    self.persons = persons
  }

  private static let other = "other"

  /// The types that can be counted.
  package static var types: [String] {
    ((try? CodeList.named("organisation-category").values.map(\.code)) ?? []) + [other]
  }
}

package import Basics
package import Documents

/// What an erasure did, or would do, without the person's data.
package struct Erasure: Sendable, Equatable {
  /// Something that stays without the person's data, since the law wants it kept.
  package struct Kept: Sendable, Equatable {
    /// What it is, such as `exchange EX-001`.
    package let what: String
    package let why: String
    /// The last day; nil where it cannot be told yet.
    package let until: Day?

    package static let fields: [Field<Kept>] = [
      Field("what", "Kept", rank: .key) { .text($0.what) },
      Field("why", "Why", rank: .main) { .text($0.why) },
      Field("until", "Until", kind: .day) { .day(orEmpty: $0.until) },
    ]
  }

  /// A file that blues does not change.
  package struct File: Sendable, Equatable {
    package let path: String
    package let why: String

    package static let fields: [Field<File>] = [
      Field("path", "File", rank: .key) { .text($0.path) },
      Field("why", "Why", rank: .main) { .text($0.why) },
    ]
  }

  /// A column whose texts named the person.
  package struct Text: Sendable, Equatable {
    package let place: String
    package let count: Int

    package static let fields: [Field<Text>] = [
      Field("place", "Text", rank: .key) { .text($0.place) },
      Field("count", "Rows", kind: .number) { .integer($0.count) },
    ]
  }

  package let code: String
  /// Whether the contact is gone; else a row without the person's data is left.
  package let isGone: Bool
  /// Other contacts of the person that went with it.
  package let others: [String]
  package let texts: [Text]
  /// Texts that stay and have the family name in small letters, or as the name of who changed something.
  package internal(set) var mentions: [Text] = []
  /// How many steps of the history were rewritten.
  package let steps: Int
  package let kept: [Kept]
  package internal(set) var files: [File]
  /// Copies of the project beside it that were cleaned too.
  package internal(set) var copies: [String] = []
  /// Contacts that stay and have one of the person's e-mail addresses, or the name.
  package let alike: [String]
  /// Persons of the staff who have the name.
  package let staff: [String]
  /// Whether every trace is out of the file; nil for a rehearsal.
  package internal(set) var isFinished: Bool?
  /// Why traces stay in the file; nil where none do.
  package internal(set) var hindrance: ErasureProblem?

  package var facts: Facts {
    Facts([
      Fact("contact", "Contact", .text(code)),
      Fact("gone", "Gone", .flag(isGone)),
      Fact("others", "With it", .list(others)),
      Fact("history_steps", "Steps of the history rewritten", .integer(steps)),
      Fact("copies", "Copies of the project cleaned", .list(copies)),
      Fact("alike", "Other contacts with the same name or address", .list(alike)),
      Fact("staff", "Staff of the same name", .list(staff)),
      Fact("finished", "Finished", isFinished.map { .flag($0) } ?? .empty),
    ])
  }
}

extension Erasure {
  /// Takes the traces out of the file, which the records no longer have.
  mutating func finish(_ store: Store) throws {
    do {
      isFinished = try store.clearTraces()
      hindrance = isFinished == true ? nil : .unfinished(code)
    } catch StoreProblem.full {
      // The step is made; only the file is not written anew.
      (isFinished, hindrance) = (false, .noRoom(code))
    }
  }
}

internal import ArgumentParser
internal import BluesCore

/// Which duplicates are wanted.
struct DuplicatesOptions: ParsableArguments {
  @Option(
    name: .customLong("at-least"), help: "The lowest score: 55 possible, 75 likely, 95 sure.")
  var atLeast = 55

  /// How many pairs are told when nobody says.
  private static let usual = 1000

  func validate() throws {
    guard (1...100).contains(atLeast) else {
      throw ValidationError("A score is from 1 to 100, not \(atLeast).")
    }
  }

  /// Conditions and another order need more pairs than are shown in the end.
  func most(_ list: ListOptions) -> Int {
    let isPlain = list.conditions.isEmpty && list.sort == nil
    return isPlain ? list.limit ?? Self.usual : max(list.limit ?? 0, 10 * Self.usual)
  }
}

/// Whose values stand when records are merged.
struct PreferenceOptions: ParsableArguments {
  @Option(help: "The record whose values come first; default: the one that stays.")
  var prefer: String?

  @Option(
    parsing: .singleValue, help: "FIELD=ID: take one field from that record; may be repeated.",
    transform: argument { text in
      guard let take = MergePreferences.Take(text) else {
        throw ValidationError("\(text) has no equals sign. Write it as email=C23.")
      }
      return take
    })
  var take: [MergePreferences.Take] = []

  var wishes: MergePreferences { MergePreferences(prefer: prefer, take: take) }

  static func check(_ records: [String]) throws {
    guard records.count > 1 else {
      throw ValidationError("Name the one that stays, and at least one more.")
    }
  }

  /// A rehearsal changes nothing and asks nothing; a person is shown what stands and what goes.
  func ask(
    _ records: [String], _ confirmation: Confirmation, _ write: WriteOptions,
    _ preview: () throws -> [String]
  ) throws {
    guard !write.isRehearsal else { return }
    let others = records.dropFirst().joined(separator: ", ")
    try confirmation.ask("Merge \(others) into \(records[0])?", showing: preview())
  }
}

/// Merging all duplicates of one verdict at once.
struct MergeAllOptions: ParsableArguments {
  /// Of which pairs; only of those that nobody need look at.
  enum Verdict: String, OptionWord { case sure }

  @Option(help: "Merge all sure duplicates in one step; the oldest record of each group stays.")
  var merge: Verdict?
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Try it and roll back: nothing is changed.")
  var isRehearsal = false
  @OptionGroup var confirmation: Confirmation
}

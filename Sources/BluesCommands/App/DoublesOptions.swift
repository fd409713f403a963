internal import ArgumentParser
internal import BluesCore

/// Which doubles are wanted.
struct DoublesOptions: ParsableArguments {
  @Option(
    name: .customLong("at-least"), help: "The least score: 55 possible, 75 likely, 95 sure.")
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
struct WishOptions: ParsableArguments {
  @Option(help: "The record whose values come first; otherwise the one that stays.")
  var prefer: String?

  @Option(
    parsing: .singleValue, help: "FIELD=ID: take one field from that record; may be repeated.",
    transform: argument { text in
      guard let take = MergeWishes.Take(text) else {
        throw ValidationError("\(text) has no equals sign. Write it as email=C23.")
      }
      return take
    })
  var take: [MergeWishes.Take] = []

  var wishes: MergeWishes { MergeWishes(prefer: prefer, take: take) }

  static func check(_ records: [String]) throws {
    guard records.count > 1 else {
      throw ValidationError("Name the one that stays, and at least one more.")
    }
  }

  /// A rehearsal changes nothing and asks nothing.
  func ask(_ records: [String], _ confirmation: Confirmation, _ write: WriteOptions) throws {
    guard !write.isRehearsal else { return }
    let others = records.dropFirst().joined(separator: ", ")
    try confirmation.ask("Merge \(others) into \(records[0])?")
  }
}

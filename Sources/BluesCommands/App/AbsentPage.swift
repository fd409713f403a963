internal import Basics
internal import BluesCore
internal import Documents

/// What a list no longer has of the known records, and what became of them.
enum AbsentPage {
  /// In data always there, in text where there is any.
  static func blocks(_ absent: AbsentRecords) -> [Block] {
    [
      .data("absent_kept", .array(absent.kept.map { .string($0) })),
      .data("absent_removed", .array(absent.removed.map { .string($0) })),
      .data("absent_in_use", .array(absent.inUse.map { .string($0.code) })),
    ] + sentences(absent).map { .paragraph($0) }
  }

  private static func sentences(_ absent: AbsentRecords) -> [String] {
    var all: [String] = []
    if !absent.removed.isEmpty {
      all.append("Removed, since the list has them no longer: \(named(absent.removed)).")
    }
    if !absent.inUse.isEmpty {
      let uses = absent.inUse.prefix(shown).map { "\($0.code) (\($0.by))" }
      all.append("Not in the list, but in use, so kept: \(uses.joined(separator: ", ")).")
    }
    if !absent.kept.isEmpty {
      all.append(
        "Not in the list, and kept: \(named(absent.kept))."
          + (absent.heldBack.map(reason) ?? ""))
    }
    return all
  }

  private static func reason(_ heldBack: AbsentRecords.HeldBack) -> String {
    switch heldBack {
    case .rejectedRows: " Nothing is removed while rows are rejected."
    case .noRows: " Nothing is removed by a list without rows."
    }
  }

  private static func named(_ codes: [String]) -> String {
    let names = codes.prefix(shown).joined(separator: ", ")
    return codes.count > shown ? "\(names) and \(codes.count - shown) more" : names
  }

  private static let shown = 12
}

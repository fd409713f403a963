internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct ShareApplyCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Apply a parcel as one step; one undo reverses it.",
    discussion: examples(
      "blues share apply", "blues share apply --from NP", "blues share apply --dry-run",
      note: """
        All rows that are new, changed or deleted are applied, but those that you refused or \
        parked, and conflicts that you have not decided: they wait, and hinder no other row. \
        Costs of a locked period become adjustments.
        """))

  @Option(name: .customLong("from"), help: "The partner that sent it.")
  var partner: String?
  @OptionGroup var write: WriteOptions

  var isDeclared: Bool { true }

  func run() throws {
    try change { store in
      let applied = try store.parcelReviews.apply(from: partner)
      var remarks: [String] = []
      if applied.conflicts > 0 {
        remarks.append(
          "\(counted(applied.conflicts, "conflict")) "
            + "\(agreeing(applied.conflicts, "waits", "wait")) for a decision: blues share review")
      }
      remarks += applied.waiting.map { "\($0.what) is not applied: \($0.why)" }
      remarks += applied.unfit.map { "\($0.what) is refused: \($0.why)" }
      remarks += applied.erased.map {
        "The person of \($0) was erased there. Erase the history here as well: "
          + "blues partner contact erase \($0)"
      }
      return Answer(
        "Applied \(applied.noun) \(applied.sequence) of \(applied.sender): \(applied.added) added, "
          + "\(applied.changed) changed, \(applied.deleted) deleted, \(applied.refused) refused, "
          + "\(applied.parked) parked.", Self.document(applied), remarks: remarks)
    }
  }

  private static func document(_ applied: ParcelReviews.Applied) -> Document {
    Document(
      schema: "blues.parcel-applied/1",
      blocks: [
        .facts(
          Facts([
            Fact("sender", "From", .text(applied.sender)),
            Fact("sequence", "No", .integer(applied.sequence)),
            Fact("added", "Added", .integer(applied.added)),
            Fact("changed", "Changed", .integer(applied.changed)),
            Fact("deleted", "Deleted", .integer(applied.deleted)),
            Fact("conflicts", "Conflicts that wait", .integer(applied.conflicts)),
            Fact("refused", "Refused", .integer(applied.refused)),
            Fact("parked", "Parked", .integer(applied.parked)),
            Fact("not_applied", "Not applied", .list(applied.waiting.map(\.what))),
            Fact("whole", "Nothing is left to decide", .flag(applied.isWhole)),
          ]))
      ])
  }
}

struct ShareChooseCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "choose", abstract: "Choose one of two parcels that do not fit together.",
    discussion: examples(
      "blues share choose 1a2b3c4d --because \"The laptop's copy was an old backup\"",
      note: """
        Two copies of one partner sent parcels, such as a restored backup or a copied laptop. \
        Neither is applied until you choose; the others are refused. blues share status lists \
        them.
        """))

  @Argument(help: "The beginning of its SHA-256, as blues share status lists it.")
  var forkedParcel: String
  @Option(help: "Why.")
  var because: String
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      let chosen = try store.parcelReviews.choose(forkedParcel, because: because)
      return Answer(
        "Chose parcel \(chosen.sequence) of \(chosen.sender); "
          + "\(counted(chosen.refused, "other")) refused.",
        Document(
          schema: "blues.parcel-choice/1",
          blocks: [
            .facts(
              Facts([
                Fact("sender", "From", .text(chosen.sender)),
                Fact("sequence", "No", .integer(chosen.sequence)),
                Fact("refused", "Refused", .integer(chosen.refused)),
              ]))
          ]))
    }
  }
}

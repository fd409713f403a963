internal import ArgumentParser
internal import BluesCore

struct ReviewCommand: ParsableCommand {
  static let configuration = Review.register.commands(
    abstract: "The reviews that the Agency holds, from RV1 on.",
    examples: "blues workpackage review list",
    "blues workpackage review add RV1 \"Mid-term review\" --due M12 --venue Brussels",
    "blues workpackage review set RV1 --held-on 2021-02-10")
}

extension Review: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      add: ["RV1 \"Mid-term review\" --due M12 --venue Brussels"],
      set: ["RV1 --held-on 2021-02-10"], shows: "Show one review.")
  }
}

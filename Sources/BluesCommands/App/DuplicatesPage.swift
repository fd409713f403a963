internal import Basics
internal import BluesCore
internal import Documents

/// What the commands about duplicates print.
enum DuplicatesPage {
  static let note = """
    A pair is sure (95 and more) when an exact key is the same: the sender's id, a VAT number or \
    PIC, a mailbox or telephone with the name. Likely (75) and possible (55) add points for what \
    is alike and take off points for what differs. Nothing is merged automatically.
    """

  static func show<Record>(
    _ found: Duplicates<Record>, _ list: ListOptions,
    naming: @escaping @Sendable (Record) -> (code: String, title: String)
  ) throws {
    let table = table(found, naming)
    if list.output.chosenFormat == .json {
      try list.output.show(try document(found, table, list, naming))
    } else {
      try list.show(
        chosen: list.listing.apply(to: table), schema: "blues.duplicates/1", title: "Duplicates")
    }
    if found.found > found.pairs.count {
      Console.say(
        (found.pairs.count == 1 ? "This is the best" : "These are the best \(found.pairs.count)")
          + " of \(counted(found.found, "pair")): --limit shows more, "
          + "--at-least fewer.")
    }
    if !found.notCompared.isEmpty {
      let shown = found.notCompared.prefix(mostNotCompared).map(\.sentence)
      let more = found.notCompared.count - shown.count
      Console.tell(
        "Not compared by values that too many have: " + shown.joined(separator: "; ")
          + (more > 0 ? "; and \(more) more, which --json has." : "."))
    }
  }

  /// The values that are named, of those that too many have.
  private static let mostNotCompared = 8

  static func answer(distinct codes: [String], isForgotten: Bool) -> Answer {
    let names = codes.joined(separator: " and ")
    let sentence =
      isForgotten
      ? "\(names) are no longer marked as distinct." : "\(names) are marked as distinct."
    return Answer(
      sentence,
      Document(
        schema: "blues.distinct/1",
        blocks: [
          .facts(
            Facts([
              Fact("one", "One", .text(codes[0])), Fact("other", "Other", .text(codes[1])),
              Fact("distinct", "Distinct", .flag(!isForgotten)),
            ]))
        ]))
  }

  /// The columns of the list, whatever is compared.
  static var columns: [Column] { fields { (code: String) in (code, code) }.map(\.column) }

  private static func table<Record>(
    _ found: Duplicates<Record>,
    _ naming: @escaping @Sendable (Record) -> (code: String, title: String)
  ) -> Table {
    Table(
      noun: "duplicates", emptySentence: "No duplicates were found.", fields: fields(naming),
      rows: found.pairs)
  }

  static func fields<Record>(
    _ naming: @escaping @Sendable (Record) -> (code: String, title: String)
  ) -> [Field<Duplicates<Record>.Pair>] {
    [
      Field("group", "Group", "The number that the pairs of one group share.", kind: .number) {
        .integer($0.group)
      },
      Field("one", "One", "The id of the first record.", rank: .key) { .text(naming($0.one).code) },
      Field("one_title", "Is", "The name of the first record.", rank: .main) {
        .text(naming($0.one).title)
      },
      Field("other", "Other", "The id of the second record.", rank: .key) {
        .text(naming($0.other).code)
      },
      Field("other_title", "Is", "The name of the second record.", rank: .main) {
        .text(naming($0.other).title)
      },
      Field("score", "Score", "How alike they are, up to 100.", kind: .number) {
        .integer($0.likeness.score)
      },
      Field(
        "verdict", "Verdict", "How sure it is that they are one.",
        kind: .words(of: Similarity.Verdict.self)
      ) { .text($0.likeness.verdict.rawValue) },
      Field("why", "Why", "The reasons in short, with their points.", kind: .list) {
        .list($0.likeness.reasons.map(short))
      },
      Field(
        "reasons", "Reasons", "The reasons as sentences; in JSON each one is taken apart.",
        kind: .list, shown: false
      ) { .list($0.likeness.reasons.map(\.sentence)) },
    ]
  }

  private static func short(_ reason: Similarity.Reason) -> String {
    "\(reason.what) \(reason.points < 0 ? "" : "+")\(reason.points)"
  }

  /// The same list for programs, with each reason taken apart.
  private static func document<Record>(
    _ found: Duplicates<Record>, _ table: Table, _ list: ListOptions,
    _ naming: (Record) -> (code: String, title: String)
  ) throws -> Document {
    let listing = Listing(
      sort: list.sort.map { $0.split(separator: ",").map { String($0.drop { $0 == " " }) } } ?? [],
      conditions: list.conditions, limit: list.limit)
    let wanted = try listing.apply(to: table).rows.map { [$0[1], $0[3]] }
    let pairs = Dictionary(
      found.pairs.map { pair in
        ([Cell.text(naming(pair.one).code), .text(naming(pair.other).code)], pair)
      }, uniquingKeysWith: { first, _ in first })
    return Document(
      schema: "blues.duplicates/1",
      blocks: [
        .data("duplicates", .array(wanted.compactMap { pairs[$0] }.map { json($0, naming) })),
        .data("found", .integer(found.found)),
        .data(
          "not_compared",
          .array(
            found.notCompared.map { key in
              .object([
                JSONMember("kind", .string(key.kind)),
                JSONMember("text", key.text.map { .string($0) } ?? .null),
                JSONMember("records", .integer(key.records)),
              ])
            })),
      ])
  }

  private static func json<Record>(
    _ pair: Duplicates<Record>.Pair, _ naming: (Record) -> (code: String, title: String)
  ) -> JSONValue {
    .object([
      JSONMember("group", .integer(pair.group)),
      JSONMember("one", .string(naming(pair.one).code)),
      JSONMember("one_title", .string(naming(pair.one).title)),
      JSONMember("other", .string(naming(pair.other).code)),
      JSONMember("other_title", .string(naming(pair.other).title)),
      JSONMember("score", .integer(pair.likeness.score)),
      JSONMember("verdict", .string(pair.likeness.verdict.rawValue)),
      JSONMember(
        "reasons",
        .array(
          pair.likeness.reasons.map { reason in
            .object([
              JSONMember("what", .string(reason.what)),
              JSONMember("points", .integer(reason.points)),
              JSONMember("one", .string(reason.one)), JSONMember("other", .string(reason.other)),
            ])
          })),
    ])
  }
}

internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct SharePackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Make sealed parcels for a partner, for all, or for the coordinator.",
    discussion: examples(
      "blues share pack NP -o out", "blues share pack all -o out",
      "blues share pack coordinator -o out --purpose submit --period RP1",
      "blues share pack NP -o out --purpose return --period RP1 --because \"Receipt missing\"",
      note: """
        A parcel has the whole state of what its recipient may read, or of what belongs to the \
        partner that sends it; so nothing is lost when one does not arrive. It is signed with \
        your key and sealed to the recipient's. Send the file by mail, or let the folder be one \
        that a service keeps in step. Registered files are not in it. After a submission the rows \
        of its period do not change until the coordinator returns it.
        """))

  @Argument(help: "The partner, all, or coordinator.")
  var partner: String
  @Option(
    name: [.customShort("o"), .customLong("output")], help: "The folder for the parcels.",
    completion: .directory)
  var folder: String
  @Option(help: "What it is for: share, submit, return or estimate.")
  var purpose: ParcelPurpose = .share
  @Option(help: "The reporting period that it is about, such as RP1.")
  var period: String?
  @Option(help: "Why a submission is returned.")
  var because: String?
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Try it: no parcel is made, and nothing is changed.")
  var isRehearsal = false
  @OptionGroup var store: StoreOptions
  @Flag(help: "Answer as JSON.")
  var json = false

  func run() throws {
    let store = try store.toWrite(CommandLookup.path(of: Self.self), isRehearsal: isRehearsal)
    do {
      let period = try period.map { try store.periods.standing($0).period.name }
      let outcome = try store.packing.pack(
        for: partner, purpose: purpose, period: period, because: because, to: folder)
      try show(outcome)
    } catch {
      throw store.isChanged ? LostAnswer(cause: error) : error
    }
  }

  private func show(_ outcome: ParcelPacking.Outcome) throws {
    let place = StandardOutput()
    if json {
      let table = Table(
        noun: "parcels", emptySentence: "", fields: Self.fields, rows: outcome.made)
      let document = Document(schema: "blues.parcels/1", blocks: [.table(table)])
      try place.stream { try $0.write(document.bytes(Rendering(format: .json))) }
    } else {
      for made in outcome.made {
        let words =
          "parcel \(made.sequence) for \(made.recipient), \(counted(made.rows, "row")): \(made.path)"
        try place.show(
          line: isRehearsal ? "Dry run, nothing was made: \(words)" : "Made \(words)")
      }
    }
    for problem in outcome.withUnusableKey { Console.say(problem.sentence) }
    guard !outcome.withoutKey.isEmpty else { return }
    Console.say(
      "No parcel for \(outcome.withoutKey.joined(separator: ", ")): no key is admitted. "
        + "blues share key admit PARTNER KEY --because \"Read out by phone\"")
  }

  static let fields: [Field<ParcelPacking.Made>] = [
    Field("recipient", "For", "The partner that it is for.", rank: .key) { .text($0.recipient) },
    Field("sequence", "No", "Its number among the parcels for it.", kind: .number) {
      .integer($0.sequence)
    },
    Field("rows", "Rows", "How many rows it has.", kind: .number) { .integer($0.rows) },
    Field("bytes", "Bytes", "The size of the file.", kind: .number) { .integer($0.bytes) },
    Field("file", "File", "The file.", rank: .main) { .text($0.path) },
  ]
}

extension ParcelPurpose: OptionWord {}

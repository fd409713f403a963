internal import ArgumentParser
internal import BluesCore

/// The command of a report, whichever it is.
struct RunReport<Kind: Report>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Kind.name, abstract: Kind.abstract,
      discussion: examples(Kind.examples, note: Kind.note))
  }

  @OptionGroup var numbers: ReportOptions<Kind>
  @Option(
    name: .customLong("at"), help: "What was known at the end of that day, in your time zone.",
    transform: Read.date)
  var at: DateExpression?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try store.toRead(at: at, for: output)
    try output.show(Kind(store: store).document(numbers.asked))
  }
}

/// The options of a report: one for each number that can be asked of it.
///
/// The parser takes them from the mirror, and hands them over by their names.
struct ReportOptions<Kind: Report>: ParsableArguments, CustomReflectable {
  private(set) var asked: [String: Int] = [:]

  init() {}

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: OptionKey.self)
    for number in Kind.numbers {
      asked[number.name] =
        try given.decode(Option<Int>.self, forKey: OptionKey(number.name)).wrappedValue
    }
  }

  var customMirror: Mirror {
    Mirror(
      self,
      children: Kind.numbers.map { number -> Mirror.Child in
        let option = Option<Int>(
          wrappedValue: number.usual, name: .customLong(number.name),
          help: ArgumentHelp(stringLiteral: number.help))
        return (number.name, option)
      })
  }

  func validate() throws {
    for number in Kind.numbers {
      guard let asked = asked[number.name], asked < number.least else { continue }
      throw ValidationError("--\(number.name) takes a number from \(number.least) up.")
    }
  }
}

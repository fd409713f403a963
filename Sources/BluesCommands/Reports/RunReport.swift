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
    let days = try numbers.days.mapValues { try store.day($0) }
    try output.show(
      Kind(store: store).document(
        ReportRequest(
          numbers: numbers.asked, days: days, subjects: numbers.subjects, words: numbers.words)))
  }
}

/// The arguments and options of a report: its subjects, and what can be asked of it.
///
/// The parser takes them from the mirror, and hands them over by their names.
struct ReportOptions<Kind: Report>: ParsableArguments, CustomReflectable {
  private(set) var asked: [String: Int] = [:]
  private(set) var days: [String: DateExpression] = [:]
  private(set) var subjects: [String: String] = [:]
  private(set) var words: [String: String] = [:]

  init() {}

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: OptionKey.self)
    for number in Kind.numbers {
      asked[number.name] =
        try given.decode(Option<Int>.self, forKey: OptionKey(number.name)).wrappedValue
    }
    for day in Kind.days {
      days[day.name] =
        try given.decode(Option<DateExpression?>.self, forKey: OptionKey(day.name)).wrappedValue
    }
    for word in Kind.words {
      words[word.name] =
        try given.decode(Option<String?>.self, forKey: OptionKey(word.name)).wrappedValue
    }
    for subject in Kind.subjects {
      subjects[subject.name] =
        try given.decode(Argument<String>.self, forKey: OptionKey(subject.name)).wrappedValue
    }
  }

  var customMirror: Mirror {
    let subjects = Kind.subjects.map { subject -> Mirror.Child in
      (subject.name, Argument<String>(help: ArgumentHelp(stringLiteral: subject.help)))
    }
    let numbers = Kind.numbers.map { number -> Mirror.Child in
      let option = Option<Int>(
        wrappedValue: number.usual, name: .customLong(number.name),
        help: ArgumentHelp(stringLiteral: number.help))
      return (number.name, option)
    }
    let days = Kind.days.map { day -> Mirror.Child in
      let option = Option<DateExpression?>(
        name: .customLong(day.name), help: ArgumentHelp(stringLiteral: day.help),
        transform: Read.date)
      return (day.name, option)
    }
    let words = Kind.words.map { word -> Mirror.Child in
      let option = Option<String?>(
        name: .customLong(word.name), help: ArgumentHelp(stringLiteral: word.help))
      return (word.name, option)
    }
    return Mirror(self, children: subjects + words + numbers + days)
  }

  func validate() throws {
    for number in Kind.numbers {
      guard let asked = asked[number.name], asked < number.least else { continue }
      throw ValidationError("--\(number.name) takes a number from \(number.least) up.")
    }
    for word in Kind.words where !word.known.isEmpty {
      guard let asked = words[word.name], !word.known.contains(asked) else { continue }
      throw ValidationError(
        "--\(word.name) takes one of \(word.known.joined(separator: ", ")), not \"\(asked)\".")
    }
  }
}

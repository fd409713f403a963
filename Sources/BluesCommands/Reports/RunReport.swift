internal import ArgumentParser
internal import BluesCore
internal import Documents

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
    let request = ReportRequest(
      numbers: numbers.asked, days: days, subjects: numbers.subjects, texts: numbers.texts)
    let line = ReportLine<Kind>(request, days: numbers.days.mapValues(\.text), at: at?.text)
    try output.show(Kind(store: store).document(request).made(by: line.text))
  }
}

/// The arguments and options of a report: its subjects, and what can be asked of it.
///
/// The parser takes them from the mirror, and hands them over by their names.
struct ReportOptions<Kind: Report>: ParsableArguments, CustomReflectable {
  private(set) var asked: [String: Int] = [:]
  private(set) var days: [String: DateExpression] = [:]
  private(set) var subjects: [String: String] = [:]
  private(set) var texts: [String: String] = [:]

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
    for option in Kind.options {
      texts[option.name] =
        try given.decode(Option<String?>.self, forKey: OptionKey(option.name)).wrappedValue
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
    let texts = Kind.options.map { option -> Mirror.Child in
      let said = Option<String?>(
        name: .customLong(option.name), help: ArgumentHelp(stringLiteral: option.help))
      return (option.name, said)
    }
    return Mirror(self, children: subjects + numbers + days + texts)
  }

  func validate() throws {
    for option in Kind.options {
      guard let text = texts[option.name] else {
        if option.isNeeded { throw ValidationError("Give --\(option.name): \(option.help)") }
        continue
      }
      guard option.words.isEmpty || option.words.contains(text) else {
        throw ValidationError(
          "--\(option.name) takes one of \(option.words.joined(separator: ", ")), not \"\(text)\".")
      }
    }
    for number in Kind.numbers {
      guard let asked = asked[number.name], asked < number.least else { continue }
      throw ValidationError("--\(number.name) takes a number from \(number.least) up.")
    }
  }
}

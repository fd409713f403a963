internal import ArgumentParser
internal import BluesCore

struct PartnerPersonCommand: ParsableCommand {
  static let configuration = Person.register.commands(
    abstract: "The persons who work on the action, by short codes.",
    examples: "blues partner person list",
    "blues partner person add NP-1 NP --name \"Jana Nová\" --employment 50",
    "blues partner person rate add NP-1@2020-02-01 720000 --currency CZK",
    besides: [Declare.self],
    groups: [CommandGroup(name: "Pay", subcommands: [PersonRateCommand.self])])

  /// Declares that a person works full time on the action.
  struct Declare: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "declare",
      abstract: "Declare a person full time on the action, or withdraw it.",
      discussion: examples(
        "blues partner person declare NP-1 --share WP1=60 --share WP3=40",
        "blues partner person declare NP-1 --withdraw",
        note: "Whole months then count by the shares, and timesheets do not."))

    @Argument(help: Person.register.argument, transform: { try Read.code($0) })
    var code: PersonCode
    @Option(
      name: .customLong("share"), parsing: .singleValue,
      help: "WP=PERCENT of the person's time; may be repeated; they add up to 100.",
      transform: Read.workShare)
    var shares: [WorkShare] = []
    @Flag(help: "The person needs timesheets again.")
    var withdraw = false
    @OptionGroup var write: WriteOptions

    var isDeclared: Bool { true }

    func validate() throws {
      if withdraw != shares.isEmpty {
        throw ValidationError("Give --share WP=PERCENT for each work package, or --withdraw.")
      }
    }

    func run() throws {
      try change { store in
        let person = try store.persons.declare(code, shares)
        let told = person.shares.map(\.description).joined(separator: ", ")
        return Answer(
          person.isFullTime ? "\(code): full time, \(told)." : "\(code) needs timesheets.",
          Person.register.page(person))
      }
    }
  }
}

extension Person: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where partner=NP"],
      add: ["NP-1 NP --name \"Jana Nová\" --employment 50 --from 2020-02-01"],
      set: ["NP-1 --to 2021-06-30"], shows: "Show one person with the rates of pay.")
  }
}

extension Read {
  /// Hundredths of a per cent; 0 for what is none.
  private static func share(_ text: String) throws -> Int {
    do throws(MoneyProblem) {
      return try Percent(typed: text).hundredths
    } catch .notAPercentage {
      return 0
    } catch {
      throw error
    }
  }

  /// `WP1=60`: a work package and a share in per cent.
  static let workShare = argument { text in
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let package = try? WorkPackageCode(typed: parts[0]),
      (1...10_000).contains(try share(parts[1]))
    else { throw ValidationError("\(text) is not a share such as WP1=60.") }
    return WorkShare(workPackage: package, hundredths: try share(parts[1]))
  }
}

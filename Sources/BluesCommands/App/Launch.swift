internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import Glibc

/// From the words of the command line to an exit code.
package enum Launch {
  package static func run() -> Never {
    // A closed pipe ends the command quietly, and a file-size limit is an error like others.
    signal(SIGPIPE, SIG_DFL)
    signal(SIGXFSZ, SIG_IGN)
    CrashGuard.stand()
    OpenProjects.begin()
    let code = run(arguments)
    OpenProjects.close()
    exit(code)
  }

  /// The words of the command line but the first; a file's name among them need not be UTF-8.
  private static var arguments: [String] {
    (1..<max(Int(CommandLine.argc), 1)).compactMap { number in
      CommandLine.unsafeArgv[number].map { FileName.text($0) }
    }
  }

  /// Runs one command; everything that goes wrong ends here as a sentence and a code.
  static func run(_ arguments: [String]) -> Int32 {
    var chosen: any ParsableCommand.Type = Blues.self
    do {
      var command = try parse(
        arguments.isEmpty && Environment.isInProject ? [NextCommand._commandName] : arguments)
      chosen = type(of: command)
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch let lost as LostAnswer {
      return told(lost.cause, by: chosen, hint: LostAnswer.hint) ?? defect(lost.cause)
    } catch {
      return told(error, by: chosen) ?? parsing(error)
    }
  }

  /// Says what went wrong and gives its code; nil for what is no problem of ours.
  private static func told(
    _ error: any Error, by command: any ParsableCommand.Type, hint: String? = nil
  ) -> Int32? {
    guard let problem = error as? any Problem else { return nil }
    Console.problem(
      problem.sentence, hint: hint ?? FittingHint.of(problem.hints, for: command))
    return problem.kind.exitCode
  }

  /// Parses with the one command that is chosen, which spares building the tree of all of them
  /// at every start; help and errors come from the whole tree, which knows the full path.
  static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    let (chosen, rest) = try CommandLookup.command(of: arguments, root: Blues.self)
    let words = OptionNames.current(Array(rest), of: chosen)
    try RepeatedOption.refuse(words, of: chosen)
    try UnreadWord.refuse(words, of: chosen)
    if chosen.configuration.subcommands.isEmpty, let command = chosen.standalone(words) {
      return command
    }
    return try Blues.parseAsRoot(Array(arguments.dropLast(rest.count)) + words)
  }

  /// Help and versions go to stdout; wrong usage to stderr, with the way to the help.
  private static func parsing(_ error: any Error) -> Int32 {
    let code = Blues.exitCode(for: error)
    guard code != .success else {
      print(HelpText.of(error))
      return 0
    }
    guard code == .validationFailure else {
      return defect(error)
    }
    let usage = Blues.usageString(for: error)
    Console.problem(NearOption.message(Blues.message(for: error)), hint: usage)
    return code.rawValue
  }

  private static func defect(_ error: any Error) -> Int32 {
    Console.problem("A defect in blues: \(error).", hint: "please report what you typed")
    return 70
  }
}

extension Blues {
  /// How the command at fault is written, as the parser knows it.
  fileprivate static func usageString(for error: any Error) -> String {
    let lines = fullMessage(for: error).split(separator: "\n")
    let usage = lines.first { $0.hasPrefix("Usage:") }
      .map { UsageLine.short(String($0.dropFirst(7))) }
    let help = lines.first { $0.contains("--help' for more") }.map {
      String($0.drop { $0 == " " })
    }
    return [usage, help].compactMap(\.self).joined(separator: "\n")
  }
}

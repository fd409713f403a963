internal import ArgumentParser
internal import Basics

/// An option that takes one value and was given two, of which the parser would keep the last in silence.
enum RepeatedOption: Problem, Equatable {
  case saidTwice(String)

  var message: String {
    switch self {
    case .saidTwice(let option): "\(option) is given twice, and takes one value."
    }
  }

  var hint: String? {
    switch self {
    case .saidTwice(let option): "give \(option) once"
    }
  }

  var kind: ProblemKind { .usage }

  /// - Throws: `saidTwice` for the first option that is given twice and may not be repeated.
  static func refuse(_ words: [String], of command: any ParsableCommand.Type) throws {
    // The parser is asked for its options only where a word could be one that was there before.
    guard command.configuration.subcommands.isEmpty, couldRepeat(words) else { return }
    try refuse(words, among: ArgumentDescription.of(command))
  }

  /// The same, for the options of a command as the parser describes them.
  static func refuse(_ words: [String], among described: [ArgumentDescription]) throws {
    let options = described.filter(\.takesValue)
    var seen: Set<String> = []
    var index = words.startIndex
    while index < words.endIndex, words[index] != "--" {
      let word = words[index]
      index += 1
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard word.hasPrefix("-"), let name = parts.first.map(String.init),
        let option = options.first(where: { $0.isCalled(name) })
      else { continue }
      // The next word is its value, whatever it looks like, or the parser refuses it.
      if parts.count == 1 { index += 1 }
      let main = option.longNames.first ?? name
      guard seen.insert(main).inserted || option.isRepeating else { throw saidTwice(main) }
    }
  }

  /// Whether two words begin alike, as far as names of options go; a short name may be a long one.
  private static func couldRepeat(_ words: [String]) -> Bool {
    var seen: Set<Substring> = []
    return words.contains { word in
      guard word.hasPrefix("-"), word != "-" else { return false }
      let name = word.prefix { $0 != "=" }
      return !seen.insert(name == "-o" ? "--output" : name).inserted
    }
  }
}

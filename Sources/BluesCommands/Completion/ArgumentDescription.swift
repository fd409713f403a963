internal import ArgumentParser
internal import FoundationEssentials

/// One argument, option or flag of a command, as the parser describes it.
struct ArgumentDescription: Decodable {
  /// A name of an option or flag.
  struct Name: Decodable {
    let kind: String
    let name: String

    /// As it is typed: `-n`, `--dry-run`.
    var typed: String { kind == "short" ? "-\(name)" : "--\(name)" }
  }

  /// What the shell is to do for its value, where the sources say it.
  struct Completion: Decodable {
    /// Whether it is the name of a file or folder.
    let isFile: Bool

    /// The ways of it that matter here.
    private enum Keys: String, CodingKey { case file, directory }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      isFile = container.contains(.file) || container.contains(.directory)
    }
  }

  /// `positional`, `option` or `flag`.
  let kind: String
  let shouldDisplay: Bool
  let isRepeating: Bool
  let parsingStrategy: String
  let names: [Name]?
  let abstract: String?
  let completionKind: Completion?

  var isPositional: Bool { kind == "positional" }
  var takesValue: Bool { kind == "option" }
  var isFile: Bool { completionKind?.isFile ?? false }
  /// Whether the next word is its value even if it begins with a minus.
  var takesAnything: Bool { parsingStrategy == "unconditional" }

  /// The names that begin with two minuses, the first one first.
  var longNames: [String] { (names ?? []).filter { $0.kind == "long" }.map(\.typed) }

  func isCalled(_ word: String) -> Bool { (names ?? []).contains { $0.typed == word } }

  /// The arguments of one command, in the order of its help.
  static func of(_ command: any ParsableCommand.Type) -> [ArgumentDescription] {
    let text = command._dumpHelp()
    let dump = try? JSONDecoder().decode(Dump.self, from: Data(text.utf8))
    return dump?.command.arguments ?? []
  }

  /// The shape of the parser's description.
  private struct Dump: Decodable {
    /// One command in it.
    struct Command: Decodable { let arguments: [ArgumentDescription]? }

    let command: Command
  }
}

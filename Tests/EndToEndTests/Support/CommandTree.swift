import Foundation

/// One command as `blues --experimental-dump-help` tells of it.
struct CommandTree: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      /// As it is typed: `-n`, `--dry-run`.
      var typed: String { kind == "short" ? "-\(name)" : "--\(name)" }
    }

    let kind: String
    let abstract: String?
    let allValues: [String]?
    let defaultValue: String?
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let shouldDisplay: Bool
    let valueName: String?
  }

  private struct Dump: Decodable {
    let command: CommandTree
  }

  let commandName: String
  let abstract: String?
  let aliases: [String]?
  let arguments: [Argument]?
  let discussion: String?
  let subcommands: [CommandTree]?
  let superCommands: [String]?
  let shouldDisplay: Bool

  /// The whole tree, asked of the built binary.
  static func ofBinary() throws -> CommandTree {
    let text = try Place().must("blues --experimental-dump-help")
    return try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
  }

  /// The words to type, such as `blues workpackage list`.
  var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

  /// Its commands without the built-in `help` and what the help leaves out.
  var children: [CommandTree] {
    (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay }
  }

  /// This command and all below it, in the order of the help.
  var all: [CommandTree] { [self] + children.flatMap(\.all) }

  var leaves: [CommandTree] { all.filter(\.children.isEmpty) }

  /// Every way to type the path, aliases included.
  func spellings(above: [String] = [""]) -> [(command: CommandTree, spellings: [String])] {
    let own = above.flatMap { prefix in
      ([commandName] + (aliases ?? [])).map { prefix.isEmpty ? $0 : "\(prefix) \($0)" }
    }
    return [(self, own)] + children.flatMap { $0.spellings(above: own) }
  }
}

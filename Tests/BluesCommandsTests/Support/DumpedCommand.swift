import ArgumentParser
import Foundation

@testable import BluesCommands

/// A command as the parser describes it, with its type.
struct DumpedCommand: Sendable {
  /// An argument or option.
  struct Argument: Decodable, Sendable {
    private struct Name: Decodable, Sendable {
      let kind: String
      let name: String
    }

    let kind: String
    let valueName: String?
    let isOptional: Bool
    private let names: [Name]?

    /// The options without their dashes.
    var options: [String] { (names ?? []).filter { $0.kind == "long" }.map(\.name) }
  }

  private struct Node: Decodable {
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Node]?
  }

  private struct Dump: Decodable {
    let command: Node
  }

  /// The words to type, such as `blues workpackage list`.
  let path: String
  let type: any ParsableCommand.Type
  let arguments: [Argument]

  /// The last word of its path.
  var verb: String { path.split(separator: " ").last.map(String.init) ?? path }
  var parent: String { path.split(separator: " ").dropLast().joined(separator: " ") }

  func has(option: String) -> Bool { arguments.contains { $0.options.contains(option) } }

  /// What completion and the checks of a command line are told of it.
  var described: [ArgumentDescription] { Self.descriptions[path] ?? [] }

  private static let descriptions = Dictionary(
    uniqueKeysWithValues: ((try? leaves()) ?? []).map { ($0.path, ArgumentDescription.of($0.type)) }
  )

  /// The commands that do something, in the order of the help.
  static func leaves() throws -> [DumpedCommand] { try all.get() }

  // Asked for once: the parser describes every group again for each command above it.
  private static let all = Result {
    let dump = try JSONDecoder().decode(Dump.self, from: Data(Blues._dumpHelp().utf8))
    return leaves(dump.command, Blues.self, above: "")
  }

  private static func leaves(
    _ node: Node, _ type: any ParsableCommand.Type, above: String
  ) -> [DumpedCommand] {
    let path = above.isEmpty ? node.commandName : "\(above) \(node.commandName)"
    let children = type.configuration.subcommands
    guard !children.isEmpty else {
      return [DumpedCommand(path: path, type: type, arguments: node.arguments ?? [])]
    }
    return children.flatMap { child in
      (node.subcommands ?? []).filter { $0.commandName == child._commandName }
        .flatMap { leaves($0, child, above: path) }
    }
  }
}

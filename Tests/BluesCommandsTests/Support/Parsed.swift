import ArgumentParser
import BluesCore
import Testing

@testable import BluesCommands

/// Reads a command line the way `blues` does, in process.
func parsed<Command: ParsableCommand>(_ line: String, as type: Command.Type) throws -> Command {
  let words = line.split(separator: " ").map(String.init)
  return try #require(try Launch.parse(words) as? Command)
}

/// What `blues` says of a command line it cannot read; nil when it can.
func refusal(_ line: String) -> String? {
  let words = line.split(separator: " ").map(String.init)
  do {
    _ = try Launch.parse(words)
    return nil
  } catch {
    guard Blues.exitCode(for: error).rawValue == 64 else { return "another code" }
    return Blues.message(for: error)
  }
}

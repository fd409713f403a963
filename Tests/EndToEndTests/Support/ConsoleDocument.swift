import Foundation

/// A page of documentation whose `console` blocks are sessions: commands after `$ `, further
/// lines of a command after `> `, and below them exactly what they print.
///
/// An exit code other than 0 stands on a line of its own as `[exit 4]`.
struct ConsoleDocument {
  /// One command of a session with what the page says it prints.
  struct Command {
    /// Line of the page it stands in, counted from 1.
    let line: Int
    let text: String
    let printed: String
    /// The lines of the page that hold what is printed, counted from 0.
    let lines: Range<Int>
  }

  private var lines: [String]
  let commands: [Command]

  init(_ page: String) {
    lines = page.components(separatedBy: "\n")
    var commands: [Command] = []
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index] == "```console" else { continue }
      index += 1
      while index < lines.count, lines[index] != "```" {
        commands.append(Self.command(in: lines, at: &index))
      }
    }
    self.commands = commands
  }

  private static func command(in lines: [String], at index: inout Int) -> Command {
    let first = index
    var text = lines[index].hasPrefix("$ ") ? String(lines[index].dropFirst(2)) : "false"
    index += 1
    while text.hasSuffix("\\"), index < lines.count, lines[index].hasPrefix("> ") {
      text += "\n" + lines[index].dropFirst(2)
      index += 1
    }
    let start = index
    while index < lines.count, lines[index] != "```", !lines[index].hasPrefix("$ ") { index += 1 }
    return Command(
      line: first + 1, text: text, printed: lines[start..<index].joined(separator: "\n"),
      lines: start..<index)
  }

  /// What a run looks like on a page.
  static func shown(_ ran: Place.Ran) -> String {
    var text = ran.output
    if text.hasSuffix("\n") { text.removeLast() }
    guard ran.exit != 0 else { return text }
    return text.isEmpty ? "[exit \(ran.exit)]" : "\(text)\n[exit \(ran.exit)]"
  }

  /// The page with what its commands printed just now.
  func updated(_ shown: [String]) -> String {
    var lines = lines
    for (command, text) in zip(commands, shown).reversed() {
      lines.replaceSubrange(
        command.lines, with: text.isEmpty ? [] : text.components(separatedBy: "\n"))
    }
    return lines.joined(separator: "\n")
  }
}

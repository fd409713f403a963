import Foundation

/// The commands of the program with their options and arguments, as it describes them itself.
struct Grammar: Decodable {
  private let command: Node

  private struct Node: Decodable {
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Node]?
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    let kind: String
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let allValues: [String]?
  }

  /// One command that does something, with its words.
  private struct Leaf {
    let words: [String]
    let arguments: [Argument]
  }

  static let blues = Result {
    let said = try Command([Built.quickBlues, "--experimental-dump-help"], in: "/tmp").run()
    return try JSONDecoder().decode(Grammar.self, from: Data(said.output.utf8))
  }

  private var leaves: [Leaf] {
    var leaves: [Leaf] = []
    func walk(_ node: Node, _ words: [String]) {
      let below = (node.subcommands ?? []).filter { $0.commandName != "help" }
      if below.isEmpty { leaves.append(Leaf(words: words, arguments: node.arguments ?? [])) }
      for next in below { walk(next, words + [next.commandName]) }
    }
    walk(command, [])
    return leaves
  }

  /// So many command lines, drawn by lot.
  func lines(_ count: Int, _ random: inout SplitMix64) -> [[String]] {
    let leaves = leaves
    return (0..<count).map { _ in line(leaves[Int(random.next() % UInt64(leaves.count))], &random) }
  }

  private func line(_ leaf: Leaf, _ random: inout SplitMix64) -> [String] {
    var words = leaf.words
    func lot(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    // Rarely a word of the command itself is another.
    if lot(40) == 0, !words.isEmpty { words[lot(words.count)] = value(nil, lot) }
    for argument in leaf.arguments {
      let isAsked = argument.isOptional ? lot(6) == 0 : lot(20) != 0
      guard isAsked else { continue }
      for _ in 0...(argument.isRepeating ? lot(3) : 0) {
        if let names = argument.names, !names.isEmpty { words.append(names[lot(names.count)].text) }
        if argument.kind != "flag" { words.append(value(argument.allValues, lot)) }
      }
    }
    return words
  }

  private func value(_ known: [String]?, _ lot: (Int) -> Int) -> String {
    if let known, !known.isEmpty, lot(4) != 0 { return known[lot(known.count)] }
    let some = lot(3) == 0 ? Self.hostile : Self.fitting
    return some[lot(some.count)]
  }

  /// What means something in the rich project.
  private static let fitting = [
    "C3", "C7", "O1", "EX-001", "K1", "K2", "NP", "ZINNAE", "RP1", "RP2", "D1.1", "WP1", "WP5",
    "MS1",
    "2020-05-14", "2020-06-08", "M3", "1", "2", "12", "310", "310 EUR", "12.50", "50 %", "Host",
    "Visitor", "zoe7@example.org", "list.csv", "ticket.pdf", "travel-proof", "D.1", "PL", "CZK",
    "host",
    "person", "code=K1", "name=Zoë", "all=2020-06-01", "copy.db", "blues.db", "answer.csv",
    "folder",
    "Request",
  ]

  private static let hostile = [
    "", " ", "-", "--", "-1", "0", "99999999999999999999", "9223372036854775807",
    "-9223372036854775808", "92233720368547758.07 EUR", "1e999", "NaN", "0x10", "1,000.00", "'",
    "\"",
    "'; DROP TABLE contact; --", "\u{1B}[31m", "\u{202E}x", "a\nb", "a\tb", "\u{7F}", "e\u{301}",
    "🏳️‍🌈",
    "%s%n", "=1+1", "{\"a\":1}", "[", "*", "\\", "$HOME", "`id`", "../x", "nowhere/at-all", ".",
    "/dev/null", "/dev/full", "2020-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "29.2.2021",
    "M0", "M999999999", "EX-99999999999999999999", "C-1", "C0", "a=b=c", "=", "=x", ",,,", ":",
    String(repeating: "ż", count: 300), String(repeating: "9", count: 400),
    String(repeating: "x", count: 70_000), String(repeating: "(", count: 3000),
  ]
}

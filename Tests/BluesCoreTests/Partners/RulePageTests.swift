import Basics
import Foundation
import Testing

@testable import BluesCore

/// docs/reference/rules.md has every rule, and says of each what the code does.
@Suite struct `The page of rules` {
  private static func rows() throws -> [[String]] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/reference/rules.md")
    return try String(decoding: Data(contentsOf: page), as: UTF8.self)
      .split(separator: "\n").filter { $0.hasPrefix("| `") }
      .map { $0.dropFirst().split(separator: "|").map { String($0).trimmed } }
  }

  @Test func `every rule of contacts stands there as the code has it`() throws {
    let wanted = ContactRule.allCases.map { rule in
      let accept = rule.severity == .warning ? "" : rule.canBeAccepted ? "yes" : "no"
      return ["`\(rule.rawValue)`", rule.severity.rawValue, accept]
    }
    #expect(try Self.rows().map { Array($0.prefix(3)) } == wanted)
  }

  @Test func `every rule has its meaning and what to do`() throws {
    for row in try Self.rows() {
      #expect(row.count == 5)
      #expect(!row.suffix(2).contains(""), "\(row)")
    }
  }
}

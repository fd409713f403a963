import Foundation
import Testing

@testable import BluesCore

/// What hledger, a program of others, makes of a journal of ours.
enum Hledger {
  private static let path = "/usr/bin/hledger"

  /// Whether it is installed; `make test` installs it.
  static let isThere = FileManager.default.isExecutableFile(atPath: path)

  /// The balances of the accounts below `costs` down to a depth, in cents.
  static func costs(_ journal: String, depth: Int, in period: String? = nil) throws -> [String:
    Int64]
  {
    let query = period.map { ["tag:period=^\($0)"] } ?? []
    let rows = try run(
      ["balance", "costs"] + query + ["--flat", "-N", "--depth", "\(depth)", "-O", "csv"], journal)
    return try rows.dropFirst().reduce(into: [:]) { sums, row in
      sums[row[0]] = try Money(row[1]).cents
    }
  }

  /// The budget of the accounts that have one, in cents.
  static func budget(_ journal: String) throws -> [String: Int64] {
    let rows = try run(
      [
        "balance", "costs", "--budget", "--flat", "-N", "-O", "csv", "-b", "2020-02-01", "-e",
        "2022-02-01",
      ], journal)
    return try rows.dropFirst().reduce(into: [:]) { sums, row in
      if let text = row.last, !text.isEmpty { sums[row[0]] = try Money(text).cents }
    }
  }

  /// Runs it on a journal, and reads its CSV, in which every cell is in quotes.
  private static func run(_ arguments: [String], _ journal: String) throws -> [[String]] {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "blues-\(UUID().uuidString).journal")
    try Data(journal.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-f", file.path] + arguments
    process.environment = ["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.split(separator: "\n").map { line in
      line.dropFirst().dropLast().split(separator: "\",\"", omittingEmptySubsequences: false)
        .map(String.init)
    }
  }
}

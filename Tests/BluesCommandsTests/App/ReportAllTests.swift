import ArgumentParser
import BluesCore
import Testing

@testable import BluesCommands

@Suite struct `All reports of a period` {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    #expect(Launch.run(["init", "--db", folder("p.db"), "-o", folder("init.txt")]) == 0)
  }

  /// The names of the reports that are due for a period.
  private func stems(_ period: String) throws -> [String] {
    let store = try StoreOptions.parse(["--db", folder("p.db")]).toRead(for: StandardOutput())
    return try ReportSet(store: store, period: period, partners: ["NP", "AV"]).jobs().map(\.stem)
  }

  @Test func `what is not due is not among them`() throws {
    let first = [
      "status", "partner-NP", "partner-AV", "exchanges", "financial-NP", "financial-AV", "summary",
      "budget", "effort", "payments", "technical",
    ]
    #expect(try stems("RP1") == first)
    #expect(try stems("RP2") == first + ["final"])
    let left = ["partner", "set", "AV", "--left-on", "2021-01-31", "--db", folder("p.db")]
    #expect(Launch.run(left + ["-o", folder("set.txt")]) == 0)
    #expect(try stems("RP2") == first + ["final", "leaving-AV"])
  }

  @Test func `an unknown period is refused before a folder is made`() {
    let words = ["report", "all", "--period", "RP9", "--db", folder("p.db")]
    #expect(Launch.run(words + ["-o", folder("all")]) == 4)
    #expect(!folder.names.contains { $0.hasPrefix("all") })
  }
}

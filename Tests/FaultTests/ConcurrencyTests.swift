import Foundation
import Testing

/// Commands of several people on one project at the same time.
@Suite struct `Commands at the same time` {
  @Test func `two processes write 60 times each and both succeed`() throws {
    let shop = try Workshop(["blues.db": Stock.fresh()])
    for round in 0..<60 {
      let writers = [
        deliverable(round, shop),
        shop.command([
          "partner", "contact", "add", "--name", "Zoë \(round)", "--country", "PL",
        ]),
      ]
      try expectSuccess(of: writers, "\(round)")
    }
    let state = try Inspection.of(shop.project)
    #expect(state == Inspection(contacts: 60, searched: 60, steps: 121, submitted: 30))
  }

  @Test func `readers are answered while others write`() throws {
    let shop = try Workshop(["blues.db": Stock.fresh()])
    for round in 0..<15 {
      try expectSuccess(
        of: [
          shop.command(["workpackage", "list"]),
          deliverable(round, shop),
          shop.command(["partner", "contact", "search", "zoe"]),
          shop.command(["report", "status"]),
        ], "\(round)")
    }
  }

  @Test func `a reader is answered during a long import`() throws {
    let shop = try Workshop(["blues.db": Stock.fresh(), "list.csv": Stock.list(rows: 2000)])
    let importing = try shop.command(["partner", "contact", "import", "list.csv"]).start()
    for _ in 0..<5 {
      let ending = try shop.command(["partner", "contact", "search", "zoe"]).run()
      #expect(ending.code == 0 && ending.complaint == "")
    }
    #expect(importing.end().code == 0)
  }

  @Test func `eight processes at once write 15 times each`() throws {
    let shop = try Workshop(["blues.db": Stock.fresh()])
    for round in 0..<15 {
      let writers = (0..<8).map { number in
        shop.command(["partner", "contact", "add", "--name", "Ana \(round) \(number)"])
      }
      try expectSuccess(of: writers, "\(round)")
    }
    let state = try Inspection.of(shop.project)
    #expect(state == Inspection(contacts: 120, searched: 120, steps: 121))
  }

  @Test func `only one of eight processes starts the project`() throws {
    let shop = try Workshop()
    let running = try (0..<8).map { _ in try shop.command(["init"]).start() }
    let codes = running.map { $0.end().code }.sorted()
    #expect(codes == [0, 5, 5, 5, 5, 5, 5, 5])
    #expect(try Inspection.of(shop.project) == Inspection(steps: 1))
    #expect(try shop.strays() == [])
  }

  private func deliverable(_ round: Int, _ shop: Workshop) -> Command {
    let code = "D1.\(round / 2 + 1)"
    return shop.command(
      round % 2 == 0
        ? ["workpackage", "deliverable", "add", code, "Handbook", "--due", "M3"]
        : ["workpackage", "deliverable", "submit", code, "--because", "Travel bans"])
  }

  private func expectSuccess(of commands: [Command], _ round: String) throws {
    for running in try commands.map({ try $0.start() }) {
      let ending = running.end()
      #expect(ending.code == 0, "\(round): \(ending.complaint)")
      #expect(ending.complaint == "", "\(round)")
    }
  }
}

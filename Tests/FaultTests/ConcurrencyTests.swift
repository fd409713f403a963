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

  @Test func `a reader is answered during a long import`() throws {
    let shop = try Workshop(["blues.db": Stock.fresh(), "list.csv": Stock.list(rows: 2000)])
    let importing = try shop.command(["partner", "contact", "import", "list.csv"]).start()
    for _ in 0..<5 {
      let ending = try shop.command(["partner", "contact", "search", "zoe"]).run()
      #expect(ending.code == 0 && ending.complaint == "")
    }
    #expect(importing.end().code == 0)
  }

  @Test func `eight write and four read, and nothing is lost`() throws {
    let shop = try Workshop(["blues.db": Stock.fresh()])
    let turns = Proof.count(10, full: 1000)
    // Every tenth command of a writer takes back what anybody did last.
    let writing = """
      case $turn in *9) set -- undo;; *) set -- partner contact add --name "Ana $who $turn";; esac
      """
    let reading = """
      case $turn in
        *[05]) set -- partner contact list --at 2020-06-01;;
        *[16]) set -- history;;
        *[27]) set -- report status;;
        *) set -- partner contact search ana;;
      esac
      """
    let running = try (0..<8).map { try loop(writing, "\($0)", turns, in: shop).start() }
    let readers = try (0..<4).map { try loop(reading, "\($0)", turns, in: shop).start() }
    for one in running + readers { #expect(one.end() == .init(code: 0, output: "", complaint: "")) }
    let undone = 8 * (turns / 10)
    let added = 8 * turns - undone
    #expect(
      try Inspection.of(shop.project)
        == Inspection(
          contacts: added - undone, searched: added - undone, steps: 1 + added + undone))
    #expect(try shop.strays() == [])
    Proof.tell("12 processes with \(turns) commands each: \(added) added, \(undone) taken back")
  }

  /// A process that runs commands one after another and ends at the first that fails or warns.
  private func loop(
    _ choice: String, _ who: String, _ turns: Int, in shop: Workshop
  ) -> Command {
    Command(
      [
        "/bin/sh", "-c",
        """
        who=$1 turns=$2 turn=0
        while [ $turn -lt $turns ]; do
          \(choice)
          said=$("$0" "$@" 2>&1 >/dev/null) && [ -z "$said" ] || { echo "$turn: $said"; exit 1; }
          turn=$((turn + 1))
        done
        """, Built.blues, who, "\(turns)",
      ], in: shop.folder)
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

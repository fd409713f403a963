import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// What a reader and an undo make of project files that were spoilt in many ways.
///
/// They run in this process: a crash or a trap ends the run, and the file stays under /tmp.
@Suite struct `A damaged project` {
  @Test(arguments: Damage.allCases)
  func `is answered or refused, and never changed by a reader`(_ damage: Damage) throws {
    let whole = try Stock.rich()
    let right = try told(by: Workshop(["blues.db": whole]))
    #expect(right.problem == nil)
    var random = SplitMix64(state: UInt64(damage.rawValue) + 1)
    var tally = Tally()
    for number in 0..<Proof.count(8, full: 2000) {
      let bytes = try damage.of(whole, &random)
      let shop = try Workshop(["blues.db": bytes])
      let point = "\(damage) \(number)"
      let start = Self.processorTime()
      let answer = try told(by: shop, withTexts: number % 4 == 0)
      #expect(try shop.read("blues.db") == bytes && shop.names() == ["blues.db"], "\(point)")
      let undo = try undone(shop)
      for problem in [answer.problem, undo] where problem != nil {
        #expect(problem?.kind != .failed, "\(point): \(problem?.message ?? "")")
      }
      #expect(Self.processorTime() - start < 5, "\(point)")
      tally.count(answer, right)
      if answer.problem == nil, answer.sums != right.sums, try isSound(bytes) {
        tally.unseen.append("\(point): \(answer.sums)")
      }
      if number % 40 == 0 { try expectSentences(bytes, point) }
    }
    Proof.tell("\(damage): \(tally)")
    #expect(tally.unseen == [])
  }

  /// What a command that reads tells of a file, or why it does not.
  private struct Told {
    var sums = ""
    var problem: (any Problem)?
  }

  private struct Tally: CustomStringConvertible {
    var refused = 0
    var same = 0
    /// Told without a problem, and not as the whole file has it.
    var otherSums = 0
    /// Other sums of which the check says nothing either.
    var unseen: [String] = []

    mutating func count(_ told: Told, _ right: Told) {
      if told.problem != nil {
        refused += 1
      } else if told.sums != right.sums {
        otherSums += 1
      } else {
        same += 1
      }
    }

    var description: String {
      "\(refused) refused, \(same) told with the same sums, "
        + "\(otherSums) with other sums, \(unseen.count) of these unseen by the check"
    }
  }

  private func told(by shop: Workshop, withTexts: Bool = true) throws -> Told {
    var told = Told()
    told.problem = try caught {
      let store = try Store.openToRead(at: shop.project, invocation: Inspection.invocation)
      defer { try? store.queue.close() }
      told.sums = try Self.sums(store)
      if withTexts { try Self.askForTexts(store) }
    }
    return told
  }

  /// What is added up: amounts and how many there are of what.
  private static func sums(_ store: Store) throws -> String {
    let ledger = try store.statements.ledger(withUnrated: true)
    let figures = try StatusFigures.fetch(
      store, changedFrom: Inspection.invocation.today, upTo: Inspection.invocation.today)
    return """
      \(ledger.lines.map { "\($0.partner) \($0.category) \($0.charged) \($0.amount) \($0.euro)" })
      \(figures.entities) \(figures.exchangesByState.values.sorted())
      \(try store.contacts.all().count) \(try store.history.steps().count)
      """
  }

  /// Asks for reports and lists, whose words may be any.
  private static func askForTexts(_ store: Store) throws {
    _ = try store.statusReport.content([:])
    _ = try store.exchangeReport.content([:])
    _ = try store.budgetReport.content([:])
    _ = try store.contacts.search("zoe")
  }

  private func undone(_ shop: Workshop) throws -> (any Problem)? {
    try caught {
      let store = try Store.openToWrite(at: shop.project, invocation: Inspection.invocation)
      defer { try? store.queue.close() }
      _ = try store.history.undo()
    }
  }

  /// Whether the check of a project has nothing to say of a file.
  private func isSound(_ bytes: Data) throws -> Bool {
    let shop = try Workshop(["blues.db": bytes])
    var faults: [IntegrityFault] = []
    let problem = try caught {
      let store = try Store.openToRead(at: shop.project, invocation: Inspection.invocation)
      defer { try? store.queue.close() }
      faults = try store.integrity.faults()
    }
    return problem == nil && faults.isEmpty
  }

  /// The problem that a body throws; anything else is thrown on.
  private func caught(_ body: () throws -> Void) throws -> (any Problem)? {
    do {
      try body()
      return nil
    } catch let problem as any Problem { return problem }
  }

  private func expectSentences(_ bytes: Data, _ point: String) throws {
    for words in [["report", "status"], ["check"], ["undo"]] {
      let shop = try Workshop(["blues.db": bytes])
      let ending = try shop.command(words).run()
      #expect(ending.code < 128 && ending.code != 70 && ending.code != 1, "\(point): \(ending)")
      // A check tells of faults in its answer.
      let isTold = ending.complaint.contains("blues: ") || ending.complaint.hasSuffix(" found.\n")
      #expect([0, 6].contains(ending.code) || isTold, "\(point): \(ending)")
    }
  }

  /// Seconds that this thread has computed, which does not depend on what else runs.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

import Foundation
import Testing

/// Command lines by lot, with values that nobody means.
@Suite struct `A command line by lot` {
  static let lots = 4

  @Test(arguments: 0..<lots)
  func `is done or refused with a sentence, and leaves a sound project`(_ lot: Int) throws {
    var random = SplitMix64(state: UInt64(lot) + 101)
    let grammar = try Grammar.blues.get()
    let count = Proof.count(12, full: 20_000 / Self.lots)
    var codes: [Int32: Int] = [:]
    for start in stride(from: 0, to: count, by: 12) {
      let files = [
        "in/blues.db": try Stock.rich(), "in/list.csv": Stock.list(rows: 3),
        "in/ticket.pdf": Stock.paper,
      ]
      let shop = try Workshop(files)
      mkdir(shop.path("in/folder"), 0o700)
      for words in grammar.lines(min(12, count - start), &random) {
        let ending = try Command(
          ["/usr/bin/timeout", "200", "/usr/bin/prlimit", "--cpu=20", Built.quickBlues] + words,
          in: shop.path("in"),
          // Without the programs that make PDF and Word documents.
          with: ["PATH": "/nowhere"]
        ).run()
        codes[ending.code, default: 0] += 1
        let shown = words.map { $0.count > 200 ? "\($0.prefix(20))…" : $0 }
        #expect(
          ending.code < 124 && ending.code != 70 && ending.code != 1, "\(shown): \(ending)")
        if ending.code > 6 { #expect(ending.complaint.contains("blues: "), "\(shown): \(ending)") }
      }
      guard try shop.files().contains("in/blues.db") else { continue }
      try expectSound(shop)
    }
    Proof.tell("\(count) command lines: \(codes.sorted { $0.key < $1.key })")
  }

  private func expectSound(_ shop: Workshop) throws {
    let ending = try Command([Built.blues, "check"], in: shop.path("in")).run()
    #expect(ending.code == 0, "\(ending)")
  }
}

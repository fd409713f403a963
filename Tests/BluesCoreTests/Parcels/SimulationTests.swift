import Foundation
import Testing

@testable import BluesCore

/// Random lives of five copies over 24 months: edits of several tables, crossed; parcels that are lost,
/// doubled, late, in any order and forged; reviews that decide at random; backups that are put back;
/// clocks that are wrong; then a last exchange.
@Suite struct `Copies of one project` {
  /// How many lives are tried; `BLUES_PROVE` tries ten thousand.
  static var seeds: Range<Int> {
    0..<(ProcessInfo.processInfo.environment["BLUES_PROVE"] == nil ? 4 : 10_000)
  }

  @Test(arguments: seeds)
  func `lose no row, take none twice, change nothing unseen, show every conflict, leak no secret`(
    seed: Int
  ) throws {
    let life = try SharedLife(seed: seed)
    for _ in 0..<24 { try life.month() }
    try life.finish()
    #expect(life.faults == [], "seed \(seed)")
  }

  @Test func `secrets are found where they are`() throws {
    let bytes = Data("x\(LifeTable.secret)NP-1 \(LifeTable.secret)AV-iban".utf8)
    #expect(SharedLife.secrets(bytes) == ["NP", "AV"])
    #expect(SharedLife.secrets(Data("QZ X-NP".utf8)) == [])
  }
}

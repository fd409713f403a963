internal import Basics
package import Documents

/// Lines of a statement that are drawn for an internal check; the same seed draws the same ones.
///
/// The place of a line in the draw is the SHA-256 of the seed and the line, so that it depends on no other
/// line. By amount, every euro has the same chance: points at equal distances, the first by the seed, are
/// laid through the lines in the order of the draw, as in monetary-unit sampling.
package struct CostSample: Sendable {
  /// A drawn line, with its place in the draw.
  package struct Drawn: Sendable, Equatable {
    package let number: Int
    package let line: LedgerLine

    package static let fields: [Field<Drawn>] = [
      Field("number", "Draw", "Its place in the draw.", kind: .number, rank: .key) {
        .integer($0.number)
      },
      Field("source", "Source", "The cost, exchange, or person and month.", rank: .key) {
        .text($0.line.source)
      },
      Field("category", "Category", "The category of costs.", kind: .form("cost category")) {
        .text($0.line.category)
      },
      Field("work_package", "WP", "The work package.", kind: .form("work package")) {
        .text(orEmpty: $0.line.workPackage.map { "WP\($0)" })
      },
      Field("day", "Day", "The day it was incurred.", kind: .day) { .day($0.line.day) },
      Field("description", "Description", "What was paid for.", rank: .main) {
        .text($0.line.description)
      },
      Field("party", "Party", "The supplier, visitor or person.") { .text(orEmpty: $0.line.party) },
      Field("amount", "Amount", "What is declared.", kind: .amount) { .amount($0.line.euro) },
    ]
  }

  /// The lines in the order of the draw.
  private let order: [LedgerLine]
  private let seed: Int

  package init(_ lines: [LedgerLine], seed: Int) {
    self.seed = seed
    let keyed = lines.map { (line: $0, key: Self.digest("\(seed)|\(Self.name(of: $0))")) }
    order = keyed.sorted { ($0.key, $0.line.euro.cents) < ($1.key, $1.line.euro.cents) }
      .map(\.line)
  }

  /// So many lines, each with the same chance.
  package func lines(_ count: Int) -> [Drawn] { Self.numbered(Array(order.prefix(max(0, count)))) }

  /// Lines that so many points hit; a line that several hit is drawn once, credit notes never.
  package func byAmount(_ count: Int) -> [Drawn] {
    let lines = order.filter { $0.euro.cents > 0 }
    let total = lines.reduce(Int128(0)) { $0 + Int128($1.euro.cents) }
    guard total > 0, count > 0 else { return [] }
    let start = Int128(Self.number(Self.digest("\(seed)"))) % total
    let points = (0..<count).map { (start + Int128($0) * total) / Int128(count) }
    var (drawn, next, sum) = ([LedgerLine](), 0, Int128(0))
    for line in lines {
      sum += Int128(line.euro.cents)
      let first = next
      while next < points.count, points[next] < sum { next += 1 }
      if next > first { drawn.append(line) }
    }
    return Self.numbered(drawn)
  }

  private static func numbered(_ lines: [LedgerLine]) -> [Drawn] {
    lines.enumerated().map { Drawn(number: $0.offset + 1, line: $0.element) }
  }

  private static func name(of line: LedgerLine) -> String {
    [
      line.partner, line.source, line.category, line.workPackage.map(String.init) ?? "",
      line.incurred, line.arithmetic,
    ].joined(separator: "|")
  }

  private static func digest(_ text: String) -> String {
    FileDigest(of: Array(text.utf8)).sha256
  }

  /// The first sixty bits of a digest.
  private static func number(_ digest: String) -> Int { Int(digest.prefix(15), radix: 16) ?? 0 }
}

extension CostEvidence {
  /// The lines of a statement as a draw takes them.
  ///
  /// - Throws: `EvidenceProblem.noCosts` for a statement without lines.
  package func sample(
    of partner: String, in period: String, seed: Int
  ) throws -> (sample: CostSample, statement: FinancialStatement) {
    let ledger = try store.statements.ledger()
    let entry = try ledger.periods.named(period)
    let code = try store.partners.one(PartnerCode(partner)).code.description
    let statement = ledger.statement(of: code, in: entry.name)
    guard !statement.lines.isEmpty else { throw EvidenceProblem.noCosts(code, entry.name) }
    return (CostSample(statement.lines, seed: seed), statement)
  }
}

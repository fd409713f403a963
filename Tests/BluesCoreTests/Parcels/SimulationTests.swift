import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// Random lives of three copies: edits, parcels that are lost, doubled, late and in any order, and
/// reviews that decide at random; then a last exchange.
@Suite struct `Copies of one project` {
  /// How many lives are tried; `BLUES_PROVE` tries many.
  static var seeds: Range<Int> {
    0..<(ProcessInfo.processInfo.environment["BLUES_PROVE"] == nil ? 6 : 2_000)
  }

  @Test(arguments: seeds)
  func `lose no row, take none twice, and are equal after the last exchange`(seed: Int) throws {
    var life = try Life(seed: seed)
    for _ in 0..<25 { try life.step() }
    try life.finish()
    let coordinator = try life.costs("bnpt")
    for partner in ["NP", "AV"] {
      let own = try life.costs(partner.lowercased())
      let here = coordinator.filter { $0.partner == partner }
      #expect(own.map(\.text).sorted() == here.map(\.text).sorted(), "seed \(seed), \(partner)")
    }
    #expect(Set(coordinator.map(\.code)).count == coordinator.count)
    #expect(life.silent == [], "seed \(seed)")
  }
}

/// One life.
private struct Life {
  let shared: SharedProject
  private var random: SplitMix64
  private var mail: [(path: String, to: String)] = []
  private var number = 0
  /// Changes of a copy that no apply made and no person.
  private(set) var silent: [String] = []

  init(seed: Int) throws {
    shared = try SharedProject()
    try shared.join("AV")
    random = SplitMix64(seed: seed)
  }

  struct Cost {
    let code: String
    let partner: String
    let text: String
  }

  func costs(_ copy: String) throws -> [Cost] {
    try shared.open(copy).costs.all().map {
      Cost(
        code: $0.code.description, partner: $0.partner,
        text: "\($0.code) \($0.description) \($0.amount ?? 0) \($0.note ?? "")")
    }
  }

  mutating func step() throws {
    let copy = ["bnpt", "np", "av"].randomElement(using: &random) ?? "np"
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: try edit(copy)
    case 4..<6:
      let to = copy == "bnpt" ? (Bool.random(using: &random) ? "NP" : "AV") : "coordinator"
      let path = try shared.send(copy, to: to)
      let goal = to == "coordinator" ? "bnpt" : to.lowercased()
      // Lost, once, or twice.
      for _ in 0..<Int.random(in: 0...2, using: &random) { mail.append((path, goal)) }
    case 6..<8: try deliver()
    default: try apply(copy)
    }
  }

  private mutating func edit(_ copy: String) throws {
    let store = try shared.open(copy)
    let known = try store.costs.all()
    let partner = copy == "bnpt" ? "NP" : copy.uppercased()
    switch (Int.random(in: 0..<4, using: &random), known.randomElement(using: &random)) {
    case (0, let cost?) where known.count > 2: try store.costs.remove(cost.code)
    case (1, let cost?):
      _ = try store.costs.set(cost.code, ["note": "note \(Int.random(in: 0..<5, using: &random))"])
    case (2, let cost?):
      _ = try store.costs.set(
        cost.code, ["amount": "\(Int.random(in: 1...9, using: &random)).00"])
    default:
      number += 1
      let first = ["bnpt": 0, "np": 3_000_000, "av": 5_000_000][copy] ?? 0
      _ = try store.costs.add(
        .init("K\(first + 100 + number)"), SharedProject.cost("cost \(number)", 100, of: partner))
    }
  }

  private mutating func deliver() throws {
    guard !mail.isEmpty else { return }
    let (path, copy) = mail.remove(at: Int.random(in: 0..<mail.count, using: &random))
    let before = try costs(copy).map(\.text)
    try shared.receive(path, in: copy)
    if try costs(copy).map(\.text) != before { silent.append("received \(path)") }
  }

  private mutating func apply(_ copy: String) throws {
    for partner in try waiting(copy) {
      let review = try shared.review(in: copy, from: partner)
      for row in review.rows where row.standing == .conflict && Bool.random(using: &random) {
        _ = try shared.open(copy).parcelReviews.decide(
          Bool.random(using: &random) ? .take : .refuse, on: row.row, from: partner,
          because: "At random")
      }
      try shared.apply(in: copy, from: partner)
    }
  }

  private func waiting(_ copy: String) throws -> [String] {
    let lines = try shared.open(copy).shareStatus.status().parcels
    return Set(
      lines.filter { [.waiting, .partly].contains($0.state) }.map(\.partner)
    ).sorted()
  }

  /// Everybody sends what is there now, and all is taken.
  mutating func finish() throws {
    mail = []
    for _ in 0..<2 {
      for partner in ["NP", "AV"] {
        try takeAll(shared.send(partner.lowercased()), from: partner, in: "bnpt")
        try takeAll(shared.send("bnpt", to: partner), from: "BNPT", in: partner.lowercased())
      }
    }
  }

  private mutating func takeAll(_ path: String, from partner: String, in copy: String) throws {
    try shared.receive(path, in: copy)
    for row in try shared.review(in: copy, from: partner).rows
    where [.conflict, .refused, .parked].contains(row.standing) {
      _ = try shared.open(copy).parcelReviews.decide(
        .take, on: row.row, from: partner, because: "The last exchange")
    }
    try shared.apply(in: copy, from: partner)
  }
}

import Basics
import GRDB
import Testing

@testable import BluesCore

/// Sequences of commands, as a person in a hurry may type them; `make prove` runs ten thousand.
@Suite struct `Commands of the workflow at random` {
  static let today = "2021-03-31"
  static let sequences = Trials.isFull ? 10_000 : 60
  static let lots = Trials.count(20)

  /// An exchange of each mode in each state, laid out once.
  static let patterns = Result {
    let store = try Store.blues(on: today)
    for (name, country, partner) in [("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE")] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    return try [Exchange.Mode.physical, .virtual].flatMap { mode in
      let begun = try store.copyInMemory()
      _ = try begun.exchanges.propose(
        host: "Plasma", visitor: "Aqua", from: .of("2021-03-08"), to: .of("2021-03-12"),
        mode: mode, on: .of("2021-03-01"))
      return try mode.way.map { state in
        try begun.exchanges.bring(.init("EX-001"), to: state, on: .of("2021-03-01"))
        return try begun.copyInMemory()
      }
    }
  }

  @Test(arguments: 0..<lots)
  func `no state without its papers, days in order, undo and redo are exact`(lot: Int) throws {
    var random = SplitMix64(seed: lot)
    let patterns = try Self.patterns.get()
    var tally = Tally()
    var done = 0
    // The laws hold for every picture of the project that is new; one that comes by again is only
    // compared.
    while done < Self.sequences / Self.lots {
      // A copy serves many sequences, since each is taken back to its beginning.
      let store = try random.pick(patterns).copyInMemory()
      for _ in 0..<10 where done < Self.sequences / Self.lots {
        done += 1
        var sequence = try Sequence(store)
        for _ in 0..<sequence.length { try sequence.act(&random, &tally) }
        guard try sequence.end(&random, &tally) else { break }
      }
    }
    #expect(tally.taken > done && tally.refused > done / 2 && tally.undone > done)
  }

  /// How often what happened.
  struct Tally {
    var taken = 0
    var refused = 0
    var undone = 0
  }

  /// One sequence with the pictures of the project that undo and redo have to bring back.
  struct Sequence {
    let store: Store
    let code: ExchangeCode
    var pictures: [String]
    var here = 0
    let length = 8

    init(_ store: Store) throws {
      self.store = store
      code = try ExchangeCode("EX-001")
      pictures = [try store.read { try StepLaws.picture($0) }]
    }

    mutating func act(_ random: inout SplitMix64, _ tally: inout Tally) throws {
      let choice = random.upTo(12)
      if choice == 0, here > 0 {
        _ = try store.history.undo()
        here -= 1
        tally.undone += 1
        return try look(at: here)
      }
      if choice == 1, here + 1 < pictures.count {
        _ = try store.history.redo()
        here += 1
        return try look(at: here)
      }
      do {
        try RandomCommand.run(store, code, &random)
        tally.taken += 1
      } catch is any Problem {
        tally.refused += 1
        return try look(at: here)
      }
      let picture = try store.read { try StepLaws.picture($0) }
      guard picture != pictures[here] else { return }
      pictures = pictures[...here] + [picture]
      here += 1
      try laws()
    }

    /// Takes all back, and now and then a single change in the middle first.
    ///
    /// - Returns: Whether the project is where it was.
    mutating func end(_ random: inout SplitMix64, _ tally: inout Tally) throws -> Bool {
      if here > 1, random.upTo(4) == 0 {
        let steps = try store.history.steps(limit: 2 * pictures.count + 8)
          .filter { $0.kind == .change && !$0.isUndone }
        let step = steps[1 + random.upTo(here - 1)]
        do {
          _ = try store.history.undo(step.id)
          try laws()
          return false
        } catch HistoryProblem.entangled {
          try look(at: here)
        } catch HistoryProblem.nothingUndone {
          try look(at: here)
        }
      }
      while here > 0 {
        _ = try store.history.undo()
        here -= 1
        tally.undone += 1
        try look(at: here)
      }
      return true
    }

    private func look(at index: Int) throws {
      let picture = try store.read { try StepLaws.picture($0) }
      #expect(picture == pictures[index])
    }

    private func laws() throws {
      let breaches = try store.read { try StepLaws.breaches($0, today: today) }
      #expect(breaches == [])
    }
  }
}

/// A command with an exchange as somebody may type it: mostly sensible, now and then not.
enum RandomCommand {
  static func run(
    _ store: Store, _ code: ExchangeCode, _ random: inout SplitMix64
  ) throws {
    let exchange = try store.exchanges.one(code).exchange
    switch random.upTo(20) {
    case 0..<8: try step(store, exchange, &random)
    case 8..<13: try add(store, exchange, &random)
    case 13..<15:
      let kind = random.pick(["quality-commitment", "financial-agreement"])
      _ = try store.papers.sign(
        code, .named(kind), random.pick(PaperParty.allCases), on: day(&random))
    case 15..<18:
      let papers = try store.papers.all(code)
      _ = try store.papers.remove(code, papers.isEmpty ? 1 : random.pick(papers).number)
    default: try set(store, exchange, &random)
    }
  }

  private static func step(
    _ store: Store, _ exchange: Exchange, _ random: inout SplitMix64
  ) throws {
    let state = random.upTo(4) > 0 ? exchange.next : random.pick(Exchange.State.allCases)
    guard let state, state != .draft else { return }
    let amount = random.upTo(8) > 0 ? Int64(40_000) : 90_000
    try store.exchanges.take(
      .init(
        state, on: day(&random), because: state.isExit ? "Illness" : nil,
        amount: Money(cents: amount), reference: "T-1"),
      exchange.code)
  }

  private static func add(
    _ store: Store, _ exchange: Exchange, _ random: inout SplitMix64
  ) throws {
    let wanted = exchange.next.map { PaperKind.all.required(for: $0, exchange.mode) } ?? []
    let kind = wanted.isEmpty || random.upTo(4) == 0 ? random.pick(PaperKind.all) : wanted[0]
    var draft = Papers.Draft(kind: kind)
    draft.note = "In the cabinet"
    let parties = random.upTo(3) > 0 ? kind.signatures : Array(kind.signatures.dropLast())
    let on = try day(&random)
    draft.signatures = parties.map { ($0, on) }
    _ = try store.papers.add(exchange.code, draft)
  }

  private static func set(
    _ store: Store, _ exchange: Exchange, _ random: inout SplitMix64
  ) throws {
    var setting = Exchanges.Setting()
    switch random.upTo(4) {
    case 0: setting.mode = random.pick(Exchange.Mode.allCases)
    case 1: setting.lastDay = try .of(random.pick(["2021-03-11", "2021-03-12", "2021-03-19"]))
    case 2: setting.goals = random.pick(["Membranes", "Plasma", ""])
    default: setting.distance = random.upTo(3000)
    }
    _ = try store.exchanges.set(exchange.code, setting)
  }

  /// Mostly late enough for the next step.
  private static func day(_ random: inout SplitMix64) throws -> Day {
    try .of(random.pick(["2021-03-01", "2021-03-12", "2021-03-31", "2021-03-31", "2021-03-31"]))
  }
}

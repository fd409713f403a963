internal import Basics
internal import GRDB

/// Person-months by the reporting period that declares them.
///
/// Those of a locked period are what its statement declared. What is recorded, changed or removed
/// later is of the next open period, as its cost is; where none follows, no period has it.
struct CountedEffort {
  /// The work of a person in a work package and a month, or what a later period adds to it.
  struct Line {
    let partner: String
    let person: String
    let workPackage: Int
    /// The first day of the month, or of that reporting period of two in the month.
    let first: Day
    /// The number of the period; nil where none holds its days.
    var period: Int?
    var months = Fraction.zero
    /// What it costs, by currency, in cents.
    var costs: [Currency: Int64] = [:]
    /// Of the person-months those that have a rate of pay.
    var paid = Fraction.zero

    fileprivate var key: Key {
      Key(partner: partner, person: person, workPackage: workPackage, first: first)
    }

    fileprivate var isNothing: Bool {
      months == .zero && paid == .zero && costs.values.allSatisfy { $0 == 0 }
    }

    fileprivate mutating func add(_ other: Line, times sign: Int64 = 1) {
      let factor = Fraction(Int128(sign))
      months = months + other.months * factor
      paid = paid + other.paid * factor
      for (currency, cents) in other.costs { costs[currency, default: 0] += cents * sign }
    }
  }

  /// What makes the work before and after a lock the same.
  fileprivate struct Key: Hashable {
    let partner: String
    let person: String
    let workPackage: Int
    let first: Day
  }

  private(set) var lines: [Line] = []
  /// The work of locked periods that is no longer what they declared.
  private(set) var changed: [Line] = []

  /// Reads all of the action; who is declared full time has the whole months that ended by a day.
  init(_ db: Database, on today: Day) throws {
    let periods = try ReportingPeriods.of(db)
    var now: [Key: Line] = [:]
    var order: [Key] = []
    func note(_ line: Line, times sign: Int64) {
      if now[line.key] == nil {
        order.append(line.key)
        var empty = line
        (empty.months, empty.costs, empty.paid) = (.zero, [:], .zero)
        now[line.key] = empty
      }
      now[line.key]?.add(line, times: sign)
    }
    for line in try EffortLines(db, on: today).lines { note(Line(line), times: 1) }
    // Without categories of costs no lock declares work.
    let isDeclared = try periods.hasLocks && Programme.of(db).costCategories != nil
    if isDeclared {
      let numbers = Dictionary(
        periods.all.map { ($0.name, $0.period.number) }, uniquingKeysWith: { first, _ in first })
      for line in try DeclaredLines.all(db) {
        guard let line = Line(line, period: numbers[line.charged]) else { continue }
        lines.append(line)
        note(line, times: -1)
      }
    }
    for key in order {
      guard var line = now[key], !line.isNothing else { continue }
      let own = periods.all.first { $0.days.contains(key.first) }
      line.period = own?.period.number
      if isDeclared, let own, own.state != .open {
        changed.append(line)
        guard let next = periods.charged(nil, on: key.first), next.state == .open else { continue }
        line.period = next.period.number
      }
      lines.append(line)
    }
  }

  /// What a period declares.
  func lines(in period: Period) -> [Line] { lines.filter { $0.period == period.number } }

  /// What the periods up to one declare; without one, what is known of the days up to one.
  func lines(upTo period: Period?, day: Day) -> [Line] {
    lines.filter { line in
      guard let period else { return line.first <= day }
      return line.period.map { $0 <= period.number } ?? (line.first <= day)
    }
  }
}

extension CountedEffort.Line {
  fileprivate init(_ line: EffortLine) {
    self.init(
      partner: line.partner.text, person: line.person, workPackage: line.workPackage.number,
      first: line.first, months: line.personMonths)
    guard let cost = line.line?.amount else { return }
    costs = [cost.currency: cost.cents]
    paid = line.personMonths
  }

  /// Nil for a line that is no work.
  fileprivate init?(_ line: LedgerLine, period: Int?) {
    guard let months = line.personMonths, let package = line.workPackage, let person = line.party
    else { return nil }
    self.init(
      partner: line.partner, person: person, workPackage: package, first: line.day,
      period: period, months: months, costs: [line.amount.currency: line.amount.cents],
      paid: months)
  }
}

internal import Basics

/// What differs between two states of the plan.
package struct PlanComparison: Sendable, Equatable {
  /// What became of a record, or of one thing that it says.
  package enum Kind: String, Sendable {
    case added, removed, renamed, moved, reassigned = "re-assigned", effort, changed
  }

  /// One difference.
  package struct Change: Sendable, Equatable {
    /// The number of the work package; 0 for what belongs to the whole project.
    package let workPackage: Int
    package let thing: PlanSnapshot.Kind
    package let code: String
    package let kind: Kind
    /// The name of the field; nil for what was added or removed.
    package let field: String?
    package let before: String?
    package let after: String?
  }

  /// How many of one kind there are before and after.
  package struct Count: Sendable, Equatable {
    package let thing: PlanSnapshot.Kind
    package let before: Int
    package let after: Int
    package let added: Int
    package let removed: Int
    package let changed: Int
  }

  /// One work package before and after.
  package struct PackageCount: Sendable, Equatable {
    package let number: Int
    package var deliverables = (before: 0, after: 0)
    package var milestones = (before: 0, after: 0)
    package var effort = (before: PersonMonths.zero, after: PersonMonths.zero)
    package var changes = 0

    package static func == (one: Self, other: Self) -> Bool {
      one.number == other.number && one.deliverables == other.deliverables
        && one.milestones == other.milestones && one.effort == other.effort
        && one.changes == other.changes
    }
  }

  /// Project-wide ones first, then work package by work package.
  package let changes: [Change]
  package let counts: [Count]
  package let packages: [PackageCount]
  /// The planned person-months of all.
  package let effort: (before: PersonMonths, after: PersonMonths)

  package static func == (one: Self, other: Self) -> Bool {
    one.changes == other.changes && one.counts == other.counts && one.packages == other.packages
      && one.effort == other.effort
  }

  package init(_ before: PlanSnapshot, _ after: PlanSnapshot) {
    let pairs = PlanPairs(before, after)
    var changes: [Change] = []
    var counts: [Count] = []
    for thing in PlanSnapshot.Kind.allCases {
      let found = pairs[thing].map { PlanComparison.changes(thing, $0) }
      changes += found.flatMap(\.self)
      counts.append(
        Count(
          thing: thing, before: before[thing].count, after: after[thing].count,
          added: found.count { $0.first?.kind == .added },
          removed: found.count { $0.first?.kind == .removed },
          changed: found.count {
            !$0.isEmpty && $0[0].kind != .added && $0[0].kind != .removed
          }))
    }
    let order = Dictionary(
      uniqueKeysWithValues: PlanSnapshot.Kind.allCases.enumerated().map { ($1, $0) })
    self.changes = changes.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      return (a.workPackage, order[a.thing] ?? 0, one.offset)
        < (b.workPackage, order[b.thing] ?? 0, other.offset)
    }.map(\.element)
    self.counts = counts
    packages = Self.packages(before, after, self.changes)
    effort = (Self.total(before), Self.total(after))
  }

  private static func changes(
    _ thing: PlanSnapshot.Kind, _ pair: PlanPairs.Pair
  ) -> [Change] {
    guard let before = pair.before else {
      return pair.after.map { [whole(.added, thing, $0)] } ?? []
    }
    guard let after = pair.after else { return [whole(.removed, thing, before)] }
    var changes: [Change] = []
    if before.code != after.code {
      changes.append(
        Change(
          workPackage: package(of: thing, after), thing: thing, code: after.code, kind: .renamed,
          field: "code", before: before.code, after: after.code))
    }
    let fields = Set(before.values.keys).union(after.values.keys).sorted {
      (number($0), $0) < (number($1), $1)
    }
    for field in fields where before.values[field] != after.values[field] {
      changes.append(
        Change(
          workPackage: thing == .effort ? number(field) : package(of: thing, after), thing: thing,
          code: after.code, kind: kind(of: field), field: field,
          before: before.values[field], after: after.values[field]))
    }
    return changes
  }

  private static func whole(
    _ kind: Kind, _ thing: PlanSnapshot.Kind, _ entry: PlanSnapshot.Entry
  ) -> Change {
    let text =
      thing == .effort
      ? Self.sum(entry).text
      : entry.values[thing == .partner ? "name" : "title"] ?? entry.code
    return Change(
      workPackage: thing == .effort ? 0 : package(of: thing, entry), thing: thing,
      code: entry.code, kind: kind, field: nil, before: kind == .removed ? text : nil,
      after: kind == .added ? text : nil)
  }

  private static func kind(of field: String) -> Kind {
    switch field {
    case "title", "name": .renamed
    case "due", "start_month", "end_month", "joined_on", "left_on": .moved
    case "lead", "leads", "successor": .reassigned
    case "person_months": .effort
    default: number(field) > 0 ? .effort : .changed
    }
  }

  /// The work package that a record belongs to; 0 for none.
  private static func package(
    of thing: PlanSnapshot.Kind, _ entry: PlanSnapshot.Entry
  ) -> Int {
    switch thing {
    case .workPackage: number(entry.code)
    case .task, .deliverable:
      Int(entry.code.dropFirst().prefix { $0 != "." }) ?? 0
    case .milestone, .risk:
      entry.values["work_packages"].map { number(String($0.prefix { $0 != ";" && $0 != "," })) }
        ?? 0
    case .partner, .review, .effort: 0
    }
  }

  /// The number in `WP3`; 0 in anything else.
  private static func number(_ code: String) -> Int {
    guard code.hasPrefix("WP") else { return 0 }
    return Int(code.dropFirst(2)) ?? 0
  }

  private static func packages(
    _ before: PlanSnapshot, _ after: PlanSnapshot, _ changes: [Change]
  ) -> [PackageCount] {
    let numbers = Set((before[.workPackage] + after[.workPackage]).map { number($0.code) })
    return numbers.sorted().map { number in
      var count = PackageCount(number: number)
      func of(_ thing: PlanSnapshot.Kind, _ plan: PlanSnapshot) -> Int {
        plan[thing].count { package(of: thing, $0) == number }
      }
      func effort(_ plan: PlanSnapshot) -> PersonMonths {
        plan[.effort].compactMap { $0.values["WP\(number)"].flatMap(PersonMonths.init) }
          .reduce(.zero, +)
      }
      count.deliverables = (of(.deliverable, before), of(.deliverable, after))
      count.milestones = (of(.milestone, before), of(.milestone, after))
      count.effort = (effort(before), effort(after))
      count.changes = changes.count { $0.workPackage == number }
      return count
    }
  }

  private static func sum(_ entry: PlanSnapshot.Entry) -> PersonMonths {
    entry.values.values.compactMap { PersonMonths($0) }.reduce(.zero, +)
  }

  private static func total(_ plan: PlanSnapshot) -> PersonMonths {
    plan[.effort].map(sum).reduce(.zero, +)
  }
}

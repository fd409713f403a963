internal import Basics
internal import GRDB

extension Attribute where R == Indicator {
  /// A number that may be missing, and that may be shown from elsewhere than it is typed.
  static func quantity(
    _ name: String, _ path: any WritableKeyPath<R, Quantity?> & Sendable,
    shown: any KeyPath<R, Quantity?> & Sendable, _ heading: String, _ help: String,
    headings: String, uses: AttributeUses
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .number, uses: uses,
      cell: { .quantity(orEmpty: $0[keyPath: shown]) },
      read: { texts, record, _ in
        let read = { () throws(MoneyProblem) in try Quantity(typed: texts.last ?? "") }
        guard let quantity = try AttributeProblem.number(name, read) else {
          throw Refusal(name, rule: "number", expected: "a number such as 12 or 4.5")
        }
        record[keyPath: path] = quantity
      },
      clear: { $0[keyPath: path] = nil },
      storage: AttributeStorage(
        columns: ["\(name)_hundredths"],
        load: { row, at, record in
          let stored: Int? = try row.storedOrNil(at, "\(name)_hundredths")
          record[keyPath: path] = stored.map { Quantity(hundredths: $0) }
        },
        bind: { record, _ in [record[keyPath: path]?.hundredths.databaseValue ?? .null] }))
  }
}

extension Indicator {
  /// What counts by itself takes no reading and no target: the target has one home.
  static func check(
    _ indicator: inout Indicator, _ was: Indicator?, _ said: inout Changes,
    _ context: RecordContext
  ) throws {
    guard indicator.counts != .nothing else { return }
    if was?.counts == .nothing, let code = was?.code {
      let readings = try IndicatorReading.byNumber(context.db)[code.number] ?? []
      guard readings.isEmpty else {
        throw AttributeProblem(
          attribute: "counts", problem: IndicatorProblem.hasReadings(code, readings.count))
      }
    }
    if indicator.counts == .exchanges, was?.counts != .exchanges {
      try Programme.requireScheme(context.db)
    }
    guard !indicator.counts.hasOwnTarget else { return }
    let target = try IndicatorCounts(context.db).count(indicator.counts).target
    if let own = indicator.ownTarget, own != target.map({ Quantity($0) }) {
      throw AttributeProblem(
        attribute: "target",
        problem: IndicatorProblem.targetElsewhere(indicator.code, indicator.counts, target))
    }
    indicator.ownTarget = nil
  }

  /// Works out the value, the target and the standing today.
  static func derivation(_ context: RecordContext) throws -> (inout Indicator, Row) throws -> Void {
    let readings = try IndicatorReading.byNumber(context.db)
    let targets = try PartnerShare.targets(context.db)
    let counts = IndicatorCounts(context.db)
    let (today, elapsed) = (context.today, context.project.elapsed(on: context.today))
    return { indicator, _ in
      let own = (readings[indicator.code.number] ?? []).filter { $0.on <= today }
      var parts: [String: Quantity] = [:]
      if indicator.counts == .nothing {
        indicator.target = indicator.ownTarget
        indicator.value = own.value(
          on: today, isCumulative: indicator.isCumulative == .yes, from: indicator.baseline)
        indicator.words = own.last?.words
        indicator.readOn = own.last?.on
        parts = Dictionary(grouping: own.filter { $0.partner != nil }, by: { $0.partner ?? "" })
          .compactMapValues {
            $0.value(on: today, isCumulative: indicator.isCumulative == .yes, from: nil)
          }
      } else {
        let count = try counts.count(indicator.counts)
        indicator.target =
          indicator.counts.hasOwnTarget ? indicator.ownTarget : count.target.map { Quantity($0) }
        indicator.value = Quantity(count.number)
        parts = count.byPartner.filter { !$0.key.isEmpty }.mapValues { Quantity($0) }
      }
      let isRead = indicator.counts != .nothing || !own.isEmpty
      indicator.standing = indicator.progress.standing(isRead: isRead, elapsed: elapsed)
      let promised = targets[indicator.code.number] ?? [:]
      indicator.shares = Set(parts.keys).union(promised.keys).sorted().map { partner in
        PartnerShare(
          partner: partner, value: parts[partner], target: promised[partner], elapsed: elapsed)
      }
    }
  }
}

extension Project {
  /// The share of the project's time that is over at the end of a day, from 0 to 1.
  func elapsed(on day: Day) -> Double {
    Double(min(max(day - start + 1, 0), end - start + 1)) / Double(end - start + 1)
  }
}

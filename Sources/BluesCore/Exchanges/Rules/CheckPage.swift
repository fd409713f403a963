internal import Basics
package import Documents

/// What the rules say of exchanges.
package enum CheckPage {
  package static func document(_ check: ExchangeCheck) -> Document {
    var blocks: [Block] = [
      .facts(Facts(fields: ExchangeCheck.fields, of: check)),
      .section("Rules not kept"),
      .table(
        Table(
          noun: "breaches", emptySentence: "Every rule is kept.", fields: BreachRow.fields,
          rows: check.lines)),
      .section("Lump sum"),
    ]
    let steps = check.lumpSum?.steps ?? ["None: a virtual exchange is not funded."]
    if check.lumpSum != nil || check.exchange.mode == .virtual {
      blocks += steps.map { .paragraph($0) }
    } else {
      blocks.append(.paragraph("None: the host country has no threshold on that day."))
    }
    blocks.append(.data("lump_sum", check.lumpSum?.json ?? .null))
    if !check.approvals.isEmpty { blocks.append(.section("Waived by the Agency")) }
    let approvals = Table(
      noun: "approvals", fields: Waiver.fields, rows: check.approvals)
    blocks.append(
      check.approvals.isEmpty ? .data("approvals", .array([])) : .table(approvals))
    return Document(schema: "blues.check/1", blocks: blocks + checked())
  }

  package static func document(_ checks: [ExchangeCheck]) -> Document {
    let table = Table(
      noun: "breaches",
      emptySentence: checks.isEmpty
        ? "No exchange is open."
        : checks.count == 1
          ? "The one open exchange keeps every rule."
          : "All \(checks.count) open exchanges keep every rule.",
      fields: BreachRow.fields, rows: checks.flatMap(\.lines))
    return Document(
      schema: "blues.check/1",
      blocks: [
        .table(table),
        .data("exchanges", .array(checks.map { .string($0.exchange.code.description) })),
      ] + checked())
  }

  private static func checked() -> [Block] {
    let rules = ExchangeCheck.checkedRules
    return [
      .section("Checked against"), .paragraph("\(rules.joined(separator: ", "))."),
      .data("checked", .array(rules.map { .string($0) })),
    ]
  }
}

extension LumpSum {
  /// The figures of the lump sum for programs.
  fileprivate var json: JSONValue {
    var members = [
      JSONMember("country", .string(country.code)), JSONMember("threshold", threshold.json),
      JSONMember("ceiling", ceiling.json), JSONMember("working_days", .integer(workingDays)),
      JSONMember("distance_km", distance.kilometres.map { .integer($0) } ?? .null),
    ]
    switch outcome {
    case .settled(let share):
      members += [
        JSONMember("factor", .string(share.factor.description)),
        JSONMember("amount", share.amount.json),
      ]
    case .open(let below, let from, let limit):
      members += [
        JSONMember("factor", .null), JSONMember("amount", .null),
        JSONMember("limit_km", .integer(limit)), JSONMember("amount_below", below.amount.json),
        JSONMember("amount_from", from.amount.json),
      ]
    }
    return .object(members + [JSONMember("steps", .array(steps.map { .string($0) }))])
  }
}

extension Money {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("amount", .string(decimal)), JSONMember("currency", .string(currency.code)),
    ])
  }
}

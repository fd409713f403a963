import Basics

@testable import BluesCore

/// Random texts for the attributes of any kind of record.
enum Sample {
  /// Something said of every attribute.
  static func changes<R: Record>(_ register: Register<R>, _ random: inout SplitMix64) -> Changes {
    var changes: Changes = [:]
    for attribute in register.said {
      changes[attribute.name] = texts(attribute.kind, attribute.name, &random)
    }
    return changes
  }

  private static func texts(
    _ kind: AttributeKind, _ name: String, _ random: inout SplitMix64
  ) -> [String] {
    func pick(_ words: [String]) -> [String] {
      words.randomElement(using: &random).map { [$0] } ?? []
    }
    return switch kind {
    case .text, .link: [text(&random)]
    case .number where name == "person_months":
      ["\(Int.random(in: 0...99, using: &random)).50"]
    case .number: ["\(Int.random(in: 0...9999, using: &random))"]
    case .country: pick(["ES", "FR", "DE", "EL", "UK"])
    case .day:
      // What begins or is obtained does so before it ends.
      [
        Day(
          number: Int.random(
            in: ["start", "obtained", "joined", "from"].contains { name.hasPrefix($0) }
              ? 18_000...18_150
              : 18_151...18_300, using: &random)
        ).iso
      ]
    case .month:
      ["M\(Int.random(in: name.hasPrefix("start") ? 1...12 : 12...24, using: &random))"]
    case .due: pick(["M3", "M24", "2021-05-31"])
    // One coordinator is there already, and what counts by itself refuses a target.
    case .word(let words):
      pick(
        words.filter {
          !["coordinator", "exchanges", "entities", "deliverables", "trained", "events"].contains(
            $0)
        })
    case .code(let list): pick(list == "deliverable-type" ? ["R", "DEM"] : ["PU", "CO"])
    case .codes(let lists, _):
      pick((try? CodeList.named(lists[0]).values.map(\.code)) ?? [])
    case .amount: ["\(Int.random(in: 1000...9_999, using: &random)).50"]
    case .form("currency"): pick(["EUR", "CZK"])
    case .form("month"): pick(["2020-05", "2021-11"])
    case .form("cost category"): pick(["A.1", "B", "D.1", "D.3"])
    case .form: [text(&random)]
    case .decimal(let range): ["\(Int.random(in: range, using: &random))"]
    case .reference("workpackage"): ["WP1"]
    case .reference("workpackage task"): ["T1.1"]
    case .reference("workpackage activity"): ["A1"]
    case .reference("project period"): ["RP2"]
    case .reference: pick(["AV", "NP"])
    case .references("workpackage task"): ["T1.1"]
    case .references(let command):
      command == "partner" ? ["ZINNAE", "AV"] : ["WP3", "WP1"]
    case .computed: []
    }
  }

  private static func text(_ random: inout SplitMix64) -> String {
    let pieces = [
      "a", "Z", "ß", "ł", "é", "e\u{301}", "'", "\"", ",", ";", "=1+1", "-", "\n", " ", "漢", "👩‍🔬",
      "\u{202E}", "\\", "%", "{}",
    ]
    let middle = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }
    return "x\(middle.joined())y"
  }
}

internal import Basics

/// The records of two states of the plan, each beside what it was.
///
/// A record is the same by its code, or by its row where its code has changed. A partner that was
/// renamed is the same wherever the plan names it.
struct PlanPairs {
  /// A record as it was and as it is; one of them is missing where it was added or removed.
  struct Pair {
    var before: PlanSnapshot.Entry?
    var after: PlanSnapshot.Entry?
  }

  private var pairs: [PlanSnapshot.Kind: [Pair]] = [:]

  subscript(kind: PlanSnapshot.Kind) -> [Pair] { pairs[kind] ?? [] }

  init(_ before: PlanSnapshot, _ after: PlanSnapshot) {
    let partners = Self.paired(before[.partner], after[.partner])
    var names: [String: String] = [:]
    for pair in partners {
      if let was = pair.before, let now = pair.after, was.code != now.code {
        names[was.code] = now.code
      }
    }
    for kind in PlanSnapshot.Kind.allCases where kind != .partner {
      let was = before[kind].map { Self.renamed($0, kind, names) }
      pairs[kind] = Self.paired(was, after[kind], byRow: kind != .effort)
    }
    pairs[.partner] = partners
  }

  private static func paired(
    _ before: [PlanSnapshot.Entry], _ after: [PlanSnapshot.Entry], byRow: Bool = true
  ) -> [Pair] {
    let codes = Dictionary(after.map { ($0.code, $0) }) { first, _ in first }
    let known = Set(before.map(\.code))
    let rows = Dictionary(after.filter { !known.contains($0.code) }.map { ($0.id, $0) }) {
      first, _ in first
    }
    var pairs: [Pair] = []
    var met: Set<String> = []
    for entry in before {
      let now = codes[entry.code] ?? (byRow ? rows[entry.id] : nil)
      if let now { met.insert(now.code) }
      pairs.append(Pair(before: entry, after: now))
    }
    return pairs + after.filter { !met.contains($0.code) }.map { Pair(before: nil, after: $0) }
  }

  /// The same with the partners called as they are called afterwards.
  private static func renamed(
    _ entry: PlanSnapshot.Entry, _ kind: PlanSnapshot.Kind, _ names: [String: String]
  ) -> PlanSnapshot.Entry {
    guard !names.isEmpty else { return entry }
    var values = entry.values
    for field in ["lead", "leads"] {
      values[field] = values[field].map { text in
        text.split(separator: ";").map { part in
          let name = String(part).trimmed
          return names[name] ?? name
        }.joined(separator: "; ")
      }
    }
    var code = entry.code
    if kind == .effort {
      let parts = code.split(separator: " · ", maxSplits: 1).map(String.init)
      code = ([names[parts[0]] ?? parts[0]] + parts.dropFirst()).joined(separator: " · ")
    }
    return PlanSnapshot.Entry(code: code, id: entry.id, values: values)
  }
}

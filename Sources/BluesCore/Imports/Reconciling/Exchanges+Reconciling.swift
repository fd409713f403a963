internal import Basics
package import Tabular

extension Exchanges {
  /// Holds the scheme's list against ours; nothing is changed.
  ///
  /// A row is found by our code, else by who visits whom, of several such the one with the
  /// nearest first day; each of ours answers to one row.
  package func reconciled(
    with reader: RowReader, _ request: ImportRequest, rejects: (any RejectionSink)? = nil
  ) throws -> Reconciliation {
    var rows = try ListReader(
      reader, ListedExchange.own.named(ListedExchange.fields), request, own: ListedExchange.own)
    var comparison = Comparison(ours: try all(), rows.mapping)
    let header = rows.header
    try rows.forEach { row in
      comparison.take(ListedExchange(row))
    } rejecting: { rejected in
      comparison.take(rejected.rejection)
      try rejects?.take(rejected.rejection, header: header)
    }
    try rejects?.finish()
    return comparison.result(rows)
  }

  /// The comparison under way.
  private struct Comparison {
    private var left: [Exchange]
    private let compared: [String]
    private var rows = 0
    private var alike = 0
    private var entries: [Reconciliation.Entry] = []

    init(ours: [Exchange], _ mapping: Mapping) {
      left = ours
      compared = ListedExchange.fields.map(\.name).filter { mapping.index(of: $0) != nil }
    }

    /// A row that cannot be read.
    mutating func take(_ rejection: Rejection) {
      rows += 1
      entries.append(
        .init(
          kind: .unreadable, line: rejection.line, exchange: nil, visitor: "", host: "",
          field: nil, there: rejection.reason, here: nil))
    }

    mutating func take(_ listed: ListedExchange) {
      rows += 1
      guard let index = find(listed) else {
        entries.append(
          .init(
            kind: .onlyThere, line: listed.line, exchange: nil, visitor: listed.visitor,
            host: listed.host, field: nil, there: listed.cells["first_day"], here: nil))
        return
      }
      let exchange = left.remove(at: index)
      let before = entries.count
      compare(listed, exchange)
      if entries.count == before { alike += 1 }
    }

    private func find(_ listed: ListedExchange) -> Int? {
      if let code = listed.code.flatMap({ try? ExchangeCode($0) }) {
        return left.firstIndex { $0.code == code }
      }
      let first = listed.cells["first_day"].flatMap { Day(iso: String($0.prefix(10))) }
      return left.indices
        .filter {
          ListedExchange.Pair(visitor: left[$0].visitor, host: left[$0].host) == listed.pair
        }
        .min { one, other in
          guard let first else { return false }
          return abs(left[one].firstDay - first) < abs(left[other].firstDay - first)
        }
    }

    private mutating func compare(_ listed: ListedExchange, _ exchange: Exchange) {
      func note(_ kind: Reconciliation.Kind, _ field: String, _ there: String, _ here: String?) {
        entries.append(
          .init(
            kind: kind, line: listed.line, exchange: exchange.code, visitor: exchange.visitor,
            host: exchange.host, field: field, there: there, here: here))
      }
      for field in ListedField.all {
        guard let cell = listed.cells[field.name] else { continue }
        let here = field.ours(exchange)
        guard let there = field.read(cell) else {
          note(.unreadable, field.name, cell, here)
          continue
        }
        if !isSame(there, here) { note(.different, field.name, there, here) }
      }
      if let cell = listed.cells["state"] {
        switch ListedField.agrees(cell, exchange.state) {
        case true?: break
        case false?: note(.different, "state", cell, exchange.state.rawValue)
        case nil: note(.unreadable, "state", cell, exchange.state.rawValue)
        }
      }
    }

    /// Ours that no row answered to, but for those that ended before they took place.
    func result(_ list: ListReader) -> Reconciliation {
      let here = left.filter { !$0.state.isExit }.map {
        Reconciliation.Entry(
          kind: .onlyHere, line: nil, exchange: $0.code, visitor: $0.visitor, host: $0.host,
          field: nil, there: nil, here: $0.firstDay.iso)
      }
      return Reconciliation(
        mapping: list.mapping, reading: list.words + list.blanks.remarks, totals: list.totals.count,
        compared: compared,
        rows: rows, alike: alike, entries: entries + here)
    }
  }
}

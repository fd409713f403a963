package import Basics
package import Documents

extension AuditPack {
  /// Every paper as one list, for programs.
  static func list(_ papers: [PackedPaper]) -> Document {
    Document(
      schema: "blues.audit/1",
      blocks: [.table(Table(noun: "papers", fields: PackedPaper.fields, rows: papers))])
  }

  /// The page that stands first in the archive: exchange by exchange, faults before all.
  package func index(of papers: [PackedPaper], _ codes: [ExchangeCode]) throws -> Document {
    let project = try store.project.overview().project
    var blocks: [Block] = []
    for fault in papers.compactMap(\.fault) { blocks.append(.note(fault, .bad)) }
    for code in codes {
      let found = try store.exchanges.one(code)
      let exchange = found.exchange
      blocks.append(.section("\(code): \(exchange.visitor) at \(exchange.host)"))
      blocks.append(
        .facts(
          Facts(
            key: code.description,
            [
              Fact("state", "State", .state(exchange.state.rawValue, exchange.state.tone)),
              Fact("first_day", "First day", .day(exchange.firstDay)),
              Fact("last_day", "Last day", .day(exchange.lastDay)),
              Fact("mode", "Mode", .text(exchange.mode.rawValue)),
              Fact("agreed", "Agreed", .amount(exchange.agreed)),
              Fact("paid", "Paid", .amount(exchange.paid)),
              Fact("rule_book", "Rule book", .text(orEmpty: exchange.ruleBook)),
            ])))
      blocks.append(
        .table(
          Table(
            noun: "papers", emptySentence: "No papers are registered.",
            fields: PackedPaper.fields.filter { $0.column.name != "code" },
            rows: papers.filter { $0.code == code }), title: "Papers"))
      blocks.append(
        .table(
          Table(noun: "steps", fields: ExchangeStep.fields, rows: found.steps),
          title: "What happened"))
    }
    let grant = project.grantNumber.map { ", grant agreement \($0)" } ?? ""
    return Document(
      schema: "blues.audit/1", title: "Audit pack",
      subtitle: "\(project.acronym)\(grant), \(store.invocation.today)", blocks: blocks)
  }
}

/// Why an audit pack is not whole.
package enum AuditProblem: Problem, Equatable {
  /// The pack is there, and these papers are not as they were registered.
  case faults([String])

  package var message: String {
    switch self {
    case .faults(let faults): faults.joined(separator: "\n")
    }
  }

  package var hint: String? {
    switch self {
    case .faults:
      "the pack is written, and its index marks these files; put back or register them, and pack "
        + "again"
    }
  }

  package var kind: ProblemKind { .failed }
}

internal import Basics

/// The ledger as a journal of hledger, so that another program can add it up.
///
/// Each line is a transaction in euro; indirect costs are one for each statement, on the last day of its
/// period. The budget is a periodic transaction over the whole action.
package struct LedgerJournal: Sendable {
  let ledger: Ledger
  let budget: BudgetTable
  let project: Project

  package init(_ ledger: Ledger, _ budget: BudgetTable, _ project: Project) {
    self.ledger = ledger
    self.budget = budget
    self.project = project
  }

  package var text: String {
    let head = """
      ; \(Self.plain(project.acronym)): costs in EUR, by partner, category and work package
      commodity 1000.00 EUR

      """
    return ([head] + planned + costs + indirect).joined(separator: "\n")
  }

  private var planned: [String] {
    let lines = budget.inForce.filter { $0.cents != 0 }
    guard !lines.isEmpty else { return [] }
    let days = project.end - project.start + 1
    let postings = lines.map { entry in
      posting(entry.partner, entry.category, entry.workPackage, entry.cents)
    }
    return [
      "~ every \(days) days from \(project.start) to \(project.end.adding(days: 1))\n"
        + postings.joined() + "    grant\n"
    ]
  }

  private var costs: [String] {
    let lines = ledger.lines.sorted {
      ($0.day, $0.partner, $0.source, $0.workPackage ?? .max)
        < ($1.day, $1.partner, $1.source, $1.workPackage ?? .max)
    }
    return lines.map { line in
      let origin = line.amount.currency == .eur ? "" : ", \(line.arithmetic)"
      return "\(line.day) (\(Self.plain(line.source))) \(Self.plain(line.description))"
        + "  ; period: \(line.charged)\(Self.plain(origin))\n"
        + posting(line.partner, line.category, line.workPackage, line.euro.cents)
        + "    partners:\(line.partner)\n"
    }
  }

  private var indirect: [String] {
    let code = ledger.categories.all.first(where: \.isIndirect)?.code ?? CostCategory.indirect
    return ledger.statements(withLines: false).compactMap { statement in
      let amount = statement.total(of: CostCategory.indirect)
      guard !amount.isZero,
        let day = ledger.periods.all.first(where: { $0.name == statement.period })?.days.upperBound
      else { return nil }
      return "\(day) (\(statement.period)) Indirect costs of \(statement.partner)"
        + "  ; period: \(statement.period)\n"
        + posting(statement.partner, code, nil, amount.cents)
        + "    partners:\(statement.partner)\n"
    }
  }

  private func posting(
    _ partner: String, _ category: String, _ package: Int?, _ cents: Int64
  ) -> String {
    let place = package.map { ":WP\($0)" } ?? ""
    return "    costs:\(partner):\(category)\(place)  \(Money(cents: cents))\n"
  }

  /// A text on one line, without the signs that a journal reads.
  private static func plain(_ text: String) -> String {
    String(
      text.map { sign in
        sign.isNewline || ";|()".contains(sign) ? " " : sign
      })
  }
}

extension Statements {
  /// The ledger and the budget in force as a journal.
  package func journal() throws -> String {
    let project = try store.project.overview().project
    return LedgerJournal(try ledger(), try budget(), project).text
  }
}

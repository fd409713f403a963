import Testing

@testable import BluesCore

@Suite struct `Categories of costs` {
  private static func categories(
    _ store: Store
  ) throws -> CostCategories { try store.read { try CostCategories.of($0) } }

  @Test func `each has a code, a rate, a base, a mark and sources that are known`() throws {
    let all = try Self.categories(.blues())
    #expect(
      all.codes == ["A.1", "A.2", "A.3", "A.4", "A.5", "B", "C", "D.1", "D.2", "D.3", "E"])
    #expect(
      all.all.filter(\.isInBase).map(\.code)
        == ["A.1", "A.2", "A.3", "A.4", "A.5", "D.1", "D.2", "D.3"])
    #expect(all.all.filter { $0.rate == .whole }.map(\.code) == ["C"])
    #expect(all["D.1"]?.rate.description == "75 %")
    for category in all.all {
      #expect(Source.cited(category.sources).count == category.sources.count, "\(category.code)")
      #expect(!category.sources.isEmpty)
    }
  }

  @Test func `the project changes rate and base`() throws {
    let store = try Store.blues()
    _ = try store.grantFigures.set("indirect-costs", "excluded", to: "C", because: "article 6.2.E")
    _ = try store.grantFigures.set("indirect-costs", "rate", to: "5 %", because: "article 6.2.E")
    _ = try store.grantFigures.set("reimbursement", "costs", to: "70 %", because: "article 5.2")
    let all = try Self.categories(store)
    #expect(all["B"]?.isInBase == true)
    #expect(all["C"]?.isInBase == false)
    #expect(all["D.3"]?.rate.description == "70 %")
    #expect(
      all.notes == [
        "The grant pays 70 % of costs and 100 % of support to third parties "
          + "(mark C, rule reimbursement, INNOF; changed by the project: article 5.2).",
        "Indirect costs are 5 % of direct costs without C "
          + "(mark R, rule indirect-costs, OWN; changed by the project: article 6.2.E"
          + "; changed by the project: article 6.2.E).",
      ])
    _ = try store.grantFigures.set("indirect-costs", "excluded", to: "none", because: "article 6.2")
    #expect(try Self.categories(store)["C"]?.isInBase == true)
    #expect(
      throws: ProgrammeProblem.noSuchRule("maximum-stay", known: GrantFigures.rules)
    ) { try store.grantFigures.set("maximum-stay", "months", to: "2", because: "x") }
    let changed = try store.grantFigures.all().filter { $0.reason != nil }
    #expect(
      changed.map { "\($0.rule.id) \($0.name) \($0.value)" } == [
        "reimbursement costs 70 %", "indirect-costs excluded none", "indirect-costs rate 5 %",
      ])
  }

  @Test(arguments: [
    ("d1", "D.1"), ("D.1 Travel", "D.1"), ("Reisekosten", "D.1"), ("B", "B"),
    ("B. Direct costs of subcontracting", "B"), ("frais de personnel", "A.1"),
    ("D.1 Trips to partners", "D.1"), ("E", "E"), ("FSTP", "C"),
  ])
  func `a category is meant by its code or its words`(text: String, code: String) throws {
    #expect(try Self.categories(.blues()).meant(by: text)?.code == code)
  }

  @Test func `a programme without categories says so`() throws {
    let interreg = try Programme.named("Interreg South Baltic")
    let problem = ProgrammeProblem.noCategories(interreg.name, others: ["COSME"])
    #expect(throws: problem) { try CostCategories(interreg, interreg.ruleBook) }
    #expect(problem.message == "Interreg South Baltic has no categories of costs yet.")
    #expect(problem.hint == "Budgets and costs work in projects of COSME.")
  }
}

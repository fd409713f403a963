import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `An order of payment` {
  private let code = ExchangeCode(number: 1)

  private func store(
    _ state: Exchange.State = .validated, cents: Int64? = 41_500,
    iban: String? = "ES91 2100 0418 4502 0005 1332"
  ) throws -> Store {
    let store = try Store.funded(on: "2021-03-16", [(state, "2021-03-05", cents)])
    try store.account(iban, of: 1)
    return store
  }

  private func debtor(on day: String = "2021-03-17") throws -> Payments.Debtor {
    try .init(
      name: "Verein für Wasser", iban: "DE89 3704 0044 0532 0130 00", bic: "cobadeff",
      day: .of(day))
  }

  private func order(_ store: Store) throws -> CreditTransferFile {
    try store.payments.order([try #require(code)], from: debtor())
  }

  private func refusal(_ store: Store) throws -> [String] {
    do {
      _ = try order(store)
      return []
    } catch let problem as PaymentProblem {
      return [problem.message, problem.hint ?? "-", "\(problem.kind)"]
    }
  }

  @Test func `a validated exchange is paid, in letters that banks pass on`() throws {
    #expect(
      try order(store())
        == CreditTransferFile(
          messageID: "BLUES-20210317-2F51FDF369FFA59", createdAt: "2021-03-16T12:00:00Z",
          executionDay: "2021-03-17", debtor: "Verein fur Wasser",
          account: BankAccount(iban: "DE89370400440532013000", bic: "COBADEFF"),
          transfers: [
            CreditTransfer(
              reference: "EX-001", cents: 41_500, payee: "Empresa Nino A",
              account: BankAccount(iban: "ES9121000418450200051332"),
              purpose: "BLUES EX-001, ClusterXchange lump sum, grant 874426")
          ]))
  }

  @Test func `each thing in the way is told with its way out`() throws {
    #expect(
      try refusal(store(.reported)) == [
        "EX-001 is reported, not validated (rule payment-needs-report, CLAM-FAQ).",
        "blues exchange show EX-001", "refusedByRule",
      ])
    #expect(
      try refusal(store(.paid)) == ["EX-001 is already paid.", "leave EX-001 out", "conflict"])
    #expect(
      try refusal(store(cents: nil)) == [
        "EX-001 has no agreed amount.", "agree on an amount in euros for EX-001 first", "badData",
      ])
    #expect(try refusal(store(cents: 0)).first == "EX-001 has an agreed amount of zero.")
    #expect(
      try refusal(store(iban: nil)) == [
        "The IBAN of Empresa Niño A (EX-001) is not known.",
        "import it in a column headed iban, with Empresa Niño A as the organisation", "badData",
      ])
    #expect(
      try refusal(store(iban: "ES92 2100 0418 4502 0005 1332")).first
        == "The IBAN of Empresa Niño A (EX-001) is wrong: "
        + "The IBAN's check digits do not fit its other characters.")
    #expect(
      Payments.obstacle(Money(cents: 1, currency: .czk))
        == .currency(Money(cents: 1, currency: .czk)))
  }

  @Test func `a virtual exchange and another partnership's are refused`() throws {
    let virtual = try store()
    try virtual.set("UPDATE exchange SET mode = 'virtual'")
    #expect(try refusal(virtual).first == "EX-001 is virtual and receives no funding.")
    let other = try store()
    try other.set("UPDATE profile SET partnership = 'CLAMTEX' WHERE role = 'visitor'")
    #expect(
      try refusal(other).first == "EX-001 is paid by CLAMTEX, which manages its visitor.")
  }

  @Test func `one obstacle stops the whole order, and all are told`() throws {
    let store = try Store.funded(
      on: "2021-03-16",
      [(.validated, "2021-03-05", 1), (.ongoing, nil, 1), (.validated, "2021-03-05", 1)])
    try store.account("ES9121000418450200051332", of: 1)
    let codes = [1, 2, 3].compactMap { ExchangeCode(number: $0) }
    do {
      _ = try store.payments.order(codes, from: debtor())
      Issue.record("it was ordered")
    } catch PaymentProblem.refused(let refusals) {
      #expect(refusals.map(\.code.description) == ["EX-002", "EX-003"])
    }
    #expect(throws: PaymentProblem.twice(codes[0])) {
      try store.payments.order([codes[0], codes[0]], from: debtor())
    }
  }

  @Test(arguments: ["", " ", ".", "\u{6C34}"])
  func `a payer needs a name that banks pass on`(name: String) throws {
    let day = try Day.of("2021-03-17")
    let problem = #expect(throws: PaymentProblem.self) {
      try Payments.Debtor(name: name, iban: "DE89370400440532013000", bic: nil, day: day)
    }
    #expect(problem == .debtorName)
    #expect(problem?.kind == .usage)
    #expect(
      problem?.message == "The account holder has no letter that every bank passes on.")
  }

  @Test func `the account to pay from and the day are looked at first`() throws {
    #expect(throws: PaymentProblem.debtorAccount(.ibanCheck)) {
      try Payments.Debtor(
        name: "V", iban: "DE88370400440532013000", bic: nil, day: .of("2021-03-17"))
    }
    #expect(throws: PaymentProblem.debtorAccount(.bic)) {
      try Payments.Debtor(
        name: "V", iban: "DE89370400440532013000", bic: "X", day: .of("2021-03-17"))
    }
    let (day, today) = (try Day.of("2021-03-15"), try Day.of("2021-03-16"))
    #expect(throws: PaymentProblem.past(day, today: today)) {
      try store().payments.order([], from: debtor(on: "2021-03-15"))
    }
  }

  @Test func `the id of a message is that of what it pays`() throws {
    let store = try Store.funded(
      on: "2021-03-16", [(.validated, "2021-03-05", 1), (.validated, "2021-03-05", 1)])
    for number in 1...2 { try store.account("ES9121000418450200051332", of: number) }
    let codes = [1, 2].compactMap { ExchangeCode(number: $0) }
    func id(
      _ codes: [ExchangeCode], _ day: String = "2021-03-17", at store: Store, name: String = "V",
      as version: CreditTransferFile.Version = .v03
    ) throws -> String {
      try store.payments.order(
        codes,
        from: .init(name: name, iban: "DE89370400440532013000", bic: nil, day: .of(day)),
        as: version
      ).messageID
    }
    let first = try id(codes, at: store)
    #expect(first.utf8.count <= 35 && first.hasPrefix("BLUES-20210317-"))
    // On another day, in another order, in another version: the same payments.
    #expect(try id(codes, at: store.on("2021-03-17")) == first)
    #expect(try id(codes.reversed(), at: store) == first)
    #expect(try id(codes, at: store, as: .v09) == first)
    // Within one second, other payments, another day, another payer.
    let others = [
      try id([codes[0]], at: store), try id([codes[1]], at: store),
      try id(codes, "2021-03-18", at: store), try id(codes, at: store, name: "W"),
    ]
    #expect(Set(others + [first]).count == 5)
  }

  @Test(
    arguments: [
      ("COBADEFF", true), ("cobadeffxxx", true), ("CAIX ES BB", true), ("COBADEF", false),
      ("COBADE1F", false), ("COBADEFO", false), ("C0BADEFF", false), ("COBADEFFXX", false),
    ])
  func `a BIC is read`(text: String, isOne: Bool) {
    #expect(((try? BIC(text)) != nil) == isOne)
  }

  @Test func `letters become Latin ones without accents, and capitals stay`() {
    #expect(
      Folding.transliterated("Łódź Ñandú Straße ÆØ Αθήνα Дунав „x“ e\u{301} 漢")
        == "Lodz Nandu Strasse AeO Athina Dunav \"x\" e 漢")
    #expect(
      Folding.transliterated(
        "\u{202B}oﬃce\u{202C} \u{2066}ﬁﬂﬀﬆ\u{2069} ĳ N.º 2ª m² Ⅳ № 5\u{200F} €")
        == "office fiflffst ij N.o 2a m2 IV No 5 EUR")
  }
}

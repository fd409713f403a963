import Testing

@testable import BluesCore

/// Made-up contacts of which many are nearly the same.
enum Lookalikes {
  static let heading: [ContactField] = [
    .organisation, .name, .email, .phone, .website, .postcode, .city, .country, .vat, .pic,
  ]

  static func rows(_ random: inout SplitMix64, count: Int) -> [[String]] {
    (0..<count).map { _ in row(&random) }
  }

  private static func row(_ random: inout SplitMix64) -> [String] {
    let organisation = random.pick([
      "Aguas del Norte S.L.", "AGUAS NORTE", "Aguas del Sur", "Müller & Söhne GmbH",
      "Mueller und Soehne", "Techn. Universität Dresden", "Technische Universität Dresden",
      "Wasserwerke", "Wasserwerk AG", "BNPT", "Baltic Nanotechnology Plasma Tec", "Aqua Tec",
      "AquaTec a.s.", "Ópalo", "",
    ])
    let name = random.pick([
      "Ana Gil", "GIL Ana", "A. Gil", "Ana Gil López", "Łukasz Wiśniewski", "Lukasz Wisniewski",
      "Katarzyna Nowak", "Katarzina Nowak", "Nowak", "", "", "",
    ])
    let email = random.pick([
      "", "", "ana@aguas.example.org", "ANA@aguas.example.org", "info@wasser.example.org",
      "k\(random.upTo(4))@example.org",
    ])
    return [
      organisation, name, organisation + name + email == "" ? "x@example.org" : email,
      random.pick(["", "", "+34 976 555 10\(random.upTo(4))", "976 555 100"]),
      random.pick(["", "https://www.aguas.example.org/", "wasser.example.org"]),
      random.pick(["", "50001", "01062"]), random.pick(["", "Zaragoza", "ZARAGOZA", "Dresden"]),
      random.pick(["ES", "ES", "DE"]), random.pick(["", "", "", "DE100000008"]),
      random.pick(["", "", "", "99900000\(random.upTo(3))"]),
    ]
  }

  static func list(_ rows: [[String]]) -> String { csv([heading.map(\.key)] + rows) }

  static func traits(_ row: [String], id: Int64 = 1) -> ComparedContact {
    ComparedContact(id: id, source: "list") { field in
      heading.firstIndex(of: field).flatMap { row[$0].isEmpty ? nil : row[$0] }
    }
  }

  static func traits(_ values: [ContactField: String]) -> ComparedContact {
    ComparedContact(id: 1, source: "list") { values[$0] }
  }
}

@Suite struct `Similarity of contacts` {
  @Test(arguments: 0..<20)
  func `the score is the same from both sides, and from 0 to 100`(seed: Int) {
    var random = SplitMix64(seed: seed)
    let rows = Lookalikes.rows(&random, count: 40).map { Lookalikes.traits($0) }
    for (index, one) in rows.enumerated() {
      for other in rows[index...] {
        let there = ContactSimilarity.between(one, other)
        let back = ContactSimilarity.between(other, one)
        #expect(there.score == back.score)
        #expect(there.reasons.map(\.points) == back.reasons.map(\.points))
        #expect((0...100).contains(there.score))
      }
    }
  }

  private func verdict(
    _ one: [ContactField: String], _ other: [ContactField: String]
  ) -> Similarity.Verdict {
    ContactSimilarity.between(Lookalikes.traits(one), Lookalikes.traits(other)).verdict
  }

  @Test func `a mailbox with the name is sure, whatever the spelling`() {
    let one: [ContactField: String] = [.name: "Ana Gil", .email: "ana@example.org"]
    #expect(
      verdict(one, [.familyName: "GIL", .givenName: "Ana", .email: "Ana@Example.org"]) == .sure)
    #expect(verdict(one, [.name: "Berta Sanz", .email: "ana@example.org"]) == .unlikely)
  }

  @Test func `a telephone with the name is sure, written in any form`() {
    #expect(
      verdict(
        [.name: "Ana Gil", .phone: "976 55 51 00", .country: "ES"],
        [.name: "Gil, Ana", .mobile: "0034 976-555-100"]) == .sure)
  }

  @Test func `a VAT number or PIC is sure only where no two people are named`() {
    let vat = [ContactField.vat: "DE100000008"]
    func with(_ more: [ContactField: String]) -> [ContactField: String] {
      vat.merging(more) { $1 }
    }
    #expect(verdict(with([.organisation: "Plasma"]), with([.organisation: "Baltic"])) == .sure)
    #expect(verdict(with([.name: "Ana Gil"]), with([.name: "Berta Sanz"])) == .unlikely)
    #expect(
      verdict([.organisation: "A", .pic: "999000091"], [.organisation: "B", .pic: "999 000 091"])
        == .sure)
    #expect(
      verdict(with([.organisation: "Technikum Nr 2"]), with([.organisation: "Technikum Nr 8"]))
        == .possible)
  }

  @Test func `front desks whose names have other numbers are two, whatever they share`() {
    func desk(_ number: Int) -> [ContactField: String] {
      [
        .organisation: "Centrum Kształcenia Zawodowego i Ustawicznego Nr 2 Technikum Nr \(number) "
          + "w Gdańsku", .email: "biuro@example.org", .city: "Gdańsk", .country: "PL",
      ]
    }
    #expect(verdict(desk(14), desk(8)) == .unlikely)
    #expect(verdict(desk(14), desk(14)) == .sure)
  }

  @Test func `colleagues at one switchboard are two people`() {
    let desk: [ContactField: String] = [
      .organisation: "Aguas Norte", .phone: "+34976555100", .website: "aguas.example.org",
      .postcode: "50001", .city: "Zaragoza", .email: "info@aguas.example.org",
    ]
    #expect(
      verdict(
        desk.merging([.name: "Ana Gil"]) { $1 }, desk.merging([.name: "Berta Sanz"]) { $1 })
        == .unlikely)
    #expect(
      verdict(desk.merging([.name: "Ana Gil"]) { $1 }, desk.merging([.name: "Ana Sanz"]) { $1 })
        != .likely)
  }

  @Test func `one name in one organisation is likely, and initials are possible`() {
    let one: [ContactField: String] = [.organisation: "Aguas del Norte S.L.", .name: "Ana Gil"]
    #expect(verdict(one, [.organisation: "AGUAS NORTE", .name: "Ana Gil"]) == .likely)
    #expect(verdict(one, [.organisation: "Aguas Norte", .name: "A. Gil"]) == .possible)
    #expect(verdict(one, [.organisation: "Plasma Nord", .name: "Ana Gil"]) == .unlikely)
  }

  @Test func `front desks of one name are possible, and likely in one town`() {
    #expect(
      verdict([.organisation: "Aguas del Norte"], [.organisation: "Aguas Norte, SL"]) == .possible)
    #expect(
      verdict(
        [.organisation: "Aguas del Norte", .city: "Łódź", .postcode: "90-001"],
        [.organisation: "Aguas Norte, SL", .city: "LODZ", .postcode: "90 001"]) == .likely)
  }

  @Test func `every reason says what, how much, and of which values`() {
    let likeness = ContactSimilarity.between(
      Lookalikes.traits([.name: "Ana Gil", .organisation: "Aguas Norte", .city: "Jaca"]),
      Lookalikes.traits([.name: "A. Gil", .organisation: "Aguas del Norte SL", .city: "Huesca"]))
    #expect(likeness.score == 62)
    #expect(
      likeness.reasons.map(\.sentence) == [
        "person nearly the same +35: Ana Gil | A. Gil",
        "organisation the same +35: Aguas Norte | Aguas del Norte SL",
        "town differs -8: Jaca | Huesca",
      ])
  }
}

import Testing

@testable import BluesCore

/// Each country's forms, at the end of a name or before it, as they are written there.
@Suite struct `The table of legal forms` {
  static let names: [(country: String, names: [String])] = [
    ("AT", ["Wasser GesmbH", "Wasser GesbR", "Wasser OG", "Wasser FlexCo"]),
    ("BE", ["Wasser BV", "Wasser SComm", "Wasser CVOA", "Wasser AISBL", "Wasser VoG"]),
    ("BG", ["Wasser ЕООД", "Wasser КДА", "Wasser DZZD", "Wasser АДСИЦ"]),
    ("CY", ["Wasser Ltd", "Wasser Plc"]),
    ("CZ", ["Wasser s.r.o.", "Wasser, akc. spol.", "Wasser, veřejná výzkumná instituce"]),
    ("DE", ["Wasser gAG", "Wasser Stiftung & Co. KG", "Wasser e. Kfm.", "Wasser VVaG"]),
    ("DK", ["Wasser ApS", "Wasser F.M.B.A.", "Wasser S.m.b.a."]),
    ("EE", ["Wasser OÜ", "Wasser TÜH"]),
    ("EL", ["Wasser Α.Ε.", "Wasser Ανώνυμη Εταιρία", "Wasser Ι.Κ.Ε."]),
    ("ES", ["Wasser, S. en C.", "Wasser S.G.R.", "Wasser S.Coop."]),
    ("FI", ["Wasser Oyj", "Wasser Abp"]), ("FR", ["Wasser SASU", "SELARL Wasser"]),
    ("HR", ["Wasser j.d.o.o.", "Wasser j.t.d."]), ("HU", ["Wasser Kft.", "Wasser Kht."]),
    ("IE", ["Wasser DAC", "Wasser ULC"]), ("IT", ["Wasser S.r.l.s.", "Wasser S.p.A."]),
    ("LT", ["UAB Wasser", "VšĮ Wasser", "ŽŪB Wasser"]), ("LU", ["Wasser SECS", "Wasser SENC"]),
    ("LV", ["SIA Wasser", "Wasser IK"]), ("MT", ["Wasser Limited"]),
    ("NL", ["Wasser B.V.", "Wasser Coöperatie U.A.", "VvE Wasser"]),
    ("PL", ["Wasser Sp. z o.o.", "Wasser s.j.", "Wasser S.K.A."]),
    ("PT", ["Wasser, Lda.", "Wasser S.G.P.S."]), ("RO", ["Wasser S.R.L.", "Wasser P.F.A."]),
    ("SE", ["Wasser AB (publ)", "Brf Wasser"]), ("SI", ["Wasser d.o.o.", "Wasser k.d.d."]),
    ("SK", ["Wasser a.s.", "Wasser ver. obch. spol.", "Wasser jednoduchá spol. na akcie"]),
    ("AL", ["Wasser Sh.p.k."]), ("BA", ["Wasser d.n.o."]), ("CH", ["Wasser Sagl"]),
    ("IS", ["Wasser slhf."]), ("MK", ["Wasser ДОО", "Wasser DOOEL"]), ("NO", ["Wasser ANS"]),
    ("RS", ["Wasser д.о.о."]), ("TR", ["Wasser Koll. Şti.", "Wasser San. ve Tic. A.Ş."]),
    ("UA", ["ТОВ Wasser", "Wasser ТДВ"]), ("UK", ["Wasser LLP", "Wasser Cyf"]),
    ("XK", ["Wasser SHPK"]),
  ]

  @Test(arguments: names)
  func `a name without its form is left`(_ country: String, _ names: [String]) throws {
    for name in names {
      let words = try #require(NameTokens.ofOrganisation(name))
      #expect(words.words == ["wasser"], "\(name)")
      #expect(words.form != nil, "\(name)")
    }
  }

  @Test(arguments: ["SAP Wasser", "SAT Wasser", "CCC Wasser", "Coop Wasser", "PAC Wasser"])
  func `what is rather a part of a name stays`(_ name: String) throws {
    #expect(try #require(NameTokens.ofOrganisation(name)).words.count == 2)
  }

  @Test func `every member state has cases`() {
    let known = Self.names.compactMap { CountryCode($0.country) }
    #expect(CountryCode.euMembers.filter { !known.contains($0) } == [])
    #expect(Self.names.count == 38)
  }
}

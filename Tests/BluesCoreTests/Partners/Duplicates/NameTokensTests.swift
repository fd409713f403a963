import Testing

@testable import BluesCore

@Suite struct `Words of names` {
  static let organisationNames: [(String, [String], String?)] = [
    ("Aguas del Norte, S.L.", ["aguas", "norte"], "sl"),
    ("AGUAS NORTE SL", ["aguas", "norte"], "sl"),
    ("Wodociągi Łódzkie Sp. z o.o.", ["wodociagi", "lodzkie"], "spzoo"),
    ("Vodárna, spol. s r.o.", ["vodarna"], "spolsro"),
    ("Müller & Söhne GmbH & Co. KG", ["muller", "sohne"], "gmbhcokg"),
    ("Mueller und Soehne", ["muller", "sohne"], nil),
    ("Verein Ostsee e.V.", ["verein", "ostsee"], "ev"),
    ("SIA Baltijas Ūdens", ["baltijas", "udens"], "sia"),
    ("Плазма ЕООД", ["plazma"], "eood"),
    ("Υδρο Α.Ε.", ["ydro"], "ae"),
    ("M.T.A. S.p.A.", ["m", "t", "a"], "spa"),
    ("Ningbo Motor Co., Ltd.", ["ningbo", "motor"], "coltd"),
    ("Eau de l'Hérault SARL", ["eau", "herault"], "sarl"),
    ("S.A.", ["s", "a"], nil),
  ]

  @Test(arguments: organisationNames)
  func `an organisation's name is its words without legal form and links`(
    _ text: String, _ words: [String], _ form: String?
  ) throws {
    let name = try #require(NameTokens.ofOrganisation(text))
    #expect(name.words == words)
    #expect(name.form == form)
  }

  static let personNames: [(String, [String])] = [
    ("Dr. Ana María Gil", ["ana", "maria", "gil"]), ("GIL, Ana", ["gil", "ana"]),
    ("Jörg Weiß", ["jorg", "weiss"]), ("Joerg Weiss", ["jorg", "weiss"]),
    ("J. de la Peña", ["j", "pena"]),
    ("Łukasz Wiśniewski-Kowal", ["lukasz", "wisniewski", "kowal"]),
    ("Юлия Петрова", ["yuliya", "petrova"]),
  ]

  @Test(arguments: personNames)
  func `a person's name is its words without titles`(_ text: String, _ words: [String]) throws {
    #expect(try #require(NameTokens.ofPerson(text)).words == words)
  }

  static let persons: [(String, String, NameSimilarity)] = [
    ("Ana Gil", "Gil Ana", .same), ("Ana Gil", "A. Gil", .near),
    ("Ana Gil", "Ana Gil López", .near), ("Anna Schäfer", "Ana Schaefer", .near),
    ("Katarzyna Nowak", "Katarzina Nowak", .near), ("Ana Gil", "Ana Sanz", .partly),
    ("Martin Novák", "Martina Nováková", .different), ("Jan Novák", "Jana Novák", .partly),
    ("Gil", "Ana Gil", .unclear), ("Ana Gil", "Berta Sanz", .different),
    ("Ana Gil", "B. Gil", .partly),
  ]

  @Test(arguments: persons)
  func `two persons`(_ one: String, _ other: String, _ likeness: NameSimilarity) throws {
    let first = try #require(NameTokens.ofPerson(one))
    let second = try #require(NameTokens.ofPerson(other))
    #expect(NameSimilarity.ofPersons(first, second) == likeness)
    #expect(NameSimilarity.ofPersons(second, first) == likeness)
  }

  static let organisations: [(String, String, NameSimilarity)] = [
    ("Aguas del Norte S.L.", "Norte Aguas", .same),
    ("AquaTec GmbH", "Aqua Tec", .same),
    ("Technische Universität Dresden", "Techn. Universitaet Dresden", .near),
    ("Technische Universität Dresden", "Technische Universität München", .unclear),
    ("Baltic Nanotechnology Plasma Tec", "BNPT", .near),
    ("Wasserwerke", "Wasserwerk", .near), ("Aguas del Norte", "Aguas del Sur", .unclear),
    (
      "Ministère de la Culture et de la Communication",
      "Cabinet du Ministre de la Culture et de la Communication", .unclear
    ),
    ("Water Works 12", "Water Works 13", .different),
    (
      "Centrum Kształcenia Zawodowego i Ustawicznego Nr 2 Technikum Nr 14 w Gdańsku",
      "Centrum Kształcenia Zawodowego i Ustawicznego Nr 2 Technikum Nr 8 w Gdańsku", .different
    ),
    (
      "Regionalne Centrum Kształcenia Zawodowego Mechaników Okrętowych Gdynia Wschód Technikum",
      "Regionalne Centrum Kształcenia Zawodowego Mechaników Okrętowych Gdynia Wschód Policealna",
      .unclear
    ),
    ("Liceum Nr II Gdynia", "Liceum Nr III Gdynia", .different),
    ("Liceum Nr II Gdynia", "Liceum Nr 2 w Gdyni", .near), ("Plasma Nord", "Agua Viva", .different),
  ]

  @Test(arguments: organisations)
  func `two organisations`(_ one: String, _ other: String, _ likeness: NameSimilarity) throws {
    let first = try #require(NameTokens.ofOrganisation(one))
    let second = try #require(NameTokens.ofOrganisation(other))
    #expect(NameSimilarity.ofOrganisations(first, second) == likeness)
    #expect(NameSimilarity.ofOrganisations(second, first) == likeness)
  }
}

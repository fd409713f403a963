import Testing

@testable import BluesCore

@Suite struct `Countries` {
  @Test(arguments: [
    ("GR", "EL"), ("gb", "UK"), ("EL", "EL"), ("fra", "FR"), ("GBR", "UK"), ("XK", "XK"),
    ("Czechia", "CZ"), ("Czech Republic", "CZ"), ("République tchèque", "CZ"), ("Tschechien", "CZ"),
    ("USA", "US"), ("Royaume-Uni", "UK"), ("Turkey", "TR"), ("Türkiye", "TR"), ("TÜRKİYE", "TR"),
    ("The Netherlands", "NL"), ("Pays-Bas", "NL"), ("Korea, South", "KR"),
    ("Korea, Republic of", "KR"), ("Macedonia, former Yug. Rep.", "MK"), ("NIEMCY", "DE"),
    ("Česká republika", "CZ"), ("España", "ES"), ("ILES COOK", "CK"), ("COOK, ILES", "CK"),
    ("Kingdom of Belgium", "BE"), ("Ελλάδα", "EL"), ("Hong Kong", "HK"), ("Côte d’Ivoire", "CI"),
    ("Democratic People's Republic of Korea", "KP"), ("People's Republic of China", "CN"),
  ])
  func `a country is known by codes and names`(text: String, code: String) {
    #expect(CountryCode(spelled: text)?.code == code)
  }

  @Test(arguments: ["", "ZZ", "Atlantis", "Republic of China", "Republic", "E", "Middle Earth"])
  func `what is no country is refused`(text: String) {
    #expect(CountryCode(spelled: text) == nil)
  }

  @Test func `a slip is offered its country`() {
    #expect(throws: CountryProblem.unknown("Germny", near: ["Germany"])) {
      try CountryCode(parsing: "Germny")
    }
  }

  @Test func `every country has a name that leads back to it`() {
    #expect(CountryCode.all.count == 250)
    #expect(CountryCode.all.filter { CountryCode(spelled: $0.englishName) != $0 } == [])
    #expect(CountryCode.all.filter { CountryCode($0.alpha3) != $0 } == [])
    #expect(CountryCode.all.filter { CountryCode($0.iso) != $0 } == [])
  }

  @Test func `member states come first in protocol order`() {
    let sorted = CountryCode.all.sorted().prefix(28).map(\.code)
    let expected =
      "BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE AD"
    #expect(sorted.joined(separator: " ") == expected)
  }
}

@Suite struct `Folding text` {
  @Test(arguments: [
    ("Łódź", "lodz"), ("Straße", "strasse"), ("ØRSTED", "orsted"), ("Ægir Œuvre", "aegir oeuvre"),
    ("İstanbul ılık", "istanbul ilik"), ("Þór Đuro Ðegi", "thor duro degi"), ("Ελλάδα", "ellada"),
    ("Θεσσαλονίκη", "thessaloniki"), ("София", "sofiya"), ("Щастие", "shtastie"),
    ("e\u{301}te\u{301}", "ete"), ("a\u{A0}b’c–d", "a b'c-d"), ("Việt Nam", "viet nam"),
    ("ＡＢ１", "ab1"), ("東京", "東京"), ("plain", "plain"),
  ])
  func `letters lose case, accents and script`(text: String, folded: String) {
    #expect(Folding.folded(text) == folded)
  }

  @Test(arguments: 0..<20) func `folding twice is folding once`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let scalars = (0..<60).compactMap { _ in Unicode.Scalar(UInt32(random.next() % 0x2100)) }
    let text = String(String.UnicodeScalarView(scalars))
    let once = Folding.folded(text)
    #expect(Array(Folding.folded(once).utf8) == Array(once.utf8))
  }

  @Test func `bytes that are no UTF-8 are kept`() {
    var out: [UInt8] = []
    let bytes: [UInt8] = [0x41, 0xFF, 0xC3]
    bytes.withUnsafeBufferPointer { Folding.append($0, to: &out) }
    #expect(out == [0x61, 0xFF, 0xC3])
  }

  @Test func `a swap of neighbours is one slip`() {
    #expect(EditDistance.between("deliverbale", "deliverable") == 1)
    #expect(EditDistance.between("", "abc") == 3)
    #expect(EditDistance.between("kitten", "sitting") == 3)
  }

  @Test func `near words are offered, nearest first`() {
    let known = ["partner", "report", "exchange", "workpackage"]
    #expect(EditDistance.nearest(to: "exhange", in: known) == ["exchange"])
    #expect(EditDistance.nearest(to: "Reprot", in: known) == ["report"])
    #expect(EditDistance.nearest(to: "work", in: known) == ["workpackage"])
    #expect(EditDistance.nearest(to: "zzz", in: known) == [])
  }
}

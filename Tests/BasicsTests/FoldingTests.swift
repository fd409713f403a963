import Basics
import Testing

@Suite struct `Folding text` {
  @Test(arguments: [
    ("Łódź", "lodz"), ("Straße", "strasse"), ("ØRSTED", "orsted"), ("Ægir Œuvre", "aegir oeuvre"),
    ("İstanbul ılık", "istanbul ilik"), ("Þór Đuro Ðegi", "thor duro degi"), ("Ελλάδα", "ellada"),
    ("Θεσσαλονίκη", "thessaloniki"), ("София", "sofiya"), ("Щастие", "shtastie"),
    ("e\u{301}te\u{301}", "ete"), ("a\u{A0}b’c–d", "a b'c-d"), ("Việt Nam", "viet nam"),
    ("ＡＢ１", "ab1"), ("Майски", "mayski"),
    ("Маи\u{306}ски", "mayski"), ("Киі\u{308}в", "kiyiv"), ("Київ", "kiyiv"),
    ("г\u{301}к\u{301}", "gjkj"), ("и\u{301}", "i"), ("Ι\u{308}", "i"), ("\u{391}θήνα", "athina"),
    ("Αθη\u{301}να", "athina"), ("ŁÓDŹ", "lodz"), ("東京", "東京"), ("plain", "plain"),
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
}

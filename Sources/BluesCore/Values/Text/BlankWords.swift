internal import Basics

/// Words by which lists say that there is nothing: `-`, `n/a`, `k. A.`, `néant`, `brak`.
package struct BlankWords: Sendable, Equatable {
  private let more: Set<String>

  /// - Parameter more: words of one list beside those of all.
  package init(_ more: [String] = []) {
    self.more = Set(more.map(Self.key))
  }

  /// Whether a cell of a field for something else says only that there is nothing.
  package func contains(_ text: String) -> Bool {
    guard text.utf8.count <= Self.longest || !more.isEmpty else { return false }
    let key = Self.key(text)
    return Self.all.contains(key) || more.contains(key)
  }

  /// Whether a text may be such a word; most cells are told by one sign of what they are.
  func mayContain(_ text: String) -> Bool {
    if !more.isEmpty { return true }
    let bytes = text.utf8
    guard bytes.count <= Self.longest else { return false }
    return !bytes.contains { $0.isDigit || $0 == 0x40 }
      && (bytes.count <= 6 || !bytes.contains(0x2E))
  }

  private static let longest = 24

  private static func key(_ text: String) -> String {
    let dashed = text.unicodeScalars.map { scalar -> Character in
      (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212 ? "-" : Character(scalar)
    }
    return String(
      decoding: Folding.folded(String(dashed)).utf8.filter { !$0.isBlank }, as: UTF8.self)
  }

  private static let all: Set<String> = [
    "-", "--", "---", "----", "-/-", "/", "//", ".", "..", "...", "?", "??", "???", "_", "*", "n/a",
    "n.a.", "n.a", "na", "#n/a", "nan", "null", "nil", "none", "unknown", "tbd",
    "notavailable", "notapplicable", "nodata", "(blank)", "(none)", "(empty)",
    "k.a.", "k.a", "ka", "keine", "keines", "keins", "keiner", "keineangabe", "keineangaben",
    "n.n.",
    "keinedaten", "(leer)", "n.n", "nn", "unbekannt", "entfallt", "nichtvorhanden", "nichtbekannt",
    "ohne", "o.a.", "fehlt",
    "neant", "aucun", "aucune", "nc", "n.c.", "n/c", "nonrenseigne", "noncommunique", "inconnu",
    "sansobjet", "(vide)", "s.o.", "nd", "n.d.", "n/d",
    "sindatos", "sindato", "s/d", "ninguno", "ninguna", "notiene", "nodisponible", "desconocido",
    "noconsta", "nohay", "noaplica", "noprocede", "(vacio)", "(envacoblanco)",
    "brak", "brakdanych", "b/d", "b.d.", "bd", "niedotyczy", "nd.", "nieznany", "niepodano",
    "niema",
    "neni", "nejsou", "nema", "neuvedeno", "nezname", "neznamy", "zadny", "zadna", "zadne",
    "bezudaju", "bezudaje", "nevyplneno", "s/o", "./.", "•", "·", "…",
    "xxx", "xxxx", "<leer>", "<empty>", "<blank>", "<null>", "<none>", "[leer]", "[empty]",
    "-,-", "-.-", "--,--",
    // What spreadsheets in other languages show for #N/A.
    "#nv", "#n/d", "#n/d!", "#nd", "#n/b", "#neni_k_dispozici",
  ]
}

internal import Basics
internal import Tabular

/// What becomes of rows that add up the others.
package enum TotalsRows: String, Sendable, CaseIterable {
  case leave
  case keep
}

/// Rows below a list, or between its parts, that add up the others: `Summe`, `Total: 42`, or
/// nothing but a number.
enum TotalsRow {
  /// Whether no cell of a row says anything.
  static func isBlank(_ row: borrowing Tabular.Row) -> Bool {
    guard row.fault == nil else { return false }
    for index in 0..<row.count where !CellText.trimmed(row[index]).isEmpty { return false }
    return true
  }

  static func isOne(_ row: borrowing Tabular.Row) -> Bool {
    var hasWord = false
    var filled = 0
    for index in 0..<row.count {
      let cell = CellText.trimmed(row[index])
      if cell.isEmpty { continue }
      filled += 1
      if isNumber(cell) { continue }
      guard filled == 1, isTotal(cell) else { return false }
      hasWord = true
    }
    return hasWord || filled == 1
  }

  /// Whether the first text of a row is a word for a sum.
  static func isTold(_ row: [String]) -> Bool {
    guard var text = row.first(where: { !$0.trimmed.isEmpty }) else { return false }
    return text.trimmed.isEmpty ? false : text.withUTF8 { isTotal(CellText.trimmed($0)) }
  }

  /// A number as sheets show it, perhaps with a currency; codes that begin with a zero are none,
  /// and nor are numbers of telephones.
  private static func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count <= 40 else { return false }
    var unit: [UInt8] = []
    for byte in cell where !byte.isDigit && !".,'- ".utf8.contains(byte) {
      unit.append(byte.lowered)
    }
    guard let first = cell.first(where: { $0.isDigit }) else { return false }
    let digits = cell.count { $0.isDigit }
    let isCode = first == 0x30 && digits > 1 && !cell.contains(0x2E) && !cell.contains(0x2C)
    return !isCode && units.contains(String(decoding: unit, as: UTF8.self))
  }

  private static let units: Set<String> = [
    "", "%", "€", "$", "£", "\u{A0}", "\u{202F}", "\u{A0}€", "\u{202F}€", "eur", "euro", "usd",
    "gbp",
    "chf", "czk", "kč", "pln", "zł", "huf", "ron",
  ]

  /// Whether a cell begins with a word for a sum and goes on with nothing or a number.
  private static func isTotal(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count <= 60, let first = cell.first else { return false }
    if first.isDigit { return isCount(cell) }
    guard first >= 0x80 || firsts.contains(first.lowered) else { return false }
    var written = String(decoding: cell, as: UTF8.self)
    if first >= 0x80, let sign = written.first, "Σ∑".contains(sign) {
      written = "sum" + written.dropFirst()
    }
    let text = Folding.folded(written)
    for word in words where text.utf8.starts(with: word.utf8) {
      let rest = text.utf8.dropFirst(word.utf8.count)
        .drop { $0 == 0x20 || $0 == 0x3A || $0 == 0x3D || $0 == 0x28 }
      let behind = text.utf8.dropFirst(word.utf8.count).first
      if let behind, behind.isLetter || behind.isDigit { continue }
      let number = rest.prefix { !$0.isLetter }
      if rest.isEmpty || (rest.first.map { $0.isDigit } == true && rest.count - number.count <= 12)
      {
        return true
      }
    }
    return false
  }

  /// Whether a cell says how many rows there are: `12 members`.
  private static func isCount(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let noun = cell.drop { $0.isDigit }
    guard noun.first == 0x20, noun.count <= 24 else { return false }
    return counted.contains(
      Folding.folded(String(decoding: noun.drop { $0 == 0x20 }, as: UTF8.self)))
  }

  private static let counted: Set<String> = [
    "rows", "records", "entries", "members", "contacts", "companies", "organisations",
    "organizations", "firmen", "unternehmen", "mitglieder", "kontakte", "eintrage", "zeilen",
    "datensatze", "entreprises", "societes", "membres", "lignes", "empresas", "miembros", "socios",
    "contactos", "registros", "filas", "firm", "czlonkow", "kontaktow", "rekordow", "wierszy",
    "firem", "clenu", "kontaktu", "zaznamu", "radku",
  ]

  /// What words for a sum begin with.
  private static let firsts = Set(words.compactMap(\.utf8.first))

  /// Folded, in six languages, and what some neighbours and spreadsheets write.
  private static let words = [
    "total", "totals", "grand total", "subtotal", "sub-total", "sum", "sum total", "count",
    "total person-months", "total person/months", "total person months", "total pm",
    "number of rows", "number of contacts", "records",
    "summe", "gesamt", "gesamtsumme", "gesamtzahl", "insgesamt", "zwischensumme", "anzahl",
    "total general", "sous-total", "somme", "totaux", "nombre", "nombre total", "ensemble",
    "suma", "suma total", "totales", "numero total", "subtotales", "recuento",
    "razem", "ogolem", "lacznie", "suma czesciowa", "liczba", "w sumie",
    "celkem", "soucet", "mezisoucet", "pocet", "uhrnem",
    "total members", "number of members", "members total", "gesamtanzahl", "mitglieder gesamt",
    "mitglieder insgesamt", "anzahl mitglieder", "summe mitglieder", "gesamtanzahl mitglieder",
    "total membres", "nombre de membres", "total miembros", "numero de miembros", "suma koncowa",
    "liczba czlonkow", "razem czlonkow", "pocet clenu", "celkem clenu", "celkovy pocet",
    "in summe", "zusammen", "au total", "en total", "average", "averages", "mean", "durchschnitt",
    "mittelwert", "moyenne", "promedio", "srednia", "srednio", "prumer",
    "celkovy soucet", "totale", "totali", "totale generale", "somma", "totaal", "eindtotaal",
  ]
}

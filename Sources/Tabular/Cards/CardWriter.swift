/// The version of a card to write.
package enum CardVersion: String, CaseIterable, Sendable {
  case three = "3.0"
  case four = "4.0"
}

/// Writes records as cards (RFC 6350; RFC 2426): UTF-8, CRLF, folded at 75 bytes.
///
/// What it writes, `RowReader` reads back byte for byte, whatever the values hold: what a card
/// cannot say is put beside it, see `CardExact`.
package struct CardWriter {
  /// What is written so far; the caller takes it and may empty it.
  package var bytes: [UInt8] = []

  private let fields: [CardField?]
  private let keys: [[UInt8]]
  private let version: CardVersion
  private var isFirst = true

  /// - Parameters:
  ///   - keys: what the values of every record are, in their order: those of `CardField` become
  ///     properties, others are kept under their names.
  ///   - version: what the cards are to be.
  package init(keys: [String], version: CardVersion = .four) {
    self.keys = keys.map { Array($0.utf8) }
    fields = self.keys.map(CardExact.field)
    self.version = version
  }

  /// Writes one card.
  ///
  /// An empty value says nothing. Values beyond the keys are left out.
  package mutating func write(_ values: some Sequence<String>) {
    var record = CardRecord()
    var others: [[UInt8]] = []
    for (index, value) in zip(keys.indices, values) {
      if let field = fields[index] {
        record[field] = Array(value.utf8)
      } else if isFirst || !value.isEmpty {
        // The first card names every key, so that a reader knows them from the start.
        others.append(CardExact.line(keys[index], value.utf8))
      }
    }
    isFirst = false
    let lines = CardLines(of: record, version: version)
    let said = lines.record
    put(Array("BEGIN:VCARD".utf8))
    put(Array("VERSION:\(version.rawValue)".utf8))
    for line in lines.lines { put(line) }
    for field in CardField.allCases where said[field] != record[field] {
      put(CardExact.line(Array(CardField.keys[field.rawValue].utf8), record[field]))
    }
    for line in others { put(line) }
    put(Array("END:VCARD".utf8))
  }

  /// The most bytes of a line, its end aside.
  private static let width = 75

  /// Writes one line, folded between characters, and never behind an equals sign: in a kept line
  /// that is quoted-printable a reader would take it for that encoding's own line break.
  private mutating func put(_ line: [UInt8]) {
    var start = 0
    var room = Self.width
    while line.count - start > room {
      var end = start + room
      while end > start, line[end] & 0xC0 == 0x80 || line[end - 1] == UInt8(ascii: "=") { end -= 1 }
      // No character is that long; bytes that are none are cut where the line ends.
      if end == start { end = start + room }
      bytes += line[start..<end]
      bytes += [LineEnds.cr, LineEnds.lf, UInt8(ascii: " ")]
      start = end
      room = Self.width - 1
    }
    bytes += line[start...]
    bytes += [LineEnds.cr, LineEnds.lf]
  }
}

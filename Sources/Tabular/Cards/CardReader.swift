/// Reads the cards of a vCard file, one after another, each as it stands.
package final class CardReader {
  /// How the cards are being read.
  package let reading: CardReading

  private let lines: TextLines
  private let decision: EncodingDecision

  /// - Throws: a `TabularProblem` when the file cannot be read or its encoding cannot be told.
  package convenience init(
    source: ByteSource, options: ReadingOptions = ReadingOptions()
  ) throws(TabularProblem) {
    try self.init(input: RawInput(source: source), options: options)
  }

  /// The encoding is settled as for a text, save that a value may name its own: until it does
  /// not, bytes that are no UTF-8 are carried along.
  init(input: RawInput, options: ReadingOptions) throws(TabularProblem) {
    let decided = try input.head.withUnsafeBufferPointer { (head) throws(TabularProblem) in
      do throws(TabularProblem) {
        return try EncodingDecision(head: head, whole: input.isWhole, given: options.encoding)
      } catch .encodingUnsure {
        return try EncodingDecision(head: head, whole: input.isWhole, given: .utf8)
      }
    }
    guard input.head.count > decided.markLength else { throw .emptyFile }
    let lenient =
      decided.encoding == .utf8
      ? try input.head.withUnsafeBufferPointer { (head) throws(TabularProblem) in
        try EncodingDecision(head: head, whole: input.isWhole, given: .utf8)
      } : decided
    decision = lenient
    isGiven = options.encoding != nil
    reading = CardReading(
      encoding: decided.encoding,
      encodingBasis: isGiven ? .given : decided.markLength > 0 ? .byteOrderMark : .content,
      hadByteOrderMark: decided.markLength > 0)
    lines = try TextLines(
      buffer: TextBuffer(input: input, decision: lenient, chunkBytes: options.chunkBytes))
  }

  /// Whether a person said what the encoding is.
  private let isGiven: Bool

  /// The next card, or the next stretch of text outside of one; nil at the end.
  ///
  /// - Throws: a `TabularProblem` when the rest cannot be read.
  package func next() throws(TabularProblem) -> Card? {
    while try lines.next() {
      if lines.bytes.allSatisfy(CardText.isBlank) { continue }
      return CardFolding.depth(of: lines.bytes) == 1 ? try card() : try outside()
    }
    return nil
  }

  /// Text up to the next card, of which the beginning is kept.
  private func outside() throws(TabularProblem) -> Card {
    let line = lines.line
    var text = [UInt8](lines.bytes.prefix(RowLimit.shownBytes))
    while try lines.next() {
      if CardFolding.depth(of: lines.bytes) == 1 {
        lines.putBack()
        break
      }
      let room = RowLimit.shownBytes - text.count
      if room > 0 { text += [LineEnds.lf] + lines.bytes.prefix(room) }
    }
    return Card(
      line: line, version: nil, properties: [],
      fault: RowFault(line: line, column: 0, kind: .card(.outside)), outside: text)
  }

  private func card() throws(TabularProblem) -> Card {
    let line = lines.line
    var folding = CardFolding()
    var depth = 1
    var isAgent = false
    var fault: RowFault?
    while depth > 0 {
      guard try lines.next() else {
        fault = fault ?? RowFault(line: line, column: 0, kind: .card(.unfinished))
        break
      }
      let change = CardFolding.depth(of: lines.bytes)
      if change == 1, depth == 1, !isAgent {
        lines.putBack()
        fault = fault ?? RowFault(line: line, column: 0, kind: .card(.unfinished))
        break
      }
      depth += change
      if depth == 0 { break }
      isAgent = CardFolding.isAgent(lines.bytes)
      if lines.isCut || folding.size + lines.bytes.count > RowLimit.recordBytes {
        fault =
          fault
          ?? RowFault(line: lines.line, column: 0, kind: .tooLong(most: RowLimit.recordBytes))
      } else if fault == nil {
        folding.add(lines.bytes, number: lines.line, mark: lines.firstMark)
      }
    }
    return try card(from: folding, line: line, fault: fault)
  }

  private func card(
    from folding: CardFolding, line: Int, fault: RowFault?
  ) throws(TabularProblem) -> Card {
    let version = folding.version
    let isOld = version?.utf8.starts(with: "2".utf8) == true
    var properties: [CardProperty] = []
    var fault = fault
    for folded in folding.unfolded(isOld: isOld) {
      guard let head = CardHead(folded.bytes, isOld: isOld) else {
        fault = fault ?? RowFault(line: folded.line, column: 0, kind: .card(.notAProperty))
        continue
      }
      var value = CardValue(folded, head, isGiven ? decision.encoding : nil)
      if let offset = folded.mark, value.needsDecision {
        if !isGiven, decision.encoding == .utf8 { throw unsure(value, folded.line, offset) }
        fault = fault ?? value.undecodable(at: offset, in: decision.encoding)
      }
      if head.name == "VERSION" { continue }
      properties.append(value.property(isOld: isOld))
    }
    return Card(line: line, version: version, properties: properties, fault: fault, outside: [])
  }

  /// The problem that a person has to choose the encoding, shown by the line that asks for it.
  private func unsure(_ value: CardValue, _ line: Int, _ offset: Int) -> TabularProblem {
    let bytes = value.unmarked
    let bad = bytes.withUnsafeBufferPointer { bytes in
      switch UTF8Check.verdict(on: bytes) {
      case .bad(let at), .unfinished(let at): at
      case .sound: 0
      }
    }
    return .encodingUnsure(
      bytes.withUnsafeBufferPointer { bytes in
        EncodingDoubt(in: bytes, bad: bad, firstLine: line, firstOffset: offset - bad)
      })
  }
}

/// How cards are being read.
package struct CardReading: Equatable, Sendable {
  package let encoding: TextEncoding
  package let encodingBasis: Reading.Basis
  package let hadByteOrderMark: Bool
}

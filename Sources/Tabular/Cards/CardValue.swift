/// A property on its way from bytes to text.
struct CardValue {
  private let line: CardFolding.Line
  private let head: CardHead
  /// What a person said the file's encoding is.
  private let given: TextEncoding?

  init(_ line: CardFolding.Line, _ head: CardHead, _ given: TextEncoding?) {
    self.line = line
    self.head = head
    self.given = given
  }

  /// The character set that the value names.
  private var charset: TextEncoding? {
    head.parameters.first { $0.name == "CHARSET" }?.values.first.flatMap { TextEncoding(named: $0) }
  }

  private var namesUnknownCharset: Bool {
    charset == nil && head.parameters.contains { $0.name == "CHARSET" }
  }

  /// Whether bytes that are no UTF-8 stand in it, and it does not say what they are.
  var needsDecision: Bool {
    line.bytes.contains(UndecodableByte.sign) && (charset == nil || charset == .utf8)
  }

  /// The line with its marked bytes as they stand in the file.
  var unmarked: [UInt8] { Self.unmarked(line.bytes[...]) }

  private static func unmarked(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UndecodableByte.sign, index + 2 < text.endIndex {
        bytes.append(text[index + 1] << 4 | text[index + 2] & 0x0F)
        index += UndecodableByte.length
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  func undecodable(at offset: Int, in encoding: TextEncoding) -> RowFault {
    let byte = line.bytes.withUnsafeBufferPointer { bytes in
      bytes.firstIndex(of: UndecodableByte.sign).map { UndecodableByte.read(bytes, at: $0) } ?? 0
    }
    return RowFault(
      line: line.line, column: 0,
      kind: .undecodable(byte: byte, offset: offset, encoding: encoding))
  }

  /// The property, its value decoded as far as that can be done.
  mutating func property(isOld: Bool) -> CardProperty {
    var raw = line.bytes
    var fault: CardFault?
    if raw.contains(UndecodableByte.sign), let charset, charset != .utf8 {
      // From here on it is UTF-8, and sound UTF-8 is not decoded again whatever it names.
      raw = decoded(unmarked, as: charset, &fault)
    }
    var value = Array(raw.dropFirst(head.length))
    if head.isQuotedPrintable {
      // A soft line end with no line behind it says nothing.
      if value.last == UInt8(ascii: "=") { value.removeLast() }
      value = decodedIfNeeded(CardText.unquoted(value[...]), &fault)
    } else if fault == nil, namesUnknownCharset, raw.contains(UndecodableByte.sign) {
      fault = .unknownCharset
    }
    return CardProperty(
      line: line.line, group: head.group, name: head.name, parameters: head.parameters,
      value: Self.shown(value), raw: Self.shown(raw), fault: fault, isOld: isOld)
  }

  /// Bytes of quoted-printable are in the set they name, else in the file's, else in UTF-8.
  private func decodedIfNeeded(_ bytes: [UInt8], _ fault: inout CardFault?) -> [UInt8] {
    guard bytes.contains(where: { $0 > 0x7F }) else { return bytes }
    let isSound = bytes.withUnsafeBufferPointer { UTF8Check.verdict(on: $0) } == .sound
    if namesUnknownCharset, !isSound { fault = fault ?? .unknownCharset }
    if isSound, charset == nil { return bytes }
    return decoded(bytes, as: charset ?? given ?? .utf8, &fault)
  }

  private func decoded(
    _ bytes: [UInt8], as encoding: TextEncoding, _ fault: inout CardFault?
  ) -> [UInt8] {
    let decoded = bytes.withUnsafeBufferPointer { try? encoding.decode($0, last: true) }
    guard let decoded else {
      fault = fault ?? .unknownCharset
      return bytes
    }
    if let bad = decoded.undecodable.first {
      fault = fault ?? .undecodable(byte: bytes[bad], encoding: encoding)
    }
    return decoded.text
  }

  /// Sound UTF-8, with `\x81` for a byte without a character.
  private static func shown(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UndecodableByte.sign) else { return text }
    return text.withUnsafeBufferPointer { Array(UndecodableByte.shown($0).utf8) }
  }
}

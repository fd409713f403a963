/// What stands before the colon of a property: group, name and parameters.
struct CardHead: Equatable {
  let group: String?
  let name: String
  let parameters: [CardParameter]
  /// Where the value begins.
  let length: Int

  /// Nil when the line is no property.
  init?(_ line: [UInt8], isOld: Bool) {
    guard let colon = Self.colon(in: line) else { return nil }
    length = colon + 1
    var pieces = Self.pieces(line[..<colon], at: UInt8(ascii: ";"))[...]
    let label = CardText.trimmed(pieces.removeFirst())
    let dot = label.lastIndex(of: UInt8(ascii: "."))
    let name = CardText.capitals(dot.map { label[($0 + 1)...] } ?? label)
    guard !name.isEmpty, name.allSatisfy(Self.isNameByte) else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
    group = dot.map { String(decoding: label[..<$0], as: UTF8.self) }
    var parameters: [CardParameter] = []
    var places: [String: Int] = [:]
    for piece in pieces {
      let parameter = Self.parameter(piece, isOld: isOld)
      if parameter.name.isEmpty { continue }
      if let index = places[parameter.name] {
        parameters[index].values += parameter.values
      } else {
        places[parameter.name] = parameters.count
        parameters.append(parameter)
      }
    }
    self.parameters = parameters
  }

  /// The colon before the value; one in quotes is part of a parameter.
  static func colon(in line: [UInt8]) -> Int? {
    var isQuoted = false
    for (index, byte) in line.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ":"), !isQuoted { return index }
    }
    // A quote that does not close is a letter like any other.
    return line.firstIndex(of: UInt8(ascii: ":"))
  }

  /// Letters, digits and hyphens by the standard; some address books put other signs between.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"): true
    default: false
    }
  }

  private static func pieces(
    _ bytes: ArraySlice<UInt8>, at separator: UInt8
  ) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var isQuoted = false
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[index] == separator, !isQuoted {
        pieces.append(bytes[start..<index])
        start = index + 1
      }
    }
    return pieces + [bytes[start...]]
  }

  private static func parameter(_ piece: ArraySlice<UInt8>, isOld: Bool) -> CardParameter {
    guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else {
      let word = CardText.trimmed(piece)
      return CardParameter(
        name: word.isEmpty ? "" : bareName(of: CardText.capitals(word)),
        values: [String(decoding: word, as: UTF8.self)])
    }
    let values = pieces(piece[(equals + 1)...], at: UInt8(ascii: ",")).map { value in
      var value = CardText.trimmed(value)
      if value.count > 1, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
        value = value.dropFirst().dropLast()
      }
      return String(decoding: isOld ? Array(value) : uncareted(value), as: UTF8.self)
    }
    let name = CardText.capitals(CardText.trimmed(piece[..<equals]))
    return CardParameter(name: String(decoding: name, as: UTF8.self), values: values)
  }

  /// The name that a bare word of vCard 2.1 is short for.
  private static func bareName(of word: [UInt8]) -> String {
    switch String(decoding: word, as: UTF8.self) {
    case "BASE64", "B", "QUOTED-PRINTABLE", "7BIT", "8BIT": "ENCODING"
    case "INLINE", "URL", "CID", "CONTENT-ID": "VALUE"
    default: "TYPE"
    }
  }

  /// Takes off the escapes of parameter values (RFC 6868).
  private static func uncareted(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      let next = index + 1 < value.endIndex ? value[index + 1] : 0
      let meant: UInt8? =
        switch (value[index], next) {
        case (UInt8(ascii: "^"), UInt8(ascii: "n")): LineEnds.lf
        case (UInt8(ascii: "^"), UInt8(ascii: "'")): UInt8(ascii: "\"")
        case (UInt8(ascii: "^"), UInt8(ascii: "^")): UInt8(ascii: "^")
        default: nil
        }
      text.append(meant ?? value[index])
      index += meant == nil ? 1 : 2
    }
    return text
  }

  func has(_ parameter: String, _ wanted: String...) -> Bool {
    parameters.contains { given in
      given.name == parameter
        && given.values.contains { wanted.contains($0.uppercased()) }
    }
  }

  var isQuotedPrintable: Bool { has("ENCODING", "QUOTED-PRINTABLE") }
  var isBase64: Bool { has("ENCODING", "BASE64", "B") }
}

internal import Basics

/// Text in the signs that every bank of SEPA passes on (EPC217-08): Latin letters without accents,
/// digits, the blank and `/ - ? : ( ) . , ' +`.
///
/// Letters of other kinds are to be turned into Latin ones by whoever hands a text in. What is left
/// over becomes the nearest sign there is, else a full stop.
package enum PaymentText {
  /// A name, of 70 signs at most.
  package static func name(_ text: String) -> String { limited(text, to: 70) }

  /// What the payee reads, of 140 signs at most.
  package static func purpose(_ text: String) -> String { limited(text, to: 140) }

  /// A reference of 35 signs at most, which neither begins nor ends with a slash nor has two of
  /// them in a row; blanks become hyphens.
  package static func identifier(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in limited(text, to: .max).utf8 {
      if byte == slash, out.isEmpty || out.last == slash { continue }
      out.append(byte == 0x20 ? UInt8(ascii: "-") : byte)
    }
    out = Array(out.prefix(35))
    while out.last == slash { out.removeLast() }
    return out.isEmpty ? "NOTPROVIDED" : String(decoding: out, as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")

  /// Blanks in a row count as one, and none stands at either end; an empty text is a full stop,
  /// since none may be.
  private static func limited(_ text: String, to most: Int) -> String {
    var out: [UInt8] = []
    // Marks over letters and signs without a shape leave nothing behind.
    for scalar in text.unicodeScalars where !isUnseen(scalar) {
      let sign = sign(for: scalar)
      if sign == 0x20, out.isEmpty || out.last == 0x20 { continue }
      out.append(sign)
    }
    out = Array(out.prefix(most))
    while out.last == 0x20 { out.removeLast() }
    return out.isEmpty ? "." : String(decoding: out, as: UTF8.self)
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return false }
    let properties = scalar.properties
    return properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
      || properties.generalCategory == .nonspacingMark
  }

  private static func sign(for scalar: Unicode.Scalar) -> UInt8 {
    guard let byte = UInt8(exactly: scalar.value), byte < 0x80 else {
      return scalar.properties.isWhitespace ? 0x20 : UInt8(ascii: ".")
    }
    switch byte {
    case _ where byte.isAlphanumeric: return byte
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "'"), UInt8(ascii: "+"):
      return byte
    case 0...0x20, 0x7F: return 0x20
    case UInt8(ascii: "&"): return UInt8(ascii: "+")
    case UInt8(ascii: "_"), UInt8(ascii: "~"): return UInt8(ascii: "-")
    case UInt8(ascii: ";"): return UInt8(ascii: ",")
    case UInt8(ascii: "\""), UInt8(ascii: "`"): return UInt8(ascii: "'")
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): return UInt8(ascii: "(")
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): return UInt8(ascii: ")")
    case UInt8(ascii: "\\"), UInt8(ascii: "|"): return slash
    default: return UInt8(ascii: ".")
    }
  }
}

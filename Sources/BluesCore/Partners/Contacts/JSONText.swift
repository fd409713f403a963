/// Writes cells as one JSON object of texts, the form in which kept columns are stored.
enum JSONText {
  static func object(_ cells: [ContactDraft.KeptCell]) -> String? {
    guard !cells.isEmpty else { return nil }
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell.heading, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(cell.text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: bytes += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

internal import Basics
internal import FoundationEssentials

/// Writes cells as one JSON object of texts, the form in which kept columns are stored.
enum JSONText {
  static func object(_ cells: [ExtraCell]) -> String? {
    guard !cells.isEmpty else { return nil }
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONWriter.write(string: cell.heading, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      JSONWriter.write(string: cell.text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cells of such an object; none of another text.
  static func cells(_ text: String?) -> [String: String] {
    guard let text else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
  }
}

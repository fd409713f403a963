/// How a file of JSON is being read.
package struct JSONReading: Equatable, Sendable {
  /// How the objects stand in the file.
  package enum Shape: Equatable, Sendable {
    /// A list under a key of one object, as `blues` exports it; the schema when it says one.
    case member(String, schema: String?)
    case list
    /// One object after another, each on its line.
    case lines
  }

  package let encoding: TextEncoding
  package let encodingBasis: Reading.Basis
  package let shape: Shape
}

/// Tells JSON from a table by how it begins.
enum JSONStart {
  /// Whether the text begins with an object and its first key, or with a list of objects.
  ///
  /// A table whose first cell begins with a bracket does not go on like that.
  static func opens(_ text: some Collection<UInt8>) -> Bool {
    var rest = text.drop(while: isBlank)
    if rest.first == UInt8(ascii: "[") {
      rest = rest.dropFirst().drop(while: isBlank)
      if rest.first == UInt8(ascii: "]") { return rest.dropFirst().allSatisfy(isBlank) }
    }
    // A list of lists is JSON, though no table; no heading begins with two brackets.
    if rest.startIndex > text.startIndex, rest.first == UInt8(ascii: "[") { return true }
    guard rest.first == UInt8(ascii: "{") else { return false }
    rest = rest.dropFirst().drop(while: isBlank)
    if rest.first == UInt8(ascii: "}") { return rest.dropFirst().allSatisfy(isBlankOrBracket) }
    guard rest.first == UInt8(ascii: "\"") else { return false }
    var isEscaped = false
    let key = rest.dropFirst().prefix { byte in
      defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
      return byte != UInt8(ascii: "\"") || isEscaped
    }
    rest = rest.dropFirst(key.count + 2).drop(while: isBlank)
    return rest.first == UInt8(ascii: ":")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    CardText.isBlank(byte) || LineEnds.isEnd(byte)
  }

  private static func isBlankOrBracket(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "]")
  }
}

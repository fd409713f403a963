internal import Basics

/// Writes rows as objects: one to a line, or in a list within one object.
package final class JSONRows: RowSink {
  /// What the texts of a column stand for.
  package enum Kind: Sendable {
    case text
    /// A plain number, written as it stands.
    case number
    /// Texts with a line feed between them.
    case list
  }

  private let keys: [[UInt8]]
  private let kinds: [Kind]
  private let isLines: Bool
  private var output: OutgoingBytes
  private var isFirst = true

  /// One object to a line.
  package init(lines keys: [String], kinds: [Kind] = [], to target: @escaping ByteTarget) {
    self.kinds = kinds
    self.keys = Self.written(keys, isLines: true)
    isLines = true
    output = OutgoingBytes(target)
  }

  /// One object that names its shape and holds the rows under their noun.
  package init(
    schema: String, noun: String, keys: [String], kinds: [Kind] = [],
    to target: @escaping ByteTarget
  ) {
    self.kinds = kinds
    self.keys = Self.written(keys, isLines: false)
    isLines = false
    output = OutgoingBytes(target)
    output.bytes += "{\n  \"schema\": ".utf8
    JSONWriter.write(string: schema, to: &output.bytes)
    output.bytes += ",\n  ".utf8
    JSONWriter.write(string: noun, to: &output.bytes)
    output.bytes += ": [".utf8
  }

  package func write(_ row: [UnsafeBufferPointer<UInt8>]) throws {
    if !isLines { output.bytes += (isFirst ? "\n    {" : ",\n    {").utf8 }
    if isLines { output.bytes.append(UInt8(ascii: "{")) }
    isFirst = false
    for (position, cell) in row.enumerated() where position < keys.count {
      output.bytes += keys[position]
      append(cell, position < kinds.count ? kinds[position] : .text)
    }
    output.bytes += (isLines ? "}\n" : "\n    }").utf8
    try output.flushIfMany()
  }

  package func finish() throws {
    if !isLines { output.bytes += (isFirst ? "]\n}\n" : "\n  ]\n}\n").utf8 }
    try output.flush()
  }

  private func append(_ cell: UnsafeBufferPointer<UInt8>, _ kind: Kind) {
    switch kind {
    case .text: append(text: cell)
    case .number where cell.baseAddress != nil: output.bytes.append(contentsOf: cell)
    case .number: append(text: cell)
    case .list:
      output.bytes.append(UInt8(ascii: "["))
      for (position, item) in cell.split(separator: UInt8(ascii: "\n")).enumerated() {
        if position > 0 { output.bytes += isLines ? ",".utf8 : ", ".utf8 }
        append(text: UnsafeBufferPointer(rebasing: item))
      }
      output.bytes.append(UInt8(ascii: "]"))
    }
  }

  private func append(text cell: UnsafeBufferPointer<UInt8>) {
    if cell.baseAddress == nil {
      output.bytes += "null".utf8
    } else {
      JSONWriter.write(text: cell, to: &output.bytes)
    }
  }

  /// The keys as they stand before each value, each only once in an object.
  private static func written(_ keys: [String], isLines: Bool) -> [[UInt8]] {
    let members = Document.unique(keys.map { JSONMember($0, .null) })
    return members.enumerated().map { position, member in
      var bytes: [UInt8] = []
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      if !isLines { bytes += "\n      ".utf8 }
      JSONWriter.write(string: member.key, to: &bytes)
      bytes += (isLines ? ":" : ": ").utf8
      return bytes
    }
  }
}

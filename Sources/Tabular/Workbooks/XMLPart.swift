import CExpat
import Glibc

/// What one XML part of a workbook is told while it is read, with names freed of their prefixes.
protocol XMLVisitor: AnyObject {
  func start(_ name: String, _ attributes: XMLAttributes) throws
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
  func end(_ name: String) throws
}

/// The attributes of the element that begins.
struct XMLAttributes {
  /// A whole number, where the value is one.
  func number(_ name: StaticString) -> Int? {
    guard var digit = text(name), digit.pointee != 0 else { return nil }
    var number = 0
    while digit.pointee != 0 {
      let value = Int(digit.pointee) - 0x30
      guard (0...9).contains(value), number <= Int(Int32.max) else { return nil }
      number = number * 10 + value
      digit += 1
    }
    return number
  }

  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of an attribute, by its name without prefix.
  subscript(name: StaticString) -> String? {
    text(name).map { String(cString: $0) }
  }

  /// The value as it stands in the parser's memory, which spares a copy for every cell of a sheet.
  func text(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var pair = pairs else { return nil }
    let wanted = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    while let key = pair[0], let value = pair[1] {
      // One letter has no prefix, and is what cells have.
      let isFound =
        key[1] == 0
        ? key[0] == wanted[0] && wanted[1] == 0 : strcmp(XMLPart.local(key), wanted) == 0
      if isFound { return value }
      pair += 2
    }
    return nil
  }
}

/// Reads an XML part of a workbook as a stream: no tree, no document type, nothing from outside.
final class XMLPart {
  private let name: String
  private let visitor: any XMLVisitor
  private let parser: XML_Parser
  private var depth = 0
  private var stopped: (any Error)?

  /// Reads the part to its end; throws what the visitor throws, or a `TabularProblem`.
  static func read(_ name: String, of archive: ZipArchive, by visitor: any XMLVisitor) throws {
    try run(name, by: visitor) { part in
      try archive.read(name) { piece throws(TabularProblem) in
        try part.feed(piece, isLast: false)
      }
    }
  }

  /// The same for a file that is in memory.
  static func read(_ name: String, in bytes: [UInt8], by visitor: any XMLVisitor) throws {
    try run(name, by: visitor) { part in
      try bytes.withUnsafeBufferPointer { all in
        for start in stride(from: 0, to: all.count, by: 1 << 20) {
          let end = min(start + 1 << 20, all.count)
          try part.feed(UnsafeBufferPointer(rebasing: all[start..<end]), isLast: false)
        }
      }
    }
  }

  private static func run(
    _ name: String, by visitor: any XMLVisitor, _ body: (XMLPart) throws -> Void
  ) throws {
    guard let parser = XML_ParserCreate(nil) else {
      throw TabularProblem.damagedWorkbook(
        part: name, detail: "the memory is not enough to read it")
    }
    let part = XMLPart(name: name, visitor: visitor, parser: parser)
    defer { XML_ParserFree(parser) }
    do {
      try body(part)
      try part.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    } catch {
      throw part.stopped ?? error
    }
  }

  private init(name: String, visitor: any XMLVisitor, parser: XML_Parser) {
    self.name = name
    self.visitor = visitor
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLPart.from($0)?.began($1, $2) },
      { XMLPart.from($0)?.ended($1) })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLPart.from(data)?.read(text, Int(count))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLPart.from(data)?.refuseDoctype()
    }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> XMLPart? {
    data.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Where a name goes on behind its prefix.
  fileprivate static func local(_ name: UnsafePointer<XML_Char>) -> UnsafePointer<XML_Char> {
    guard let colon = strchr(name, Int32(UInt8(ascii: ":"))) else { return name }
    return UnsafePointer(colon) + 1
  }

  /// The name of an element; those of one letter, which cells have, are at hand.
  private static func name(_ element: UnsafePointer<XML_Char>) -> String {
    if element[0] != 0, element[1] == 0 {
      switch UInt8(bitPattern: element[0]) {
      case UInt8(ascii: "c"): return "c"
      case UInt8(ascii: "v"): return "v"
      default: break
      }
    }
    return String(cString: local(element))
  }

  private func feed(
    _ piece: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) throws(TabularProblem) {
    let status = piece.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
    }
    guard status != XML_STATUS_OK else { return }
    let line = XML_GetCurrentLineNumber(parser)
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
    throw .damagedWorkbook(part: name, detail: "line \(line) of its XML: \(reason)")
  }

  private func attempt(_ step: () throws -> Void) {
    guard stopped == nil else { return }
    do {
      try step()
    } catch {
      stopped = error
      XML_StopParser(parser, 0)
    }
  }

  private func refuseDoctype() {
    attempt { throw TabularProblem.doctypeRefused(part: name) }
  }

  private func began(
    _ element: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    depth += 1
    attempt {
      guard depth <= TableLimit.depth.most else { throw TabularProblem.tooLarge(.depth) }
      guard let element else { return }
      try visitor.start(Self.name(element), XMLAttributes(pairs: attributes))
    }
  }

  private func ended(_ element: UnsafePointer<XML_Char>?) {
    depth -= 1
    attempt {
      guard let element else { return }
      try visitor.end(Self.name(element))
    }
  }

  private func read(_ text: UnsafePointer<XML_Char>?, _ count: Int) {
    guard let text else { return }
    attempt {
      try UnsafeBufferPointer(start: text, count: count).withMemoryRebound(to: UInt8.self) {
        try visitor.text($0)
      }
    }
  }
}

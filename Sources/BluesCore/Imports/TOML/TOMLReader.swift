internal import Basics

/// Reads TOML 1.0.0, in one pass and within limits, and tells the first thing that cannot stand
/// with its line.
///
/// Where the standard leaves it open: whole numbers have 64 bits, dates and times stay text.
struct TOMLReader {
  /// More than any file of settings needs.
  static let mostBytes = 1 << 20
  /// How many tables and lists may be inside each other.
  static let mostDepth = 32

  var cursor: TOMLCursor

  /// Reads a whole text, which must be UTF-8.
  static func table(of text: String) throws(TOMLFault) -> TOMLTable {
    let bytes = Array(text.utf8)
    guard bytes.count <= mostBytes else {
      throw TOMLFault(line: 1, column: 1, sentence: "the file has more than 1 MiB")
    }
    var reader = TOMLReader(cursor: TOMLCursor(bytes))
    return try reader.document()
  }

  private mutating func document() throws(TOMLFault) -> TOMLTable {
    let root = TOMLDraft(.header, depth: 0)
    var current = root
    while true {
      try passSpace()
      guard let byte = cursor.next else { return root.table }
      if byte == UInt8(ascii: "[") {
        current = try header(root)
      } else {
        try assignment(into: current)
      }
      cursor.passBlanks()
      try passComment()
      guard cursor.next == nil || cursor.takeLineEnd() else {
        throw cursor.fault(expected: "the end of the line")
      }
    }
  }

  /// `[a.b]` or `[[a.b]]`; answers the table that the lines below it are put into.
  private mutating func header(_ root: TOMLDraft) throws(TOMLFault) -> TOMLDraft {
    let place = cursor.mark
    cursor.pass()
    let isList = cursor.take("[")
    var path = try keys()
    for _ in 0..<(isList ? 2 : 1) where !cursor.take("]") {
      throw cursor.fault(expected: "]")
    }
    let last = path.removeLast()
    var draft = root
    for key in path {
      draft =
        switch draft.item(key) {
        case nil: try child(key, of: draft, .passing, at: place)
        case .table(let known): known
        case .tables(let all): all[all.count - 1]
        case .value: throw clash(key, draft, at: place)
        }
    }
    switch draft.item(last) {
    case nil where isList:
      let element = try made(.header, in: draft, at: place)
      draft.set(last, to: .tables([element]), line: place.line)
      return element
    case .tables(let all) where isList:
      let element = try made(.header, in: draft, at: place)
      draft.set(last, to: .tables(all + [element]), line: place.line)
      return element
    case nil: return try child(last, of: draft, .header, at: place)
    case .table(let known) where !isList && known.origin == .passing:
      known.origin = .header
      return known
    default: throw clash(last, draft, at: place)
    }
  }

  /// `a.b = value`.
  mutating func assignment(into table: TOMLDraft) throws(TOMLFault) {
    let place = cursor.mark
    var path = try keys()
    let last = path.removeLast()
    var draft = table
    for key in path {
      switch draft.item(key) {
      case nil: draft = try child(key, of: draft, .dottedKey, at: place)
      case .table(let known) where known.origin == .dottedKey: draft = known
      default: throw clash(key, draft, at: place)
      }
    }
    guard draft.item(last) == nil else { throw clash(last, draft, at: place) }
    guard cursor.take("=") else { throw cursor.fault(expected: "=") }
    cursor.passBlanks()
    draft.set(last, to: .value(try value(depth: draft.depth + 1)), line: place.line)
  }

  /// One key or several with points between them, and the blanks around them.
  private mutating func keys() throws(TOMLFault) -> [TOMLKey] {
    var keys: [TOMLKey] = []
    repeat {
      cursor.passBlanks()
      keys.append(try key())
      cursor.passBlanks()
      guard keys.count <= Self.mostDepth else { throw tooDeep(at: cursor.mark) }
    } while cursor.take(".")
    return keys
  }

  private mutating func key() throws(TOMLFault) -> TOMLKey {
    if cursor.next == 0x22 || cursor.next == 0x27 { return TOMLKey(text: try line()) }
    let bare = cursor.run { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x5F }
    guard !bare.isEmpty else {
      throw cursor.fault(
        expected: "a key", hint: "put keys with other characters than a-z, 0-9, - and _ in quotes")
    }
    return TOMLKey(text: String(decoding: bare, as: UTF8.self))
  }

  private func child(
    _ key: TOMLKey, of draft: TOMLDraft, _ origin: TOMLDraft.Origin, at place: TOMLCursor.Mark
  ) throws(TOMLFault) -> TOMLDraft {
    let made = try made(origin, in: draft, at: place)
    draft.set(key, to: .table(made), line: place.line)
    return made
  }

  private func made(
    _ origin: TOMLDraft.Origin, in draft: TOMLDraft, at place: TOMLCursor.Mark
  ) throws(TOMLFault) -> TOMLDraft {
    guard draft.depth < Self.mostDepth else { throw tooDeep(at: place) }
    return TOMLDraft(origin, depth: draft.depth + 1)
  }

  func tooDeep(at place: TOMLCursor.Mark) -> TOMLFault {
    cursor.fault("more than \(Self.mostDepth) tables and lists are inside each other", at: place)
  }

  private func clash(
    _ key: TOMLKey, _ draft: TOMLDraft, at place: TOMLCursor.Mark
  ) -> TOMLFault {
    let line = draft.line(of: key) ?? place.line
    let shown = key.text.prefix(40) + (key.text.count > 40 ? "…" : "")
    return cursor.fault("\(shown) is already set in line \(line)", at: place)
  }
}

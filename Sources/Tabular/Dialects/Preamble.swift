/// The lines before a table that are none of its rows.
struct Preamble {
  var lines = 0
  var bytes = 0
  /// What a line such as `sep=;` says.
  var delimiter: UInt8?
  /// Where the last comment before the table begins; it may turn out to be the headings.
  var lastComment: Int?

  /// - Parameters:
  ///   - text: the beginning of the text.
  ///   - given: the number of lines to leave out, if the person said one.
  init(of text: UnsafeBufferPointer<UInt8>, given: Int?) {
    if let given {
      while lines < given, bytes < text.count { step(over: text) }
      return
    }
    let first = Self.line(in: text, from: 0)
    if first.count == 5, first.starts(with: "sep=".utf8) {
      delimiter = first.last
      step(over: text)
      return
    }
    skipComments(in: text)
  }

  /// Comments count as such only before a table: a text of nothing else keeps them as rows.
  private mutating func skipComments(in text: UnsafeBufferPointer<UInt8>) {
    var ahead = self
    var comments = 0
    while ahead.bytes < text.count {
      let line = Self.line(in: text, from: ahead.bytes)
      let isComment = Self.isComment(line)
      guard isComment || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { break }
      comments += isComment ? 1 : 0
      ahead.lastComment = isComment ? ahead.bytes : nil
      ahead.step(over: text)
    }
    if comments > 0, ahead.bytes < text.count { self = ahead }
  }

  /// Whether the last comment is the headings: some programs put a `#` before the first of them.
  func endsWithHeadings(
    _ text: UnsafeBufferPointer<UInt8>, width: Int, delimiter: UInt8
  ) -> Bool {
    guard let lastComment, width > 1 else { return false }
    let line = Self.line(in: text, from: lastComment)
    return line.count { $0 == delimiter } == width - 1 && line.dropFirst().first != 0x20
  }

  /// A `#` before words, or alone; before a figure it is a sign of that figure (`#0.#`).
  private static func isComment(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.first == UInt8(ascii: "#") else { return false }
    guard let next = line.first(where: { $0 != UInt8(ascii: "#") }) else { return true }
    return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) && next != UInt8(ascii: ".")
  }

  private mutating func step(over text: UnsafeBufferPointer<UInt8>) {
    bytes += Self.line(in: text, from: bytes).count
    if bytes < text.count {
      let isPair =
        text[bytes] == LineEnds.cr && bytes + 1 < text.count && text[bytes + 1] == LineEnds.lf
      bytes += isPair ? 2 : 1
    }
    lines += 1
  }

  static func line(
    in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let end = text[start...].firstIndex(where: LineEnds.isEnd) ?? text.count
    return text[start..<end]
  }
}

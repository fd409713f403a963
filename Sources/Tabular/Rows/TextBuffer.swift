import Glibc

/// A window of UTF-8 onto a text: what is not consumed yet, and a block of zero bytes behind it.
///
/// A record that runs over the window's end is kept, moved to its front and completed.
final class TextBuffer {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var end = 0
  private(set) var atEnd = false
  /// Whether a NUL byte stands somewhere in the window.
  private(set) var hasNUL = false

  private var input: RawInput
  private let chunkBytes: Int
  /// Nil for UTF-8 that nobody asserted: wrong bytes end the reading instead of being marked.
  private let decoder: (any TextDecoder)?
  private var undecoded: UnsafeMutablePointer<UInt8>?
  private var undecodedCount = 0
  /// Bytes of the file taken in, the mark included.
  private var taken: Int
  /// Bytes at the window's end that may be the beginning of a character.
  private var unchecked = 0
  /// What stands behind the window's end and is no text.
  ///
  /// It is told when it is come to: which of two problems is the first does then not depend on
  /// how many bytes came at once.
  private var unsure: EncodingDoubt?
  /// Places in the file of the marked bytes not consumed yet.
  private var marks: [Int] = []
  private var marksConsumed = 0
  /// Whether a marked byte is not consumed yet; asked at every record, unlike the places.
  private(set) var hasMarks = false

  init(input: RawInput, decision: EncodingDecision, chunkBytes: Int) throws(TabularProblem) {
    self.input = input
    self.input.skip(decision.markLength)
    self.chunkBytes = chunkBytes
    taken = decision.markLength
    let isChecked = decision.encoding == .utf8 && decision.basis != .given
    decoder = isChecked ? nil : try decision.encoding.decoder()
    capacity = chunkBytes + Self.padding
    base = .allocate(capacity: capacity)
    if !isChecked { undecoded = .allocate(capacity: chunkBytes + Self.longestUnit) }
  }

  deinit {
    base.deallocate()
    undecoded?.deallocate()
  }

  /// Bytes of UTF-8 that one character may have; so many at the end are not to be consumed
  /// before the window ends behind them.
  static let longestCharacter = 4
  private static let padding = ByteBlock.bytes
  /// No encoding needs more bytes for a character.
  private static let longestUnit = 8
  /// A record longer than this is looked at again only when it has doubled.
  private static let patientFrom = 64 << 10

  /// What is left to read of the window.
  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + start, count: end - start)
  }

  /// Place in the file of the window's first marked byte; nil without one.
  var firstMark: Int? {
    marksConsumed < marks.count ? marks[marksConsumed] : nil
  }

  func consume(_ count: Int) {
    if hasMarks { consumeMarks(count) }
    start += count
  }

  private func consumeMarks(_ count: Int) {
    for index in start..<start + count where base[index] == UndecodableByte.sign {
      marksConsumed += 1
    }
    hasMarks = marksConsumed < marks.count
  }

  /// Takes in more of the file, behind what is left; a problem names the line the window begins in.
  // Apart from its callers, which would pay for it at every record.
  @inline(never)
  func refill(line: Int) throws(TabularProblem) {
    let left = end - start
    // Of a character that is not there wholly, what is consumed is wanted for the check.
    let kept = min(start, end - unchecked)
    if kept > 0 {
      memmove(base, base + kept, end - kept)
      start -= kept
      end -= kept
    }
    marks.removeFirst(marksConsumed)
    marksConsumed = 0
    let wanted = left >= Self.patientFrom ? left * 2 : left + 1
    while end - start < wanted, !atEnd, unsure == nil || end - start <= left {
      if let decoder {
        try readDecoded(by: decoder)
      } else {
        try readChecked(line: line)
      }
    }
    memset(base + end, 0, Self.padding)
    hasNUL = memchr(base, 0, end) != nil
  }

  private func makeRoom(for count: Int) {
    let needed = end + count + Self.padding
    guard needed > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(needed, capacity * 2))
    larger.update(from: base, count: end)
    base.deallocate()
    base = larger
    capacity = max(needed, capacity * 2)
  }

  private func readChecked(line: Int) throws(TabularProblem) {
    if let unsure { throw .encodingUnsure(unsure) }
    makeRoom(for: chunkBytes)
    let room = UnsafeMutableRawBufferPointer(start: base + end, count: chunkBytes)
    let count = try input.read(into: room)
    let from = end - unchecked
    end += count
    taken += count
    atEnd = count == 0
    let fresh = UnsafeBufferPointer(start: base + from, count: end - from)
    switch UTF8Check.verdict(on: fresh) {
    case .sound: unchecked = 0
    case .unfinished(let index) where !atEnd: unchecked = fresh.count - index
    case .unfinished(let index), .bad(let index):
      // The character may begin before what is left to read.
      let first = min(start, from + index)
      let bytes = UnsafeBufferPointer(start: base + first, count: end - first)
      unsure = EncodingDoubt(
        in: bytes, bad: from + index - first, firstLine: line, firstOffset: taken - bytes.count)
      end = max(start, from + index)
      unchecked = 0
      atEnd = false
    }
  }

  private func readDecoded(by decoder: any TextDecoder) throws(TabularProblem) {
    guard let undecoded else { return }
    let room = UnsafeMutableRawBufferPointer(
      start: undecoded + undecodedCount, count: chunkBytes)
    let count = try input.read(into: room)
    atEnd = count == 0
    let offset = taken - undecodedCount
    undecodedCount += count
    taken += count
    makeRoom(for: undecodedCount * TextEncoding.growth)
    var undecodable: [Int] = []
    let done = try decoder.decode(
      UnsafeBufferPointer(start: undecoded, count: undecodedCount), last: atEnd,
      to: base + end, undecodable: &undecodable)
    marks += undecodable.map { offset + $0 }
    hasMarks = marksConsumed < marks.count
    end += done.written
    undecodedCount -= done.read
    memmove(undecoded, undecoded + done.read, undecodedCount)
  }
}

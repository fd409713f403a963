/// How a text is encoded, and what says so.
struct EncodingDecision: Equatable {
  let encoding: TextEncoding
  let basis: Reading.Basis
  /// Bytes of the byte order mark to leave out.
  let markLength: Int

  /// Decides by the option given, the byte order mark, the pattern of NUL bytes, sound UTF-8.
  ///
  /// The order is that one. What is left cannot be told by a program, so it is as usual, or a problem
  /// for the person. `whole` tells whether the file ends with its head.
  init(
    head: UnsafeBufferPointer<UInt8>, whole: Bool, given: TextEncoding?, usual: TextEncoding? = nil
  ) throws(TabularProblem) {
    let mark = ByteOrderMark(head: head)
    if let given {
      self.init(given: given, mark: mark)
      return
    }
    if let mark {
      self.init(encoding: mark.encoding, basis: .byteOrderMark, markLength: mark.length)
      return
    }
    if let wide = Self.wide(head) {
      self.init(encoding: wide, basis: .content, markLength: 0)
      return
    }
    let verdict = UTF8Check.verdict(on: head)
    // A head of ASCII reads the same in both.
    if let usual, usual.isOfBytes, !head.contains(where: { $0 >= 0x80 }) {
      self.init(encoding: usual, basis: .given, markLength: 0)
      return
    }
    switch verdict {
    case .unfinished(_) where whole && usual != nil, .bad(_) where usual != nil:
      self.init(encoding: usual ?? .utf8, basis: .given, markLength: 0)
    case .unfinished(let bad) where whole, .bad(let bad):
      throw .encodingUnsure(EncodingDoubt(in: head, bad: bad, firstLine: 1, firstOffset: 0))
    case .sound, .unfinished:
      self.init(encoding: .utf8, basis: .content, markLength: 0)
    }
  }

  private init(encoding: TextEncoding, basis: Reading.Basis, markLength: Int) {
    self.encoding = encoding
    self.basis = basis
    self.markLength = markLength
  }

  /// What was given wins, save that the mark knows the byte order; some programs put the mark of
  /// UTF-8 before text of a single-byte encoding, so that one is left out before any.
  private init(given: TextEncoding, mark: ByteOrderMark?) {
    let isWide = { (encoding: TextEncoding?) in encoding == .utf16le || encoding == .utf16be }
    if isWide(given), isWide(mark?.encoding), let mark {
      self.init(encoding: mark.encoding, basis: .given, markLength: mark.length)
      return
    }
    let drops = mark?.encoding == given || mark?.encoding == .utf8
    self.init(encoding: given, basis: .given, markLength: drops ? mark?.length ?? 0 : 0)
  }

  /// UTF-16 or UTF-32 without a mark: its delimiters and line ends leave NUL bytes on one side.
  private static func wide(_ head: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    var zeros = [0, 0, 0, 0]
    for index in head.indices where head[index] == 0 { zeros[index & 3] += 1 }
    let quarter = head.count / 4
    guard quarter > 0 || head.count >= 2 else { return nil }
    let total = zeros.reduce(0, +)
    if total * 10 > head.count * 7 {
      if zeros[0] * 10 < quarter, zeros[3] * 10 > quarter * 9 { return .utf32le }
      if zeros[3] * 10 < quarter, zeros[0] * 10 > quarter * 9 { return .utf32be }
    }
    let even = zeros[0] + zeros[2]
    let odd = zeros[1] + zeros[3]
    let fewest = max(2, head.count / 40)
    if odd >= fewest, even * 20 <= odd, isSound(head, .utf16le) { return .utf16le }
    if even >= fewest, odd * 20 <= even, isSound(head, .utf16be) { return .utf16be }
    return nil
  }

  private static func isSound(
    _ head: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding
  ) -> Bool {
    guard let decoded = try? encoding.decode(head, last: false),
      decoded.undecodable.isEmpty, !decoded.text.contains(0)
    else { return false }
    // Text of bytes with a stray NUL in it has line ends that vanish in the wider reading.
    return decoded.text.count(where: LineEnds.isEnd) * 10 >= head.count(where: LineEnds.isEnd) * 9
  }
}

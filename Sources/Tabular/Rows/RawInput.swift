/// A source whose first bytes were looked at already.
struct RawInput {
  private(set) var head: [UInt8]
  private var next = 0
  private let source: ByteSource
  /// Whether the source ended within the head.
  let isWhole: Bool

  /// Enough to tell the kind, the encoding and the dialect by.
  static let headBytes = 64 << 10

  init(source: ByteSource) throws(TabularProblem) {
    self.source = source
    var head = [UInt8](repeating: 0, count: Self.headBytes)
    var count = 0
    var ended = false
    while count < head.count, !ended {
      let got = try Self.fill(&head, from: count, of: source)
      ended = got == 0
      count += got
    }
    head.removeLast(head.count - count)
    self.head = head
    isWhole = ended
  }

  /// The first bytes without their mark, in UTF-8 where they are UTF-16 or UTF-32.
  ///
  /// In any other encoding the letters of ASCII are themselves.
  func beginning(_ given: TextEncoding?) -> [UInt8] {
    head.withUnsafeBufferPointer { head in
      guard let decision = try? EncodingDecision(head: head, whole: isWhole, given: given) else {
        return Array(head)
      }
      let bytes = UnsafeBufferPointer(rebasing: head[decision.markLength...])
      switch decision.encoding {
      case .utf16le, .utf16be, .utf32le, .utf32be:
        return (try? decision.encoding.decode(bytes, last: isWhole).text) ?? Array(bytes)
      default: return Array(bytes)
      }
    }
  }

  mutating func skip(_ count: Int) {
    next += count
  }

  /// Fills the buffer from its start; zero is the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularProblem) -> Int {
    guard next < head.count else { return isWhole ? 0 : try source.fill(buffer) }
    let count = min(buffer.count, head.count - next)
    head.withUnsafeBytes { bytes in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[next..<next + count]))
    }
    next += count
    return count
  }

  /// The whole source in memory, for a workbook, whose directory stands at its end.
  mutating func readAll(most limit: TableLimit) throws(TabularProblem) -> [UInt8] {
    var all = head
    var count = head.count
    while !isWhole {
      guard count <= limit.most else { throw .tooLarge(limit) }
      // A pipe gives little at a time, so room is made only where there is none left.
      if count == all.count {
        all.append(contentsOf: repeatElement(0, count: max(count, 1 << 20)))
      }
      let got = try Self.fill(&all, from: count, of: source)
      if got == 0 { break }
      count += got
    }
    all.removeLast(all.count - count)
    head = []
    return all
  }

  private static func fill(
    _ bytes: inout [UInt8], from index: Int, of source: ByteSource
  ) throws(TabularProblem) -> Int {
    try bytes.withUnsafeMutableBufferPointer { (buffer) throws(TabularProblem) in
      try source.fill(UnsafeMutableRawBufferPointer(.init(rebasing: buffer[index...])))
    }
  }
}

/// Turns one encoding into UTF-8, a chunk at a time.
protocol TextDecoder {
  /// Decodes what is whole in the input; the rest is offered again with more behind it.
  ///
  /// The output has room for three bytes per byte of input. Bytes without a character are marked,
  /// and their index in the input is added to `undecodable`.
  func decode(
    _ input: UnsafeBufferPointer<UInt8>, last: Bool,
    to output: UnsafeMutablePointer<UInt8>, undecodable: inout [Int]
  ) throws(TabularProblem) -> (read: Int, written: Int)
}

extension TextEncoding {
  /// Most bytes of UTF-8 (or of marks) that one byte may become.
  static let growth = 3

  func decoder() throws(TabularProblem) -> any TextDecoder {
    switch self {
    case .utf8: UTF8Decoder()
    case .utf16le: UTF16Decoder(bigEndian: false)
    case .utf16be: UTF16Decoder(bigEndian: true)
    case .utf32le: UTF32Decoder(bigEndian: false)
    case .utf32be: UTF32Decoder(bigEndian: true)
    case .latin1, .latin2, .latin9, .windows1250, .windows1251, .windows1252, .windows1253,
      .macRoman:
      SingleByteDecoder(page: CodePage.page(of: self))
    case .shiftJIS, .big5: try IconvDecoder(encoding: self)
    }
  }

  /// Decodes bytes as far as they go, marks included; for samples.
  func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, last: Bool
  ) throws(TabularProblem) -> (text: [UInt8], undecodable: [Int]) {
    let decoder = try decoder()
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: bytes.count * Self.growth + 1)
    defer { room.deallocate() }
    guard let output = room.baseAddress else { return ([], []) }
    var undecodable: [Int] = []
    let done = try decoder.decode(bytes, last: last, to: output, undecodable: &undecodable)
    return (Array(UnsafeBufferPointer(rebasing: room[..<done.written])), undecodable)
  }
}

/// UTF-8 that was asked for by name: sound text is copied, wrong bytes are marked one by one.
struct UTF8Decoder: TextDecoder {
  func decode(
    _ input: UnsafeBufferPointer<UInt8>, last: Bool,
    to output: UnsafeMutablePointer<UInt8>, undecodable: inout [Int]
  ) -> (read: Int, written: Int) {
    guard let base = input.baseAddress else { return (0, 0) }
    var read = 0
    var written = 0
    while read < input.count {
      let rest = UnsafeBufferPointer(rebasing: input[read...])
      let verdict = UTF8Check.verdict(on: rest)
      let sound: Int
      switch verdict {
      case .sound: sound = rest.count
      case .unfinished(let at), .bad(let at): sound = at
      }
      (output + written).update(from: base + read, count: sound)
      read += sound
      written += sound
      if read == input.count { break }
      if case .unfinished = verdict, !last { break }
      UndecodableByte.write(input[read], to: output + written)
      undecodable.append(read)
      read += 1
      written += UndecodableByte.length
    }
    return (read, written)
  }
}

internal import Basics
internal import CZlib
internal import Glibc

/// Writes a zip archive (APPNOTE 6.3) a piece at a time, its files stored as they are.
///
/// Papers are scans and PDFs, which do not get smaller. Nothing in the archive depends on the
/// clock: every file carries the time that is given.
package struct ZipWriter {
  private let put: ([UInt8]) throws -> Void
  private let time: [UInt8]
  private let limit: Int
  private var directory: [UInt8] = []
  private var names: Set<[UInt8]> = []
  private var offset = 0

  package static let mostEntries = 0xFFFF
  /// The largest number that the plain kind of archive has room for; one more means zip64.
  private static let most = 0xFFFF_FFFE

  /// Begins an archive; the instant, ISO text such as `2021-03-31T12:00:00Z`, is every file's time.
  package init(instant: String, to put: @escaping ([UInt8]) throws -> Void) {
    self.init(instant: instant, limit: Self.most, to: put)
  }

  /// An archive that holds fewer bytes.
  init(instant: String, limit: Int, to put: @escaping ([UInt8]) throws -> Void) {
    self.put = put
    self.limit = limit
    time = Self.time(instant)
  }

  /// Adds a file from memory.
  package mutating func add(_ name: String, _ bytes: [UInt8]) throws {
    let sum = crc32(0, bytes, uInt(bytes.count))
    try begin(name, size: bytes.count, checksum: sum)
    try put(bytes)
  }

  /// Adds an open file from its beginning; the descriptor stays the caller's.
  ///
  /// It is read twice, first for the sum that has to stand before its bytes.
  package mutating func add(_ name: String, descriptor: Int32) throws {
    var sum = crc32(0, nil, 0)
    var size = 0
    try Self.pieces(of: descriptor, name) { piece in
      sum = crc32(sum, piece, uInt(piece.count))
      size += piece.count
    }
    try begin(name, size: size, checksum: sum)
    var again = crc32(0, nil, 0)
    var copied = 0
    try Self.pieces(of: descriptor, name) { piece in
      again = crc32(again, piece, uInt(piece.count))
      copied += piece.count
      guard copied <= size else { throw ZipProblem.changed(name: name) }
      try put(piece)
    }
    guard copied == size, again == sum else { throw ZipProblem.changed(name: name) }
  }

  /// Ends the archive with its directory.
  package mutating func finish() throws {
    guard offset + directory.count <= limit else {
      throw ZipProblem.tooLarge(name: "Its directory")
    }
    let count = Self.number(names.count, 2)
    var end = Self.number(0x0605_4B50, 4) + Self.number(0, 4) + count + count
    end += Self.number(directory.count, 4) + Self.number(offset, 4) + Self.number(0, 2)
    try put(directory)
    try put(end)
  }

  private mutating func begin(_ name: String, size: Int, checksum: uLong) throws {
    let label = Array(name.utf8)
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard label.count <= 0xFFFF, !label.contains(where: { $0 < 0x20 || $0 == 0x5C }),
      parts.allSatisfy({
        !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
      }),
      names.insert(label).inserted
    else { throw ZipProblem.badName(name) }
    guard names.count <= Self.mostEntries else { throw ZipProblem.tooMany }
    guard offset + 30 + label.count + size <= limit else { throw ZipProblem.tooLarge(name: name) }
    // Version 1.0 suffices; bit 11 says that the name is UTF-8; method 0 is stored.
    let common =
      Self.number(10, 2) + Self.number(1 << 11, 2) + Self.number(0, 2) + time
      + Self.number(Int(checksum), 4) + Self.number(size, 4) + Self.number(size, 4)
      + Self.number(label.count, 2) + Self.number(0, 2)
    // Made on Unix, where a file is rw-r--r--.
    directory += Self.number(0x0201_4B50, 4) + Self.number(3 << 8 | 10, 2) + common
    directory += Self.number(0, 6) + Self.number(0o100644 << 16, 4) + Self.number(offset, 4)
    directory += label
    let header = Self.number(0x0403_4B50, 4) + common + label
    try put(header)
    offset += header.count + size
  }

  private static func pieces(
    of descriptor: Int32, _ name: String, _ body: ([UInt8]) throws -> Void
  ) throws {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw unreadable(name) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(name) }
      if count == 0 { return }
      try body(count == piece.count ? piece : Array(piece[..<count]))
    }
  }

  private static func unreadable(_ name: String) -> ZipProblem {
    .unreadable(name: name, detail: String(cString: strerror(errno)))
  }

  /// Time and day as MS-DOS kept them, from 1980 on and to two seconds.
  private static func time(_ instant: String) -> [UInt8] {
    let numbers = instant.utf8.split { !$0.isDigit }.map { digits in
      digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard numbers.count >= 6, (1980...2107).contains(numbers[0]) else {
      return number(0, 2) + number(1 << 5 | 1, 2)
    }
    let clock = numbers[3] << 11 | numbers[4] << 5 | numbers[5] / 2
    return number(clock, 2) + number((numbers[0] - 1980) << 9 | numbers[1] << 5 | numbers[2], 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

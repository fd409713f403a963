import CZlib

/// A zip archive in memory, whose parts are read by name and never written to disk.
///
/// The directory is believed only as far as it can be checked: parts may not overlap or repeat,
/// and what comes out is counted while it comes.
final class ZipArchive {
  /// A part of the archive by its place in the file.
  struct Entry {
    let name: String
    let method: UInt16
    let checksum: UInt32
    let packedSize: Int
    /// Where its local header stands.
    let offset: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  /// Unpacked bytes by part; a part read twice counts once.
  private var unpacked: [String: Int] = [:]

  init(_ bytes: [UInt8]) throws(TabularProblem) {
    self.bytes = bytes
    let directory = try ZipDirectory(bytes)
    for entry in try directory.entries(in: bytes) {
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw .damagedWorkbook(part: entry.name, detail: "it is in the archive twice")
      }
    }
    try refuseOverlap()
  }

  /// Part names are equal whatever their case (OPC, ECMA-376 part 2).
  func contains(_ name: String) -> Bool { entries[name.lowercased()] != nil }

  var names: [String] { entries.values.map(\.name) }

  /// Hands over the unpacked bytes of a part, a piece at a time.
  func read(
    _ name: String, _ body: (UnsafeBufferPointer<UInt8>) throws(TabularProblem) -> Void
  ) throws(TabularProblem) {
    guard let entry = entries[name.lowercased()] else {
      throw .damagedWorkbook(part: name, detail: "it is missing")
    }
    let start = try dataStart(of: entry)
    let end = start + entry.packedSize
    var size = 0
    let others = unpacked.reduce(0) { $0 + ($1.key == entry.name ? 0 : $1.value) }
    var checksum = crc32(0, nil, 0)
    func count(_ piece: UnsafeBufferPointer<UInt8>) throws(TabularProblem) {
      size += piece.count
      guard size <= TableLimit.partBytes.most else { throw .tooLarge(.partBytes) }
      guard others + size <= TableLimit.unpackedBytes.most else {
        throw .tooLarge(.unpackedBytes)
      }
      checksum = crc32(checksum, piece.baseAddress, uInt(piece.count))
      try body(piece)
    }
    try bytes.withUnsafeBufferPointer { (all) throws(TabularProblem) in
      let packed = UnsafeBufferPointer(rebasing: all[start..<end])
      switch entry.method {
      case 0: try count(packed)
      case 8: try Inflation.run(packed, part: name, count)
      default: throw .damagedWorkbook(part: name, detail: "it is packed in an unknown way")
      }
    }
    unpacked[entry.name] = size
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
      throw .damagedWorkbook(part: name, detail: "its checksum differs")
    }
  }

  private func dataStart(of entry: Entry) throws(TabularProblem) -> Int {
    let problem = TabularProblem.damagedWorkbook(
      part: entry.name, detail: "the archive's directory points to nothing")
    guard entry.offset + 30 <= bytes.count,
      bytes.number(at: entry.offset, bytes: 4) == 0x0403_4B50
    else { throw problem }
    let nameLength = bytes.number(at: entry.offset + 26, bytes: 2)
    let extraLength = bytes.number(at: entry.offset + 28, bytes: 2)
    let start = entry.offset + 30 + nameLength + extraLength
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else { throw problem }
    return start
  }

  /// Parts that share bytes are how a small file unpacks to a huge one.
  private func refuseOverlap() throws(TabularProblem) {
    var last = 0
    for entry in entries.values.sorted(by: { $0.offset < $1.offset }) {
      let start = try dataStart(of: entry)
      guard entry.offset >= last else {
        throw .damagedWorkbook(part: entry.name, detail: "it overlaps another part")
      }
      last = start + entry.packedSize
    }
  }
}

extension [UInt8] {
  /// A little-endian number of up to seven bytes; the caller has checked the bounds.
  func number(at index: Int, bytes: Int) -> Int {
    self[index..<index + bytes].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Takes the rows of one table as they come, so that none needs to be held.
package protocol RowSink: AnyObject {
  /// Writes a row of as many texts as there are columns; an absent one has no address.
  func write(_ row: [UnsafeBufferPointer<UInt8>]) throws
  /// Writes what closes the table.
  func finish() throws
}

extension RowSink {
  /// Writes a row of cells, as a data file holds them.
  package func write(cells: [Cell]) throws {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for cell in cells {
      bytes += cell.exported.utf8
      ends.append(bytes.count)
    }
    try bytes.withUnsafeBufferPointer { all in
      var start = 0
      let row = zip(cells, ends).map { cell, end in
        defer { start = end }
        guard cell != .empty else { return UnsafeBufferPointer<UInt8>(start: nil, count: 0) }
        return UnsafeBufferPointer(rebasing: all[start..<end])
      }
      try write(row)
    }
  }
}

/// Where written bytes go, a good handful at a time.
package typealias ByteTarget = ([UInt8]) throws -> Void

/// Bytes on their way out.
struct OutgoingBytes {
  var bytes: [UInt8] = []
  private let target: ByteTarget

  init(_ target: @escaping ByteTarget) {
    self.target = target
    bytes.reserveCapacity(Self.handful + 4_096)
  }

  private static let handful = 1 << 16

  /// Hands them on when there are many.
  mutating func flushIfMany() throws {
    if bytes.count > Self.handful { try flush() }
  }

  mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    try target(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

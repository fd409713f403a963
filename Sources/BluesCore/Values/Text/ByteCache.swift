internal import Basics

/// Values by the bytes of the cells that said them.
///
/// Every row of a long list asks it several times, and nearly always for bytes that it has.
struct ByteCache<Value> {
  private var entries: [(bytes: [UInt8], value: Value)] = []
  private var places = DigestTable(room: 16)

  /// Nothing as well for bytes whose digest others have.
  subscript(bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    guard let place = places[Self.digest(bytes)].map(Int.init),
      entries[place].bytes.elementsEqual(bytes)
    else { return nil }
    return entries[place].value
  }

  mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Value) {
    if let place = places.add(Int64(entries.count), Self.digest(bytes)).map(Int.init) {
      entries[place] = (Array(bytes), value)
    } else {
      entries.append((Array(bytes), value))
    }
  }

  private static func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
    var digest = Digest()
    digest.add(bytes: bytes)
    return digest.value
  }
}

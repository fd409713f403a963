internal import Basics

/// Values by the bytes of the cells that said them.
///
/// Every row of a long list asks it several times, and nearly always for bytes that it has.
struct ByteCache<Value> {
  private var entries: [(digest: Int, bytes: [UInt8], value: Value)] = []
  /// The places of entries, from 1, by the last bits of their digests; one that is taken is passed by.
  private var places = [Int32](repeating: 0, count: 16)

  subscript(bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    let found = Int(places[place(of: bytes, Self.digest(bytes))])
    return found > 0 ? entries[found - 1].value : nil
  }

  mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Value) {
    let digest = Self.digest(bytes)
    let place = place(of: bytes, digest)
    guard places[place] == 0 else { return entries[Int(places[place]) - 1].value = value }
    entries.append((digest, Array(bytes), value))
    places[place] = Int32(entries.count)
    guard entries.count * 2 > places.count else { return }
    places = [Int32](repeating: 0, count: places.count * 2)
    for (index, entry) in entries.enumerated() {
      let place = entry.bytes.withUnsafeBufferPointer { self.place(of: $0, entry.digest) }
      places[place] = Int32(index + 1)
    }
  }

  /// Where the entry of some bytes stands, or would stand.
  private func place(of bytes: UnsafeBufferPointer<UInt8>, _ digest: Int) -> Int {
    var place = digest & (places.count - 1)
    while places[place] > 0 {
      let index = Int(places[place]) - 1
      if entries[index].digest == digest, entries[index].bytes.elementsEqual(bytes) { break }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private static func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var digest = Digest()
    digest.add(bytes: bytes)
    return Int(digest.value)
  }
}

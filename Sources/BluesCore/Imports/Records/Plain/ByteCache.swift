internal import Basics

/// Values by the bytes of the cells that said them.
struct ByteCache<Value> {
  private var values: [Int: (bytes: [UInt8], value: Value)] = [:]

  subscript(bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    guard let found = values[Self.hash(bytes)], found.bytes.count == bytes.count,
      found.bytes.elementsEqual(bytes)
    else { return nil }
    return found.value
  }

  mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Value) {
    values[Self.hash(bytes)] = (Array(bytes), value)
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var digest = Digest()
    digest.add(bytes: bytes)
    return Int(digest.value)
  }
}

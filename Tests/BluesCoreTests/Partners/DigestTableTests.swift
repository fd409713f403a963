import Testing

@testable import BluesCore

@Suite struct `Tables of digests` {
  @Test func `they know what a dictionary knows, digest 0 too`() {
    var random = SplitMix64(seed: 7)
    var table = DigestTable()
    var known: [Int64: Int64] = [0: 5]
    table[0] = 5
    for number in 0..<5000 {
      // Few upper bits, so that many digests want one place.
      let digest = Int64(bitPattern: random.next() & 0xFF00_0000_0000_0FFF)
      table[digest] = Int64(number)
      known[digest] = Int64(number)
    }
    known[1] = nil
    #expect(known.allSatisfy { $0.key == 0 || table[$0.key] == $0.value })
    #expect(table[0x5555] == nil)
  }

  @Test func `a digest is new once`() {
    var random = SplitMix64(seed: 8)
    var set = DigestSet()
    var known: Set<Int64> = []
    for _ in 0..<5000 {
      let digest = Int64(bitPattern: random.next() | 2) & 0xFFFF
      #expect(set.insert(digest) == known.insert(digest).inserted)
    }
  }
}

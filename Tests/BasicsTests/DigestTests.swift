import Basics
import Testing

@Suite struct `Digests of texts` {
  private func digest(_ texts: String?...) -> Int64 {
    var digest = Digest()
    for text in texts { digest.add(text) }
    return digest.value
  }

  @Test func `they are the same in every run and on every machine`() {
    #expect(digest("abc") == -6_999_980_933_798_755_763)
    #expect(digest("") == -5_115_162_479_779_449_349)
    #expect(digest(nil) == 971_909_191_830_961_740)
  }

  @Test func `where a text ends and whether there is one makes a difference`() {
    #expect(digest("ab", "c") != digest("a", "bc"))
    #expect(digest(nil) != digest(""))
    #expect(digest("a", nil) != digest("a"))
  }

  @Test func `mailboxes are compared without capitals, and as bytes or text alike`() {
    var lowered = Digest()
    lowered.addLowered("Ann@Example.ORG")
    #expect(lowered.value == digest("ann@example.org"))
    var bytes = Digest()
    Array("abc".utf8).withUnsafeBufferPointer { bytes.add(bytes: $0) }
    #expect(bytes.value == digest("abc"))
  }
}

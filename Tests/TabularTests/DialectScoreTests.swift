import Testing

@testable import Tabular

@Suite struct DialectScoreTests {
  /// A sum of many shares rounds differently in another order, and two delimiters that fit
  /// equally would be chosen by chance.
  @Test func `a score does not depend on the order of the rows`() {
    var rows = (1...40).map { String(repeating: "M1;", count: $0) }
    var random = SplitMix64(state: 7)
    var scores: Set<Double> = []
    for _ in 0..<100 {
      rows.shuffle(using: &random)
      let bytes = Array(rows.map { "\($0)\n" }.joined().utf8)
      bytes.withUnsafeBufferPointer { bytes in
        let sample = DelimitedSample(
          bytes, from: 0, delimiter: UInt8(ascii: ";"), quote: UInt8(ascii: "\""), isWhole: true)
        scores.insert(sample.score)
      }
    }
    #expect(scores.count == 1)
  }
}

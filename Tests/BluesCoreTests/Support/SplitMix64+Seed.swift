extension SplitMix64 {
  /// A generator of its own for each seed.
  init(seed: Int) { self.init(state: UInt64(seed) &* 0x9E37_79B9 &+ 1) }

  /// A whole number from 0 up to, but not with, the bound.
  mutating func upTo(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[upTo(elements.count)] }
}

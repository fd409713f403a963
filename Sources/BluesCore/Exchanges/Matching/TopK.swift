/// The best of many by score, the earlier registered first where scores are equal.
///
/// A heap of so many at most, whose first is the one to beat.
struct TopK {
  private var keys: [UInt64] = []
  private let most: Int

  init(_ most: Int) {
    self.most = max(0, most)
    keys.reserveCapacity(min(self.most, 1 << 12))
  }

  /// The lowest score that still has a chance.
  var bar: Int { keys.count < most ? 0 : most == 0 ? Int.max : Int(keys[0] >> 32) }

  mutating func offer(_ score: Int, _ place: Int) {
    let key = UInt64(score) << 32 | UInt64(UInt32.max - UInt32(place))
    if keys.count < most {
      keys.append(key)
      rise()
    } else if most > 0, key > keys[0] {
      keys[0] = key
      sink()
    }
  }

  /// The best first.
  var sorted: [(score: Int, place: Int)] {
    keys.sorted(by: >).map { (Int($0 >> 32), Int(UInt32.max - UInt32($0 & 0xFFFF_FFFF))) }
  }

  mutating func removeAll() { keys.removeAll(keepingCapacity: true) }

  private mutating func rise() {
    var child = keys.count - 1
    while child > 0, keys[child] < keys[(child - 1) / 2] {
      keys.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < keys.count && keys[child] < keys[least] { least = child }
      guard least != parent else { return }
      keys.swapAt(parent, least)
      parent = least
    }
  }
}

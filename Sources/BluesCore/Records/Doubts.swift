/// What may be a slip in records that are taken as they stand.
struct Doubts {
  /// A sentence for each.
  var sentences: [String] = []
  /// How many more there are, which are counted alone.
  var untold = 0

  init(_ sentences: [String] = []) { self.sentences = sentences }

  init(untold: Int) { self.untold = untold }

  static func + (one: Doubts, other: Doubts) -> Doubts {
    var sum = one
    sum.sentences += other.sentences
    sum.untold += other.untold
    return sum
  }
}

/// Shares an amount out so that the parts add up to it.
enum Shares {
  /// Parts of an amount in the proportion of weights, by largest remainders.
  ///
  /// Of equal remainders the earlier part comes first. Weights may be below zero, as those of credit notes
  /// are. Nil where the weights add up to nothing.
  static func of(_ amount: Int64, by weights: [Int64]) -> [Int64]? {
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard total != 0 else { return nil }
    let sign: Int128 = total < 0 ? -1 : 1
    var parts: [Int64] = []
    var rests: [Int128] = []
    for weight in weights {
      let exact = Int128(amount) * Int128(weight) * sign
      let divisor = total * sign
      var (whole, rest) = exact.quotientAndRemainder(dividingBy: divisor)
      if rest < 0 {
        whole -= 1
        rest += divisor
      }
      parts.append(Int64(clamping: whole))
      rests.append(rest)
    }
    let missing = Int(amount - parts.reduce(0, +))
    let order = weights.indices.sorted { rests[$0] == rests[$1] ? $0 < $1 : rests[$0] > rests[$1] }
    for index in order.prefix(max(0, missing)) { parts[index] += 1 }
    return parts
  }
}

/// How far a count has come towards its target.
package struct Meter: Hashable, Sendable {
  package let label: String
  package let value: Int
  /// Nil where nothing was promised; then no bar is drawn.
  package let target: Int?
  package let detail: String?
  package let tone: Tone

  package init(
    _ label: String, value: Int, target: Int? = nil, detail: String? = nil, tone: Tone = .plain
  ) {
    self.label = label
    self.value = value
    self.target = target
    self.detail = detail
    self.tone = tone
  }

  /// The figure in words, such as "12 of 50".
  var figure: String {
    guard let target else { return String(value) }
    return "\(value) of \(target)"
  }

  /// How many of `steps` are reached, rounded down: only a target that is met fills the bar.
  func filled(of steps: Int) -> Int? {
    guard let target else { return nil }
    guard target > 0 else { return value >= target ? steps : 0 }
    guard value > 0 else { return 0 }
    guard value < target else { return steps }
    return Int(target.dividingFullWidth(value.multipliedFullWidth(by: steps)).quotient)
  }
}

extension Rejection {
  /// A row that no contact answers to, where only known ones are wanted.
  static func notThere(_ line: Int, _ cells: [String]) -> Rejection {
    Rejection(
      line: line, column: 0, value: "", rule: ContactRule.notThere.rawValue,
      reason: "No contact matches this row.", cells: cells)
  }

  /// A row that changes a contact which an earlier row of the list changes too.
  static func twice(_ line: Int, _ cells: [String]) -> Rejection {
    Rejection(
      line: line, column: 0, value: "", rule: ContactRule.ambiguous.rawValue,
      reason: "An earlier row of the list names the same contact.", cells: cells)
  }
}

/// The known records that a list no longer has, by their codes, and what became of them.
package struct AbsentRecords: Sendable, Equatable {
  /// They stay as they are.
  package var kept: [String] = []
  package var removed: [String] = []
  /// They were to go and stay, each with what refers to it.
  package var inUse: [Use] = []
  /// Whether they were to go, and stay because rows of the list were rejected.
  package var isHeldBack = false

  /// A record that something else refers to.
  package struct Use: Sendable, Equatable {
    package let code: String
    package let by: String
  }
}

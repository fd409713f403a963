/// The known records that a list no longer has, by their codes, and what became of them.
package struct AbsentRecords: Sendable, Equatable {
  /// They stay as they are.
  package var kept: [String] = []
  package var removed: [String] = []
  /// They were to go and stay, each with what refers to it.
  package var inUse: [Use] = []
  /// Why all stay although they were to go.
  package var heldBack: HeldBack?

  /// A list that cannot tell what is to go.
  package enum HeldBack: Sendable, Equatable {
    case rejectedRows
    case noRows
  }

  /// A record that something else refers to.
  package struct Use: Sendable, Equatable {
    package let code: String
    package let by: String
  }
}

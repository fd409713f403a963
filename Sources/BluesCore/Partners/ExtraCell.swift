/// A cell of a column that blues has no field for.
package struct ExtraCell: Sendable, Equatable {
  package let heading: String
  package let text: String

  package init(heading: String, text: String) {
    self.heading = heading
    self.text = text
  }
}

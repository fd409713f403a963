/// How a document is to be written.
package struct Rendering: Hashable, Sendable {
  package let format: Format
  /// The columns of the terminal; nil when there is none, and then nothing is cut or wrapped.
  package let width: Int?
  /// Whether ANSI colour may be used.
  package let colour: Bool
  /// Whether tables begin with their headings.
  package let header: Bool

  package init(format: Format, width: Int? = nil, colour: Bool = false, header: Bool = true) {
    self.format = format
    self.width = width
    self.colour = colour
    self.header = header
  }
}

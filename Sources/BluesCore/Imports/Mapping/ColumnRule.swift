/// What a mapping file says of one column.
package struct ColumnRule: Sendable, Equatable {
  /// The heading as the file writes it, or the number of the column.
  package let heading: String
  package let target: Mapping.Target
  package let transformation: Transformation?
  /// Where it comes from, as a remark for readers of the file.
  package var remark: String?

  package init(
    heading: String, target: Mapping.Target, transformation: Transformation? = nil,
    remark: String? = nil
  ) {
    self.heading = heading
    self.target = target
    self.transformation = transformation
    self.remark = remark
  }

  var fields: [String] { target.fields }
}

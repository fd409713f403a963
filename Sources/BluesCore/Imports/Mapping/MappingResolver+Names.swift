internal import Basics

extension MappingResolver {
  /// A heading to the letter, else folded, else the number of a column, as in `3` or `column 3`; nil
  /// when there is none.
  ///
  /// In a rejects file the number is the one the list had, before our own columns were put there.
  func column(_ name: String) throws(MappingProblem) -> Int? {
    let name = InvisibleSign.plain(name.replacing("⏎", with: " "))
    let exact = names.positions(of: name)
    if let first = exact.first {
      if exact.count > 1 { throw .sameHeading(name, columns: exact.map { $0 + 1 }) }
      return first
    }
    let near = names.positions(like: name)
    if near.count == 1 { return near[0] }
    if let number = Int(name.hasPrefix("column ") ? String(name.dropFirst(7)) : name) {
      if let index = names.positions(of: Mapping.unnamed(number)).first { return index }
      let index = number - 1 + ownColumns
      if number > 0, headings.indices.contains(index) { return index }
    }
    return nil
  }

  /// The field whose name is near to a heading, or one of whose headings is.
  ///
  /// There are so many headings that a short one is near to some by chance: one slip in four
  /// letters is the most.
  func nearest(to heading: String, among fields: [ImportField]) -> String? {
    if let name = EditDistance.nearest(to: heading, in: fields.map(\.name)).first { return name }
    let key = ImportField.key(heading)
    guard key.utf8.count >= 6 else { return nil }
    let near = EditDistance.nearest(to: key, in: fields.flatMap(\.synonyms)).first {
      EditDistance.between(key, $0) * 4 <= key.utf8.count
    }
    return near.flatMap { near in fields.first { $0.synonyms.contains(near) }?.name }
  }

  /// Whether a column is meant by its number: no heading is called so.
  func isNumber(_ name: String) -> Bool {
    Int(name) != nil && names.positions(of: name).isEmpty && names.positions(like: name).isEmpty
  }
}

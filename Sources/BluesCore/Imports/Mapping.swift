/// Which column of a list goes to which field.
package struct Mapping: Sendable, Equatable {
  /// What becomes of one column.
  package enum Target: Sendable, Equatable {
    case field(String)
    case kept
    case ignored
  }

  /// One column of the list and what becomes of it.
  package struct Column: Sendable, Equatable {
    /// Counted from 1.
    package let number: Int
    /// The heading, or `column 3` where there is none.
    package let heading: String
    package let target: Target
  }

  package let columns: [Column]

  /// The position of the column that feeds a field, counted from 0.
  func index(of field: String) -> Int? {
    columns.firstIndex { $0.target == .field(field) }
  }

  /// What the cells of each column are kept under: its heading, and where one heading stands over
  /// several kept columns `heading (2)` and so on, so that none takes another's place.
  func keptNames() -> [String] {
    var taken: Set<[UInt8]> = []
    return columns.map { column in
      guard column.target == .kept else { return column.heading }
      var name = column.heading
      var count = 1
      while !taken.insert(Array(name.utf8)).inserted {
        count += 1
        name = "\(column.heading) (\(count))"
      }
      return name
    }
  }

  /// Headings that blues itself puts before the columns of a rejects file.
  package static let ownHeadings = ["blues_line", "blues_column", "blues_value", "blues_rule"]

  /// Settles every column, by what the person said and by the headings.
  ///
  /// - Throws: `MappingProblem` when something was said of a column that is not there, when two
  ///   columns want one field, or when columns are left over and that is not allowed.
  package static func settle(
    header: [String]?, width: Int, fields: [ImportField], request: ImportRequest,
    known: @escaping (String, [String]) -> String? = { _, _ in nil }
  ) throws(MappingProblem) -> Mapping {
    let headings = (0..<width).map { index in
      let heading = header.flatMap { index < $0.count ? $0[index].trimmed : nil } ?? ""
      return heading.isEmpty ? unnamed(index + 1) : heading
    }
    for given in request.defaults where !fields.contains(where: { $0.name == given.field }) {
      throw .unknownField(given.field, known: fields.map(\.name))
    }
    var targets: [String?] = Array(repeating: nil, count: width)
    for assignment in request.assignments {
      guard fields.contains(where: { $0.name == assignment.field }) else {
        throw .unknownField(assignment.field, known: fields.map(\.name))
      }
      let index = try column(assignment.heading, headings)
      targets[index] = assignment.field
    }
    if header != nil {
      let byName = { (heading: String) in
        fields.first { ImportField.key($0.name) == ImportField.key(heading) }?.name
      }
      let bySynonym = { (heading: String) in
        fields.first { $0.answers(to: heading) }?.name
      }
      // A column that bears a field's own name goes before one that bears a synonym.
      for propose in [{ known($0, headings) }, byName, bySynonym] {
        for (index, heading) in headings.enumerated() where targets[index] == nil {
          guard let field = propose(heading), !targets.contains(field) else { continue }
          targets[index] = field
        }
      }
    }
    for field in fields {
      let taken = targets.indices.filter { targets[$0] == field.name }
      if taken.count > 1 { throw .twice(field.name, headings: taken.map { headings[$0] }) }
      let isGiven = request.defaults.contains { $0.field == field.name }
      if field.isRequired, taken.isEmpty, !isGiven {
        throw .missing(field.name, headings: headings)
      }
    }
    return try settle(headings, targets, fields, request)
  }

  /// What a column without a heading is called.
  private static func unnamed(_ number: Int) -> String { "column \(number)" }

  private static func settle(
    _ headings: [String], _ targets: [String?], _ fields: [ImportField], _ request: ImportRequest
  ) throws(MappingProblem) -> Mapping {
    var left: [MappingProblem.Leftover] = []
    let columns = headings.indices.map { index in
      let target: Target
      if let field = targets[index] {
        target = .field(field)
      } else if ownHeadings.contains(headings[index]) {
        target = .ignored
      } else {
        target = request.unmapped == .keep ? .kept : .ignored
        if request.unmapped == .refuse {
          let free = fields.filter { !targets.contains($0.name) }
          left.append(
            MappingProblem.Leftover(
              number: index + 1, heading: headings[index],
              proposal: proposal(for: headings[index], among: free)))
        }
      }
      return Column(number: index + 1, heading: headings[index], target: target)
    }
    guard left.isEmpty else { throw .leftOver(left, known: fields.map(\.name)) }
    return Mapping(columns: columns)
  }

  /// The field whose name is near to a heading, or one of whose headings is; a short heading is
  /// near to too many of those.
  private static func proposal(for heading: String, among fields: [ImportField]) -> String? {
    if let name = EditDistance.nearest(to: heading, in: fields.map(\.name)).first { return name }
    let key = ImportField.key(heading)
    guard key.utf8.count >= 6 else { return nil }
    let near = EditDistance.nearest(to: key, in: fields.flatMap(\.synonyms)).first
    return near.flatMap { near in fields.first { $0.synonyms.contains(near) }?.name }
  }

  /// A heading to the letter, else folded, else the number of a column.
  ///
  /// In the rejects file of a list without headings the number is the one the list had, since
  /// its columns are headed so there.
  private static func column(
    _ name: String, _ headings: [String]
  ) throws(MappingProblem) -> Int {
    let exact = headings.indices.filter { headings[$0].utf8.elementsEqual(name.utf8) }
    if let first = exact.first {
      if exact.count > 1 { throw .sameHeading(name, columns: exact.map { $0 + 1 }) }
      return first
    }
    let near = headings.indices.filter {
      ImportField.key(headings[$0]).utf8.elementsEqual(ImportField.key(name).utf8)
    }
    if near.count == 1 { return near[0] }
    if let number = Int(name) {
      if let index = headings.firstIndex(of: unnamed(number)) { return index }
      if headings.indices.contains(number - 1) { return number - 1 }
    }
    throw .unknownHeading(name, headings: headings)
  }
}

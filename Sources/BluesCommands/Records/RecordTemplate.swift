internal import BluesCore
internal import Documents

extension Register where R: CommandedRecord {
  /// The workbook that others fill in with records of this kind: the columns that the import takes,
  /// with the codes and words of the project to choose from.
  func form(_ store: Store) throws -> FormWorkbook {
    let kinds = RegisteredRecords.all()
    let programme = try Programme.of(store.project.overview().project)
    let sheet = plural.prefix(1).uppercased() + plural.dropFirst()
    let needed = Set(list.fields.filter(\.isRequired).map(\.name))
    let naming = naming.map { field in
      FormWorkbook.Column(
        title: field.column.heading, isNeeded: needed.contains(field.column.name),
        rule: field.column.help)
    }
    let others = try attributes.filter { $0.uses.contains(.listed) }.map { attribute in
      FormWorkbook.Column(
        title: attribute.heading,
        isNeeded: needed.contains(attribute.name) || attribute.uses.contains(.argument)
          || attribute.uses.contains(.neededInLists),
        rule: attribute.help,
        values: try attribute.kind.offered(programme) { path in
          try kinds.first { $0.path == path }?.candidates(store).map(\.word) ?? []
        })
    }
    return FormWorkbook(
      sheet: sheet, columns: naming + others,
      rules: [
        "Fill in the sheet \(sheet), one row for each \(noun); leave its headings as they are."
      ] + FormWorkbook.filling)
  }
}

extension AttributeKind {
  /// What a cell can be chosen from; none where it holds several values or a text of its own.
  fileprivate func offered(
    _ programme: Programme, codes: (String) throws -> [String]
  ) throws -> [String] {
    switch self {
    case .word(let words): words
    case .code(let list): try programme.list(list).values.map(\.code)
    case .codes(let lists, isList: false):
      try lists.flatMap { try programme.list($0).values.map(\.code) }
    case .country: CountryCode.euMembers.map(\.code).sorted()
    case .reference(let path): try codes(path)
    default: []
    }
  }
}

extension Programme {
  /// The programme's own lists by its name, decoded once.
  private static let ownLists: [String: [CodeList]] = Dictionary(
    uniqueKeysWithValues: all.map { programme in
      let lists = programme.lists.map { ProgrammeFile($0).decoded(CodeList.File.self).lists }
      let forms = programme.scheme.map {
        ProgrammeFile($0.forms).decoded(CodeList.File.self).lists
      }
      return (programme.name, (lists ?? []) + (forms ?? []))
    })

  /// The programme's own lists, and those that are the same in every programme.
  package var codeLists: [CodeList] { (Self.ownLists[name] ?? []) + CodeList.common }

  /// The list of that name, such as `deliverable-type`.
  package func list(_ name: String) throws(ProgrammeProblem) -> CodeList {
    guard let list = codeLists.first(where: { $0.name == name }) else {
      throw .noSuchList(name, of: self.name, known: codeLists.map(\.name))
    }
    return list
  }

  /// The values of the list of that name, and those that the programme takes over from others.
  package func values(of name: String) throws(ProgrammeProblem) -> [CodeList.Value] {
    let others = sharingLists.dropFirst().flatMap { Self.ownLists[$0.name] ?? [] }
    return try list(name).values + others.filter { $0.name == name }.flatMap(\.values)
  }
}

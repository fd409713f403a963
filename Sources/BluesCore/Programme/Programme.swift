/// A funding programme with its data: its words, rules, lists, templates and publicity.
///
/// Each has a folder in `Data`. Features never name a programme: they ask `Programme.of` for the
/// one of the project at hand.
package struct Programme: Sendable, Decodable {
  /// The name as sentences have it and as a project stores it, such as COSME.
  package let name: String
  package let title: String
  package let mark: Mark
  /// The tags of the sources.
  package let sources: [String]
  /// The ISO 4217 code of the currency that grants are paid in.
  package let currency: String
  /// How it pays for exchanges between organisations; nil when it does not.
  package let scheme: Scheme?
  /// The wording that every public activity carries; nil where none was read.
  package let publicity: Publicity?
  /// The data file of the rules on reports.
  let reporting: String?
  /// The data file of the sections of its reports; nil where none were read.
  let sections: String?
  /// The data file of the categories of costs; nil where none were read.
  let categories: String?
  /// The data file of its code lists.
  let lists: String?
  /// Folders of programmes whose list values are taken too, since their forms are shared.
  private let alsoTakes: [String]?
  /// The templates that start a project of it.
  let templates: [Template]

  /// The names of the fields in the data file.
  private enum CodingKeys: String, CodingKey {
    case name, title, mark, sources, currency, scheme, publicity, reporting, sections, categories,
      lists, templates
    case alsoTakes = "also_takes_lists_of"
  }

  /// A scheme of exchanges: visitors stay with hosts of another country for a lump sum.
  package struct Scheme: Sendable, Decodable {
    /// The name as sentences have it.
    package let name: String
    /// The data files of its rules, in the order in which they are listed.
    let rules: [String]
    let weights: String
    let countries: String
    let papers: String
    let forms: String
  }

  /// A template by the name that `init --template` takes, with its data file.
  struct Template: Sendable, Decodable {
    let name: String
    let file: String
  }

  /// The folders in `Data`; a project that names no programme is of the first.
  package static let folders = ["cosme", "interreg", "horizon"]

  private static let byFolder: [(folder: String, programme: Programme)] = folders.map {
    (folder: $0, programme: ProgrammeFile("\($0)-programme.json").decoded(Programme.self))
  }

  /// Every programme, in the order of the folders.
  package static let all = byFolder.map(\.programme)

  /// The programme of that name; the first one where a project file names none.
  ///
  /// - Throws: `ProgrammeProblem.unknownProgramme` when the program has no data of it.
  package static func named(_ name: String?) throws(ProgrammeProblem) -> Programme {
    guard let found = name.map({ name in all.first { $0.name == name } }) ?? all.first else {
      throw .unknownProgramme(name ?? "", known: all.map(\.name))
    }
    return found
  }

  /// Its scheme of exchanges.
  ///
  /// - Throws: `ProgrammeProblem.noScheme` when it has none.
  package func exchangeScheme() throws(ProgrammeProblem) -> Scheme {
    guard let scheme else {
      throw .noScheme(name, others: Self.all.filter { $0.scheme != nil }.map(\.name))
    }
    return scheme
  }

  /// The programmes whose lists it takes values of, itself first.
  var sharingLists: [Programme] {
    [self] + Self.byFolder.filter { alsoTakes?.contains($0.folder) == true }.map(\.programme)
  }
}

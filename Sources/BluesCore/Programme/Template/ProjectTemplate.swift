/// What a new project file can be filled with: facts of a partnership, each with its source.
package struct ProjectTemplate: Sendable, Decodable {
  package let name: String
  package let title: String
  /// The facts of the project by key: acronym, title, grant, start and so on.
  package let project: [String: Fact]
  package let partners: [Partner]
  package let workPackages: [WorkPackage]
  package let periods: [Period]

  /// The names of the fields in the data file.
  private enum CodingKeys: String, CodingKey {
    case name, title, project, partners, periods
    case workPackages = "work_packages"
  }

  /// A partner with what is public of it; what was never published is absent.
  package struct Partner: Sendable, Equatable, Decodable {
    package let code: String
    package let name: Fact
    package let city: Fact
    package let country: Fact
    package let role: Fact
    package let website: Fact
    package let founded: Fact?
    package let phone: Fact?
    package let label: Fact?
  }

  /// A work package as the template states it.
  package struct WorkPackage: Sendable, Equatable, Decodable {
    package let code: String
    package let title: Fact
    /// The code of the leading partner.
    package let lead: Fact
    package let start: Fact
    package let end: Fact
  }

  /// A reporting period as the template states it.
  package struct Period: Sendable, Equatable, Decodable {
    package let name: String
    package let start: Fact
    package let end: Fact
  }

  /// The templates of all programmes.
  package static var names: [String] { Programme.all.flatMap(\.templates).map(\.name) }

  package static func named(_ name: String) throws(ProgrammeProblem) -> ProjectTemplate {
    guard let found = Programme.all.flatMap(\.templates).first(where: { $0.name == name }) else {
      throw .noSuchTemplate(name, known: names)
    }
    return ProgrammeFile(found.file).decoded(Self.self)
  }
}

extension ProjectTemplate {
  /// One fact of a template: its value, how sure it is and where it was read.
  package struct Fact: Sendable, Equatable, Decodable {
    package let value: String
    package let state: State
    /// The tags of the sources.
    package let sources: [String]

    /// Whether a source says so, or it is a default to be checked against the grant agreement.
    package enum State: String, Sendable, Decodable { case confirmed, `default` }

    package var citedSources: [Source] { Source.cited(sources) }
  }
}

/// A section of a report whose text people write, as the programme asks for it.
package struct ReportSection: Sendable, Equatable, Decodable {
  /// The reports that have sections.
  package enum Kind: String, Sendable, Decodable, CaseIterable { case periodic, final, leaving }

  /// Whether the key of a text has a work package, a partner or a period.
  package enum Asked: String, Sendable, Decodable { case possible, needed }

  /// The word that commands take, such as `progress`.
  package let id: String
  /// Its number in the template of part B, such as `1.2`; nil for part A and other reports.
  package let number: String?
  package let heading: String
  /// Its heading in what partners send, where that differs.
  let contribution: String?
  package let reports: [Kind]
  /// Nil where the key of a text has none.
  package let workPackage: Asked?
  package let partner: Asked?
  package let period: Asked?
  /// Whether it is left out where there is nothing to say.
  let optional: Bool?
  /// What belongs into it, in a sentence or two.
  package let guidance: String
  package let mark: Mark
  /// The tags of the sources.
  package let sources: [String]

  /// The names of the fields in the data file.
  private enum CodingKeys: String, CodingKey {
    case id, number, heading, contribution, reports, partner, period, optional, guidance, mark,
      sources
    case workPackage = "work_package"
  }

  package var isOptional: Bool { optional ?? false }

  /// Its heading in what partners send: with the work package, where it has one.
  package func contributedHeading(in package: String?) -> String {
    let heading = contribution ?? heading
    return package.map { "\($0): \(heading)" } ?? heading
  }
}

/// A heading of part B above sections, which has no text of its own.
package struct ReportChapter: Sendable, Equatable, Decodable {
  package let number: String
  package let heading: String
}

/// The sections of a programme's reports, in their order.
package struct ReportSections: Sendable, Equatable, Decodable {
  package let chapters: [ReportChapter]
  package let sections: [ReportSection]

  package subscript(id: String) -> ReportSection? { sections.first { $0.id == id } }

  /// The sections of a kind of report.
  package func of(_ kind: ReportSection.Kind) -> [ReportSection] {
    sections.filter { $0.reports.contains(kind) }
  }

  /// The place of a section among all.
  func place(_ id: String) -> Int { sections.firstIndex { $0.id == id } ?? sections.count }
}

extension Programme {
  private static let sectionsByName: [String: ReportSections] = all.reduce(into: [:]) {
    $0[$1.name] = $1.sections.map { ProgrammeFile($0).decoded(ReportSections.self) }
  }

  /// The sections of its reports.
  ///
  /// - Throws: `ProgrammeProblem.noSections` when it has none here.
  package func reportSections() throws(ProgrammeProblem) -> ReportSections {
    guard let sections = Self.sectionsByName[name] else {
      throw .noSections(
        name, others: Self.all.filter { $0.sections != nil }.map(\.name))
    }
    return sections
  }
}

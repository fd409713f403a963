package import Tabular

/// What an import would make of a column, found without failing: for showing before importing.
package struct MappingProposal: Sendable, Equatable {
  /// Counted from 1.
  package let number: Int
  /// The heading, or `column 3` where there is none.
  package let heading: String
  /// The field that an import takes the column to; nil where it would ask.
  package let field: String?
  /// Why the column goes there; `noField` where no field takes it.
  package let reason: MappingReason
  /// Fields it may be meant for where an import would ask, the likeliest first.
  package let candidates: [String]
  /// What its cells look like, where they look like something.
  package let looks: [ValuePattern]

  /// The reason, or what is proposed, in words.
  package var words: String {
    let likes = looks.map(\.words).joined(separator: " or ")
    if case .noField = reason {
      if !likes.isEmpty { return "its heading is not known; its values look like \(likes)" }
      return candidates.isEmpty
        ? "no field matches it" : "its heading is similar to \(candidates[0])"
    }
    return reason.words
  }

  /// A proposal for every column of a list of contacts, from its headings and its first rows.
  ///
  /// It is for before the rows are read; the country is that of all rows, where it is known.
  package static func ofContacts(
    _ reader: RowReader, country: CountryCode? = nil
  ) throws -> [MappingProposal] {
    ofContacts(
      header: reader.header, width: reader.width,
      sample: try reader.firstRows(Mapping.sampledRows), country: country,
      keeping: reader.reading.keptHeadings, groups: reader.reading.headingGroups)
  }

  /// A proposal for every column; the sample is the cells of the first rows, `keeping` the
  /// headings of columns that are kept by themselves, `groups` what stands merged above each.
  static func ofContacts(
    header: [String]?, width: Int, sample: [[String]], country: CountryCode? = nil,
    keeping: [String] = [], groups: [String] = []
  ) -> [MappingProposal] {
    var settling = MappingResolver(
      header: header, width: width, fields: RoundTrip.fields(of: header ?? []),
      groups: groups)
    let sight = ColumnProfile(sample: sample, country: country)
    settling.takeHeadings(ContactHeadings.known, sample)
    settling.keep(keeping)
    settling.passOverBlank(sight)
    settling.takeValues(sight)
    let left = Dictionary(
      settling.leftovers(sight).map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    return settling.mapping(rest: .ignored).columns.map { column in
      let open = left[column.number]
      let near = open?.proposal.map { [$0] } ?? []
      return MappingProposal(
        number: column.number, heading: column.heading, field: column.target.fields.first,
        reason: column.reason,
        candidates: near + (open?.looks ?? []).map(\.field).filter { !near.contains($0) },
        looks: open?.looks ?? sight.looks(of: column.number - 1).map(\.look))
    }
  }
}

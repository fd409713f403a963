extension Mapping {
  /// Settles every column: by what the person said, the mapping file, the field's own name, words
  /// for it, and at last by what the cells look like.
  ///
  /// Values decide only where the list would be refused otherwise: what a few rows look like may
  /// change with the next list, and a column that is kept must not move by itself.
  ///
  /// The sample is the cells of the first rows; `headerLine` is where the headings stand; `keeping`
  /// names columns that are kept where nothing is said of what no field takes; `groups` is what
  /// stands merged above the headings; `own` is what lists of our own have.
  ///
  /// - Throws: `MappingProblem` when something was said of a column that is not there, when two
  ///   columns want one field, or when columns are left over and that is not allowed;
  ///   `MappingFileProblem` when the mapping file does not fit the list.
  package static func settle(
    header: [String]?, width: Int, fields: [ImportField], request: ImportRequest,
    sample: [[String]] = [], headerLine: Int? = nil, keeping: [String] = [],
    otherSheets: [String] = [], groups: [String] = [], own: OwnColumns? = nil,
    known: @escaping (String, [String]) -> String? = { _, _ in nil }
  ) throws -> Mapping {
    for given in request.given where !fields.contains(where: { $0.name == given.field }) {
      let problem = MappingProblem.unknownField(given.field, known: fields.map(\.name))
      guard let file = request.file, !request.defaults.contains(given) else { throw problem }
      throw file.problem(given, "unknown field: \(given.field).", hint: problem.hint)
    }
    var settling = MappingResolver(
      header: header, width: width, fields: fields, groups: groups)
    try settling.take(request.assignments)
    if let file = request.file { try settling.take(file, sample: sample) }
    if let own { settling.take(own) }
    settling.takeHeadings(known, sample)
    try settling.refuseGroups(sample, line: headerLine)
    if let own { settling.passOver(own) }
    if request.unmapped == .refuse { settling.keep(keeping) }
    let sight = ColumnProfile(
      sample: sample, country: request.sampleCountry, blankWords: BlankWords(request.blankWords))
    if request.unmapped == .refuse {
      settling.passOverBlank(sight)
      settling.takeValues(sight)
    } else if request.unmapped == .keep {
      settling.passOverBlank(sight, keeping: true)
    }
    for field in fields {
      let taken = settling.columns(of: field.name)
      if taken.count > 1 {
        throw MappingProblem.twice(
          field.name, headings: taken.map { settling.headings[$0] },
          keepsOthers: request.keepsOthers)
      }
      let isGiven = request.given.contains { $0.field == field.name }
      if field.isRequired, taken.isEmpty, !isGiven {
        try settling.refuseHeadless()
        throw MappingProblem.missing(
          field.name, headings: settling.headings, otherSheets: otherSheets)
      }
    }
    let left = request.unmapped == .refuse ? settling.leftovers(sight) : []
    guard left.isEmpty else {
      try settling.refuseHeadless()
      throw MappingProblem.leftOver(
        left, known: fields.map(\.name), otherSheets: otherSheets,
        keepsOthers: request.keepsOthers,
        isNoneKnown: header != nil && width > 1 && left.count == width)
    }
    try settling.refuseLostRow(request, line: headerLine)
    var kept: [Int: String] = [:]
    for column in request.unmapped == .keep ? settling.leftovers(sight) : [] {
      kept[column.number] = column.advice
    }
    return settling.mapping(rest: request.unmapped == .keep ? .kept : .ignored, advice: kept)
  }
}

extension ImportRequest {
  /// The country that the cells are looked at with, where all rows are of one.
  var sampleCountry: CountryCode? {
    country ?? given.first { $0.field == "country" }.flatMap { CountryCode(spelled: $0.value) }
  }
}

package import Basics
package import Tabular

/// How one source's lists are read and mapped, kept in a small TOML file from list to list.
package struct MappingFile: Sendable, Equatable {
  /// More than any mapping needs; what is larger is another file.
  package static let mostBytes = TOMLReader.mostBytes

  /// The name of the file, for telling where something stands.
  package var name: String
  package var source: String?
  package var encoding: TextEncoding?
  package var delimiter: UInt8?
  /// Whether the list has headings; nil where the file does not say.
  package var hasHeader: Bool?
  /// The line of the headings, counted from 1; nil where the file does not say.
  package var headerLine: Int?
  package var sheet: String?
  package var unmapped: ImportRequest.Unmapped?
  /// What every row says that does not say it itself.
  package var set: [ImportRequest.Default] = []
  package var columns: [ColumnRule] = []
  /// The line of each column and of each field of `set`, for telling where something stands.
  var lines = Lines()

  /// Lines of a mapping file, counted from 1, by the words that they begin with.
  struct Lines: Sendable, Equatable {
    var columns: [TOMLKey: Int] = [:]
    var set: [TOMLKey: Int] = [:]
  }

  package init(name: String) {
    self.name = name
  }

  /// What the file says of the reading, where the person does not say it.
  package func completing(_ options: ReadingOptions) -> ReadingOptions {
    var options = options
    options.encoding = options.encoding ?? encoding
    options.delimiter = options.delimiter ?? delimiter
    options.sheet = options.sheet ?? sheet
    if hasHeader == false { options.hasHeader = false }
    options.preambleLines = options.preambleLines ?? headerLine.map { $0 - 1 }
    return options
  }

  /// The mapping of an import, with what was said of the list, to be kept for the next one.
  package init(_ mapping: Mapping, _ request: ImportRequest, _ options: ReadingOptions) {
    self.init(name: request.file?.name ?? "")
    source = request.source ?? request.file?.source
    encoding = options.encoding
    delimiter = options.delimiter
    hasHeader = options.hasHeader ? nil : false
    headerLine = options.preambleLines.map { $0 + 1 }
    sheet = options.sheet
    unmapped = request.unmapped == .refuse ? nil : request.unmapped
    for given in request.given where !set.contains(where: { $0.field == given.field }) {
      set.append(given)
    }
    let headings = mapping.columns.map(\.heading)
    columns = mapping.columns.compactMap { column in
      if case .ownColumn = column.reason { return nil }
      let isOnly = headings.count { $0.isSame(as: column.heading) } == 1
      let isNamed = !column.heading.isSame(as: Mapping.unnamed(column.number))
      return ColumnRule(
        heading: isOnly && isNamed ? column.heading : "\(column.number)", target: column.target,
        transformation: column.transformation, remark: Self.remark(column))
    }
  }

  private static func remark(_ column: Mapping.Column) -> String? {
    switch column.reason {
    case .file, .keptByItself, .noField, .ownColumn: nil
    default: column.reason.words
    }
  }

  /// The file as read from its text.
  ///
  /// - Throws: `MappingFileProblem` with file and line for the first thing that cannot stand.
  package init(text bytes: [UInt8], name: String) throws(MappingFileProblem) {
    self.init(name: name)
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw MappingFileProblem(message: "\(name): the file is not UTF-8 text.")
    }
    try MappingFileReading(name: name).fill(&self, from: text)
  }

  /// A problem with a rule of the file, told with its line.
  func problem(
    _ rule: ColumnRule, _ sentence: String, hint: String? = nil
  ) -> MappingFileProblem {
    let line = lines.columns[TOMLKey(text: rule.heading)]
    return MappingFileProblem(in: name, line: line, sentence, hint: hint)
  }

  /// A problem with a line of its section `set`.
  func problem(
    _ given: ImportRequest.Default, _ sentence: String, hint: String?
  ) -> MappingFileProblem {
    let line = lines.set[TOMLKey(text: given.field)]
    return MappingFileProblem(in: name, line: line, sentence, hint: hint)
  }

  func problem(
    _ rule: ColumnRule, _ sentence: String, nearTo word: String, in known: [String]
  ) -> MappingFileProblem {
    problem(rule, sentence, hint: MappingFileProblem.hint(nearTo: word, in: known))
  }
}

/// What is wrong with a mapping file, or why it does not fit a list.
package struct MappingFileProblem: Problem, Equatable {
  package let message: String
  package var hint: String?
  package var kind: ProblemKind { .badData }

  package init(message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// A problem with a line of a file: `members.toml:7: …`.
  init(in name: String, line: Int?, _ sentence: String, hint: String? = nil) {
    self.init(message: "\(line.map { "\(name):\($0)" } ?? name): \(sentence)", hint: hint)
  }

  /// The nearest of the known words, and all of them.
  static func hint(nearTo word: String, in known: [String]) -> String {
    let near = EditDistance.nearest(to: word, in: known).first.map { "did you mean \($0)? " }
    return "\(near ?? "")known: \(known.joined(separator: ", "))"
  }
}

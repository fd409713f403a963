internal import Basics

/// What the person says about a list that is to be imported.
package struct ImportRequest: Sendable {
  /// What becomes of columns that no field takes.
  package enum Unmapped: String, Sendable, CaseIterable {
    /// Stop and list them: nothing is dropped unseen.
    case refuse
    case ignore
    /// Keep their cells with the row.
    case keep
  }

  /// `HEADER=field`, or `3=field` by the number of the column.
  package struct Assignment: Sendable, Equatable {
    package let heading: String
    package let field: String

    package init?(_ text: String) {
      guard let equals = text.lastIndex(of: "=") else { return nil }
      heading = String(text[..<equals]).trimmed
      field = String(text[text.index(after: equals)...]).trimmed
      guard !heading.isEmpty, !field.isEmpty else { return nil }
    }
  }

  /// `FIELD=VALUE`, where the value may hold equals signs itself, as web addresses do.
  package struct Default: Sendable, Equatable {
    package let field: String
    package let value: String

    package init(field: String, value: String) {
      self.field = field
      self.value = value
    }

    package init?(_ text: String) {
      guard let equals = text.firstIndex(of: "=") else { return nil }
      field = String(text[..<equals]).trimmed
      value = String(text[text.index(after: equals)...]).trimmed
      guard !field.isEmpty, !value.isEmpty else { return nil }
    }
  }

  /// The name of the file as the person gave it.
  package var fileName: String
  package var assignments: [Assignment]
  package var unmapped: Unmapped
  /// Whether the records have a place for the cells of other columns.
  package var keepsOthers = true
  /// `FIELD=VALUE`: what every row says that does not say it itself.
  package var defaults: [Default]
  package var country: CountryCode?
  package var partner: String?
  package var source: String?
  /// The mapping file; what else is said here goes before what it says.
  package var file: MappingFile?
  package var mode = ImportMode.upsert
  package var blanks = BlankCells.keep
  package var edits = EditedFields.keep
  package var absent = AbsentChoice.keep
  /// Whether the person said in which line the headings are.
  package var isHeadingSaid = false
  /// Read so many rows at most.
  package var mostRows: Int?
  /// Stop after so many rejected rows, and change nothing.
  package var mostRejected: Int?
  /// What becomes of rows that add up the others.
  package var totals = TotalsRows.leave
  /// Words for nothing, beside those that are known.
  package var blankWords: [String] = []
  /// The order of day and month in days that are not ISO.
  package var dateOrder: DateOrder?
  /// The sign before the cents of amounts, where the columns do not tell it.
  package var decimal: DecimalSign?
  /// What is known of the list whose rejected rows it holds; settled when the rows are read.
  var mended: MendedRows?
  /// What becomes of rows with the key of an earlier row.
  package var repeats = RepeatedRows.once
  /// Whether organisations of contacts of a partner become members of its cluster.
  package var joinsCluster = true
  /// What is remembered for the next list of this source.
  package var memory: ListMemory?
  /// Rules that only warn of a value where they would reject its row.
  package var accepted: Set<ContactRule> = []

  package init(
    fileName: String, assignments: [Assignment] = [], unmapped: Unmapped = .refuse,
    defaults: [Default] = [], country: CountryCode? = nil, partner: String? = nil,
    source: String? = nil, file: MappingFile? = nil, mostRejected: Int? = nil
  ) {
    self.fileName = fileName
    self.assignments = assignments
    self.unmapped = unmapped
    self.defaults = defaults
    self.country = country
    self.partner = partner
    self.source = source
    self.file = file
    self.mostRejected = mostRejected
  }

  /// What every row says that does not say it itself, the first of a field counting: as the
  /// person said, then as the mapping file does.
  package var given: [Default] {
    let country = country.map { [Default(field: "country", value: $0.code)] } ?? []
    return defaults + country + (file?.set ?? [])
  }
}

internal import Basics

/// Which column of a list goes to which field, and why.
package struct Mapping: Sendable, Equatable {
  /// What becomes of one column.
  package enum Target: Sendable, Equatable {
    case field(String)
    /// The cells are taken apart, one part for each field.
    case fields([String])
    /// The cells follow those of the column that feeds the field.
    case more(String)
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
    package let reason: MappingReason
    /// What is done to each cell before the field takes it, where a mapping file declares it.
    package let transformation: Transformation?
    /// What to type for a column that is kept and looks like a field.
    package var advice: String?

    /// Whether it has no heading and seemed to have no value, so that a value of it is an error.
    var isPassedOver: Bool { reason == .blankColumn && target == .ignored }

    /// Whether its cells follow those of another column.
    var isFollowing: Bool {
      if case .more = target { true } else { false }
    }
  }

  package let columns: [Column]

  /// The position of the column that feeds a field, counted from 0.
  func index(of field: String) -> Int? {
    columns.firstIndex { $0.target.fields.contains(field) }
  }

  /// Whether anything becomes of a column's cells; its number is counted from 1.
  func takes(_ number: Int) -> Bool {
    columns.indices.contains(number - 1) && columns[number - 1].target != .ignored
  }

  /// What the cells of each column are kept under: its heading, and where one heading stands over
  /// several kept columns `heading (2)` and so on, so that none takes another's place.
  func keptNames() -> [String] {
    var taken: Set<[UInt8]> = []
    var counts: [[UInt8]: Int] = [:]
    return columns.map { column in
      guard column.target == .kept else { return column.heading }
      var name = column.heading
      var count = counts[Array(name.utf8)] ?? 1
      defer { counts[Array(column.heading.utf8)] = count }
      while !taken.insert(Array(name.utf8)).inserted {
        count += 1
        name = "\(column.heading) (\(count))"
      }
      return name
    }
  }

  /// Headings that blues itself puts before the columns of a rejects file.
  package static let ownHeadings = [
    "blues_line", "blues_column", "blues_value", "blues_rule", "blues_reason",
  ]

  /// How many of the first rows are looked at for what their cells look like.
  package static let sampledRows = 200

  /// What a column without a heading is called.
  static func unnamed(_ number: Int) -> String { "column \(number)" }

  /// The headings of a list as wide as given, each on one line as it can be typed, with names for
  /// the columns that have none.
  static func headings(_ header: [String]?, width: Int) -> [String] {
    (0..<width).map { index in
      let heading = header.flatMap { index < $0.count ? InvisibleSign.plain($0[index]) : nil } ?? ""
      return heading.isEmpty ? unnamed(index + 1) : heading
    }
  }
}

extension Mapping.Target {
  /// The fields that the column feeds; none where it is kept or ignored.
  package var fields: [String] {
    switch self {
    case .field(let name), .more(let name): [name]
    case .fields(let names): names
    case .kept, .ignored: []
    }
  }
}

extension Mapping {
  /// What stands between the cells of several columns that feed one field.
  static func joint(of field: ContactField) -> String? {
    switch field {
    case .email, .phone, .mobile, .fax, .website, .note: "; "
    case .street: ", "
    default: nil
    }
  }
}

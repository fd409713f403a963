internal import Basics
internal import Documents

/// The columns of lists that this program writes of one kind of record, by `list -o` and `export`.
///
/// An import knows a list of our own by them: it passes over what is worked out, and takes off the
/// guard that a text list has before formulas. Data formats have the columns' names as headings,
/// workbooks what people read.
package struct OwnColumns: Sendable {
  private let listed: [Documents.Column]
  private let exported: [String]
  /// Whether a few of the columns, with the first of them, make a list of ours; else it takes all.
  private let fewAreEnough: Bool
  private let names: [String]
  private let headings: [String]

  /// `listed` are the columns of `list -o`, the one that names a record first; `exported` those of
  /// `export`.
  init(
    listed: [Documents.Column], exported: [Documents.Column], fewAreEnough: Bool = true
  ) {
    self.listed = listed
    self.exported = exported.map(\.name)
    self.fewAreEnough = fewAreEnough
    names = (listed + exported).map(\.name)
    headings = (listed + exported).map(\.heading)
  }

  /// Whether the headings are the names of columns of ours, as our own texts have them.
  func haveNames(_ header: [String]) -> Bool {
    isOne(header, listed.map(\.name), names)
      || !exported.isEmpty && exported.allSatisfy { has(header, $0) }
  }

  /// Whether the headings are those of columns of ours, as names or as people read them.
  func areOf(_ header: [String]) -> Bool {
    haveNames(header) || isOne(header, listed.map(\.heading), headings)
  }

  /// Whether the headings are the names that `list -o` writes, and `export` does not.
  func areListed(_ header: [String]) -> Bool {
    listed.allSatisfy { column in
      has(header, column.name)
    } && listed.contains { !has(exported, $0.name) }
  }

  /// The column of ours that each heading stands for, where the list has all that `list -o` writes.
  func whole(_ header: [String]) -> [String: Documents.Column]? {
    if listed.allSatisfy({ has(header, $0.name) }) { return keyed(\.name) }
    if listed.allSatisfy({ has(header, $0.heading) }) { return keyed(\.heading) }
    return nil
  }

  /// Whether a heading is that of a column of ours.
  func has(_ heading: String) -> Bool { has(names, heading) || has(headings, heading) }

  /// The fields, which answer to the headings of our workbooks as well.
  func named(_ fields: [ImportField]) -> [ImportField] {
    fields.map { field in
      guard let heading = listed.first(where: { $0.name.isSame(as: field.name) })?.heading,
        !fields.contains(where: { $0.answers(to: heading) })
      else { return field }
      return field.answering(to: heading)
    }
  }

  private func keyed(_ key: (Documents.Column) -> String) -> [String: Documents.Column] {
    Dictionary(listed.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func isOne(_ header: [String], _ listed: [String], _ known: [String]) -> Bool {
    if listed.allSatisfy({ has(header, $0) }) { return true }
    let own = header.filter { !Mapping.ownHeadings.contains($0) }
    guard fewAreEnough, let first = listed.first, has(own, first) else { return false }
    return own.allSatisfy { has(known, $0) }
  }

  private func has(_ headings: [String], _ heading: String) -> Bool {
    headings.contains { $0.isSame(as: heading) }
  }
}

extension Register {
  /// The columns of this kind's own lists.
  var ownColumns: OwnColumns {
    OwnColumns(listed: fields.map(\.column), exported: exported.map(\.column))
  }
}

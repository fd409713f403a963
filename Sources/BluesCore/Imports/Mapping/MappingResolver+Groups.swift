internal import Basics

extension MappingResolver {
  /// Stops where the headings are names of groups and the row below has the real headings.
  ///
  /// That row names at least two fields, and more than the headings do: no record does.
  func refuseGroups(_ sample: [[String]], line: Int?) throws(MappingProblem) {
    guard hasHeader, let below = sample.first else { return }
    let named = Set(
      below.compactMap { cell in words.field(answeringTo: cell.trimmed)?.name })
    let above = settled.count { $0 != nil }
    guard named.count > 1, named.count > above else { return }
    throw .groupsAbove(headings: below.map(\.trimmed), line: line.map { $0 + 1 })
  }

  /// Stops where the first row is one of the list and no row of headings.
  func refuseHeadless() throws(MappingProblem) {
    guard hasHeader else { return }
    try HeadlessList.refuse(
      headings, known: settled.count { $0 != nil }, fields: fields.map(\.name))
  }

  /// Stops where columns are said by their numbers, or no heading is known, and the first row is
  /// one of the list: it would be taken for headings, and be lost.
  func refuseLostRow(_ request: ImportRequest, line: Int?) throws(MappingProblem) {
    guard hasHeader, !request.isHeadingSaid else { return }
    let said = request.assignments.map(\.heading) + (request.file?.columns.map(\.heading) ?? [])
    let named = said.count { !isNumber($0) }
    let known = settled.count { $0?.reason.isOfHeading == true }
    guard named < said.count || named + known == 0 else { return }
    try HeadlessList.refuse(
      headings, known: named + known, fields: fields.map(\.name),
      line: said.isEmpty ? nil : line ?? 1)
  }
}

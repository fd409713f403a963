/// Checks that what runs through project months does not end before it starts.
///
/// A month that nobody says is that of `otherwise`, where one is given; an end alone cannot be
/// worked out and is the start.
func checkMonths(
  of code: some RecordCode, _ start: inout ProjectMonth, _ end: inout ProjectMonth, _ said: Changes,
  otherwise: (start: ProjectMonth, end: ProjectMonth)?
) throws {
  if let otherwise {
    if !said.says("start_month") { start = otherwise.start }
    if !said.says("end_month") { end = otherwise.end }
  }
  guard start > end else { return }
  throw AttributeProblem(
    attribute: said.says("end_month") ? "end_month" : "start_month",
    problem: PlanProblem.endsBeforeStart(code.description))
}

/// The sentence about project months that go beyond the project's end; none inside it.
func doubts(
  about code: some RecordCode, _ start: ProjectMonth, _ end: ProjectMonth, in project: Project
) -> [String] {
  if start.number > project.months {
    return ["\(code) starts in \(start), after the project's end on \(project.end)."]
  }
  guard end.number > project.months else { return [] }
  return ["\(code) ends in \(end), after the project's end on \(project.end)."]
}

internal import Documents

extension StatusReport {
  /// Who has what of a shared project, and how far the submissions are; nothing where none is shared.
  func sharing() throws -> [Block] {
    guard try store.sharing.organisation() != nil else { return [] }
    let status = try store.shareStatus.status()
    var blocks: [Block] = [
      .section("Copies of the partners"),
      .table(
        Table(
          noun: "copies", emptySentence: "No other partner takes part yet.",
          fields: PartnerExchange.fields, rows: status.partners)),
    ]
    if !status.submissions.isEmpty {
      blocks += [
        .section("Submissions"),
        .table(
          Table(noun: "submissions", fields: SubmissionLine.fields, rows: status.submissions)),
      ]
    }
    return blocks
  }
}

internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ShareStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show who has what: parcels sent and received, by partner.",
    discussion: examples(
      "blues share status", "blues share status --json", "blues share status -o status.html"))

  @OptionGroup var past: PastOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try store.toRead(at: past.at, for: output)
    let status = try store.shareStatus.status()
    let partners = Table(
      noun: "partners", emptySentence: "No other partner has a key or a parcel yet.",
      fields: PartnerExchange.fields, rows: status.partners)
    let submissions = Table(
      noun: "submissions", emptySentence: "Nothing was submitted yet.",
      fields: SubmissionLine.fields, rows: status.submissions)
    let comments = Table(
      noun: "comments", emptySentence: "Nothing was refused or parked.",
      fields: ShareComment.fields, rows: status.comments)
    let parcels = Table(
      noun: "parcels", emptySentence: "No parcels yet.", fields: ParcelLine.fields,
      rows: status.parcels)
    try output.show(
      page: Document(
        schema: "blues.share-status/1", title: "Parcels of \(status.organisation)",
        blocks: [
          .facts(Facts([Fact("organisation", "Copy of", .text(status.organisation))])),
          .table(partners, title: "Partners"), .table(submissions, title: "Submissions"),
          .table(comments, title: "Refused or parked"), .table(parcels, title: "Parcels"),
        ]))
  }
}

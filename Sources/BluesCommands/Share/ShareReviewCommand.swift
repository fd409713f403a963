internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct ShareReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Show what a parcel would change, row by row.",
    discussion: examples(
      "blues share review", "blues share review --from NP -o review.html",
      "blues share review --json",
      note: """
        A row is new, changed, deleted, or a conflict: both sides changed it. Of a conflict all \
        three values are shown, and nothing is done until you decide. Rows that the parcel lacks \
        are counted and stay.
        """))

  @Option(name: .customLong("from"), help: "The partner that sent it.")
  var partner: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try store.toRead(for: output)
    let reviews = store.parcelReviews
    let page = ReviewPage(
      try reviews.review(from: partner), locked: try reviews.lockedEffect(from: partner))
    try output.show(page: page.document)
  }
}

/// The page of a parcel that waits.
struct ReviewPage {
  let review: ParcelReview
  /// What applying it would change in locked periods, in sentences.
  let locked: [String]

  init(_ review: ParcelReview, locked: [String]) {
    self.review = review
    self.locked = locked
  }

  var document: Document {
    var blocks: [Block] = [.facts(facts)]
    if let warning = review.plan?.warning {
      blocks.append(.note("This submission was \(warning).", .warning))
    }
    if review.isBaseUnknown {
      blocks.append(
        .paragraph(
          review.origin == nil
            ? "No earlier parcel is known that both sides have: every difference is a conflict."
            : "The state that the workbook was made from is not known: every difference is a conflict."
        ))
    }
    if review.unseen > 0 {
      blocks.append(
        .paragraph(
          "\(review.sender) had not applied your \(counted(review.unseen, "later parcel")) when it "
            + "made this one: it may not know the plan as it is now."))
    }
    blocks += locked.map { .paragraph("When it is applied: \($0)") }
    blocks.append(
      .table(
        Table(
          noun: "rows", emptySentence: "Nothing differs.", fields: ReviewedRow.fields,
          rows: review.rows), title: "Rows"))
    let fields = review.rows.filter { $0.standing != .new && $0.standing != .deleted }
      .flatMap(\.changes)
    if !fields.isEmpty {
      blocks.append(
        .table(
          Table(
            noun: "fields", emptySentence: "", fields: ReviewedRow.FieldChange.fields, rows: fields),
          title: "Fields that differ"))
    }
    if !review.answers.isEmpty {
      blocks.append(
        .table(
          Table(
            noun: "answers", emptySentence: "", fields: ParcelAnswer.fields, rows: review.answers),
          title: "Decided on your rows"))
    }
    return Document(
      schema: "blues.parcel-review/1",
      title:
        "\(review.origin == nil ? "Parcel" : "Workbook") \(review.sequence) of \(review.sender)",
      blocks: blocks)
  }

  private var facts: Facts {
    var facts = [
      Fact("sender", "From", .text(review.sender)),
      Fact("sequence", "No", .integer(review.sequence)),
    ]
    if let origin = review.origin { facts.append(Fact("workbook", "Seal", .text(origin))) }
    let made = review.origin == nil ? "Made, by the sender's clock" : "Received"
    facts += [
      Fact("purpose", "For", .text(review.purpose.rawValue)),
      Fact("period", "Period", .text(orEmpty: review.period)),
      Fact("made_at", made, .text(review.madeAt)),
      Fact("state", "State", .text(review.state.rawValue)),
      Fact("new", "New", .integer(review.count(.new))),
      Fact("changed", "Changed", .integer(review.count(.changed))),
      Fact("deleted", "Deleted", .integer(review.count(.deleted))),
      Fact("conflicts", "Conflicts to decide", .integer(review.count(.conflict))),
      Fact(
        "not_sent", "Not sent, and kept here",
        .list(review.notSent.map { counted($0.rows, $0.kind) })),
    ]
    if let plan = review.plan {
      facts.append(Fact("plan", "Made on the plan of parcel", .integer(plan.parcel)))
    }
    return Facts(facts)
  }
}

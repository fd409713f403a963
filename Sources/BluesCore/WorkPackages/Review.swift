package import Basics
internal import Documents

/// The code of a review, `RV1`.
package struct ReviewCode: NumberedCode {
  package static let form = CodeForm("RV", "review", example: "RV1")
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// A meeting at which the Agency looks at what the project did so far.
package struct Review: Record {
  package let code: ReviewCode
  package var title: String
  package var due = Due.month(.first)
  package var venue: String?
  package var heldOn: Day?
  package var comments: String?
  package private(set) var dueOn = Day(number: 0)
  package private(set) var standing = Standing.done

  package init(code: ReviewCode) {
    self.code = code
    title = code.description
  }

  package static let register = Register<Review>(
    noun: "review", path: "workpackage review", example: "RV1", heading: "No",
    headings: "no,number,review,review number\(HeadingWords.number)", table: .numbered("review"),
    attributes: [
      .title(
        "title", \.title, "Title", "What is reviewed.",
        headings: "name,review name\(HeadingWords.title)"),
      .due(\.due, headings: "due month,due date,month,tentative timing\(HeadingWords.due)"),
      .computed("due_on", "Due on", "The day it is due.", kind: .day) { .day($0.dueOn) },
      .text(
        "venue", \.venue, "Venue", "Where it is held.",
        headings: "planned venue of review,place\(HeadingWords.venue)"),
      .day(
        "held_on", \.heldOn, "Held", "The day it was held.", headings: "held,date", isPast: true),
      .computed("standing", "Standing", Standing.help, kind: .text) { $0.standing.cell },
      .late(\.standing), .daysLate(\.standing),
      .text(
        "comments", \.comments, "Comments", "What else is known of it.",
        headings: "comment,remarks\(HeadingWords.note)", uses: .hidden),
    ],
    words: RecordWords(added: { ", due \($0.due.told($0.dueOn))" }),
    rules: RecordRules(
      derive: { context in
        { review, _ in
          review.dueOn = review.due.day(projectStart: context.project.start)
          review.standing = Standing(
            due: review.dueOn, doneOn: review.heldOn, today: context.today)
        }
      },
      check: { review, was, said, context in
        try completeDue(&review.due, was == nil, said, context) { context.project.lastMonth }
      }))
}

extension Store {
  package var reviews: Records<Review> { records() }
}

/// The reviews that the Agency has still to hold.
enum ReviewAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    try context.store.reviews.all().filter { !$0.standing.isDone }.map { item in
      AgendaItem(
        item.code.description, kind: "review", title(item), dueOn: item.dueOn, .all,
        command: "blues wp review set \(item.code) --held-on today", today: context.today)
    }
  }

  static func entries(_ context: AgendaContext) throws -> [PlanEntry] {
    try context.store.reviews.all().map { item in
      PlanEntry(
        key: "\(item.code)-due", summary: "\(item.code) \(title(item))",
        description: "review, \(item.standing.isDone ? "held" : "to be held")", day: item.dueOn,
        category: "Review", debtor: .all, isDone: item.standing.isDone)
    }
  }

  private static func title(_ review: Review) -> String {
    let title = review.title == review.code.description ? "Review" : review.title
    return review.venue.map { "\(title), \($0)" } ?? title
  }
}

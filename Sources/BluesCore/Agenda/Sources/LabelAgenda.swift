internal import Basics

/// The labels whose renewal is to begin, nine months before they end.
enum LabelAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    try context.store.labels.all().compactMap { label in
      guard let day = label.nextActionOn else { return nil }
      return AgendaItem(
        label.code.description, kind: "label", "Renew the \(label.level.rawValue) label",
        dueOn: day, .partners([label.partner]),
        command:
          "blues partner label renew \(label.code) --valid-to \(label.nextEnd(from: context.today).iso)",
        today: context.today)
    }
  }

  static func entries(_ context: AgendaContext) throws -> [PlanEntry] {
    try context.store.labels.all().compactMap { label in
      guard let day = label.nextActionOn, let last = label.validTo else { return nil }
      return PlanEntry(
        key: "\(label.code)-renewal",
        summary: "\(label.code) Renew the \(label.level.rawValue) label",
        description: "label of \(label.partner), valid to \(last.iso)", day: day,
        category: "Label", debtor: .partners([label.partner]),
        isDone: false)
    }
  }
}

internal import Basics
internal import Documents

extension PartA {
  /// Activities of one kind of the Agency's lists, added up.
  private struct ActivityCount {
    let kind: String
    let activities: [Activity]

    func cost(in currency: String) -> Cell {
      let known = activities.compactMap(\.cost)
      return known.isEmpty ? .empty : .money(cents: known.reduce(0, +), currency: currency)
    }
  }

  /// How many activities of each kind, whom they reached and what they cost.
  func activityCounts() throws -> Table {
    let done = context.activities.filter { $0.status == .delivered || $0.status == .ongoing }
    let labels = try Self.labels()
    let kinds = Dictionary(grouping: done) { $0.kind ?? "" }
    let rows = kinds.keys.sorted().map { kind in
      ActivityCount(
        kind: kind.isEmpty ? "not stated" : labels[kind] ?? kind, activities: kinds[kind] ?? [])
    }
    let currency = context.programme.currency
    let total = ActivityCount(kind: "Total", activities: done)
    let fields: [Field<ActivityCount>] = [
      Field("kind", "Type of activity", rank: .main) { .text($0.kind) },
      Field("number", "Number") { .integer($0.activities.count) },
      Field("cost", "Spent") { $0.cost(in: currency) },
      Field("audiences", "Audiences") { row in
        .list(Set(row.activities.flatMap(\.audiences)).sorted().map { labels[$0] ?? $0 })
      },
      Field("reach", "Persons reached") { row in
        .integer(row.activities.reduce(0) { $0 + ($1.reach ?? 0) })
      },
      Field("participants", "Participants") { row in
        .integer(row.activities.reduce(0) { $0 + $1.participants })
      },
    ]
    return Table(
      noun: "activity_counts", emptySentence: "No activity in the period.", fields: fields,
      rows: rows, total: rows.isEmpty ? nil : fields.map { $0.cell(total) })
  }

  /// The activities as the portal lists them.
  func activities() throws -> Table {
    let labels = try Self.labels()
    return Table(
      noun: "activities", emptySentence: "No activity in the period.",
      fields: [
        Field("code", "No", rank: .key) { .text($0.code.description) },
        Field("title", "Name", rank: .main) { .text($0.title) },
        Field("starts_on", "From") { .day(orEmpty: $0.startsOn) },
        Field("ends_on", "To", shown: false) { .day(orEmpty: $0.endsOn) },
        Field("description", "Description", shown: false) { .text(orEmpty: $0.note) },
        Field("audiences", "Target audience") { .list($0.audiences.map { labels[$0] ?? $0 }) },
        Field("kind", "Channel") { .text(orEmpty: $0.kind.map { labels[$0] ?? $0 }) },
        Field("outcome", "Outcome") { .text(orEmpty: $0.outcome) },
        Field("status", "Status") { .state($0.status.rawValue, $0.status.tone) },
        Field("reach", "Persons reached") { $0.reach.map { .integer($0) } ?? .empty },
        Field("link", "Link", shown: false) { $0.link.map { .link($0) } ?? .empty },
      ],
      rows: context.activities.sorted {
        ($0.startsOn?.iso ?? "", $0.code.number) < ($1.startsOn?.iso ?? "", $1.code.number)
      })
  }

  /// What the codes of kinds and audiences mean.
  static func labels() throws -> [String: String] {
    var labels: [String: String] = [:]
    for list in Activity.kindLists + Activity.audienceLists {
      for value in try CodeList.named(list).values { labels[value.code] = value.label }
    }
    return labels
  }
}

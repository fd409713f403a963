internal import Basics
internal import GRDB

extension Activity {
  /// How many took part, by side: contacts, and persons who were counted.
  static let selections = ["member", "guest"].flatMap { side in
    [
      """
      (SELECT count(*) FROM activity_contact
       WHERE activity_id = activity.id AND side = '\(side)') AS \(side)_contacts
      """,
      """
      (SELECT coalesce(sum(persons), 0) FROM activity_count
       WHERE activity_id = activity.id AND side = '\(side)') AS \(side)_persons
      """,
    ]
  }

  static func derivation(_ context: RecordContext) throws -> (inout Activity, Row) throws -> Void {
    let elements = try PublicityElement.asked(by: Programme.of(context.project))
    let types = try CountedType.all(context.db)
    return { activity, row in
      activity.members = try row.stored("member_contacts") + row.stored("member_persons")
      activity.guests = try row.stored("guest_contacts") + row.stored("guest_persons")
      activity.types = types[try row.stored(0, "id")] ?? []
      activity.missing = elements.filter { activity.publicity[$0] != .yes }
    }
  }

  static func check(
    _ activity: inout Activity, _ was: Activity?, _ said: inout Changes, _ context: RecordContext
  ) throws {
    if let place = activity.place, onlineWords.contains(Folding.folded(place)) {
      activity.place = "online"
    }
    try completeWorkPackage(&activity, said)
    if was == nil, !said.says("type"), let kind = activity.kind {
      activity.type = try type(of: kind)
    }
    try checkDays(activity, said, context)
  }

  /// A task belongs to one work package, which is the activity's.
  private static func completeWorkPackage(_ activity: inout Activity, _ said: Changes) throws {
    guard let task = activity.task, let code = try? TaskCode(task) else { return }
    let own = code.workPackage.description
    guard said.says("work_package") else {
      activity.workPackage = own
      return
    }
    if let workPackage = activity.workPackage, workPackage != own {
      throw Refusal(
        "work_package", rule: "work-package", expected: "\(own), to which \(task) belongs",
        found: workPackage)
    }
  }

  /// What an activity of a kind is, where that is not said.
  private static func type(of kind: String) throws -> ActivityType {
    if kind == "training" || kind == "education-training" { return .training }
    let isDissemination = try CodeList.named("dissemination-type").value(kind) != nil
    let isChannel = try CodeList.named("communication-channel").value(kind) != nil
    return isDissemination && !isChannel ? .dissemination : .communication
  }

  private static func checkDays(
    _ activity: Activity, _ said: Changes, _ context: RecordContext
  ) throws {
    if let first = activity.startsOn, let last = activity.endsOn, last < first {
      throw Refusal("ends_on", rule: "days", expected: "a day not before \(first)", found: last.iso)
    }
    if activity.status == .delivered, let first = activity.startsOn, first > context.today {
      throw Refusal(
        "status", rule: "status", expected: "planned or another word, as it begins on \(first)",
        found: activity.status.rawValue)
    }
    let project = context.project
    for name in ["starts_on", "ends_on"] where said.says(name) {
      guard let day = name == "starts_on" ? activity.startsOn : activity.endsOn else { continue }
      if day < project.start {
        context.invocation.remarks.add(
          "\(activity.code): \(day) is before the project starts on \(project.start).")
      } else if day > project.end {
        context.invocation.remarks.add(
          "\(activity.code): \(day) is after the project ends on \(project.end).")
      }
    }
  }

  private static let onlineWords: Set<String> = [
    "online", "on line", "virtual", "virtuell", "virtuel", "en ligne", "en linea", "zdalnie",
    "webinar", "videoconference", "videokonferenz",
  ]
}

extension Activity.CountedType {
  /// Those of all activities by their rows: counted persons, and contacts whose organisation has a
  /// type.
  fileprivate static func all(_ db: Database) throws -> [Int64: [Activity.CountedType]] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT activity_id, type, sum(persons) AS persons
          FROM (SELECT activity_id, type, persons FROM activity_count
                UNION ALL
                SELECT activity_id,
                       (SELECT category FROM profile
                        WHERE profile.organisation_id = contact.organisation_id
                          AND category <> '' ORDER BY profile.id LIMIT 1),
                       1
                FROM activity_contact
                JOIN contact ON contact.id = contact_id)
          WHERE type IS NOT NULL
          GROUP BY activity_id, type
          ORDER BY activity_id, type
          """))
    return try Dictionary(grouping: rows) { try $0.value("activity_id", as: Int64.self) }
      .mapValues {
        try $0.map { .init(type: try $0.value("type"), persons: try $0.value("persons")) }
      }
  }
}

extension PublicityElement {
  /// The elements that a programme asks for; none where its publicity is not known.
  static func asked(by programme: Programme) -> [PublicityElement] {
    (programme.publicity?.elements ?? []).compactMap { PublicityElement(rawValue: $0) }
  }
}

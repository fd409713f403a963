internal import Basics
internal import Documents

extension Activity {
  /// The lists of kinds: the portal's of today, then the one of older grants.
  static let kindLists = ["communication-channel", "dissemination-type", "activity-type"]
  /// The lists of audiences, in the same order.
  static let audienceLists = ["communication-audience", "audience-type"]

  static let what: [Attribute<Activity>] = [
    .title(
      "title", \.title, "Activity", "What it is called.",
      headings: "activity,event,name,activity name\(HeadingWords.activity)"
        + HeadingWords.title.replacing("; fr: ", with: "; fr: nom de l'activité,")),
    .word(
      "type", \.type, "Type", ActivityType.help, headings: "what it is\(HeadingWords.activityType)",
      read: { ActivityType(listed: $0) }),
    .reference(
      "work_package", \.workPackage, to: WorkPackage.target, of: "activity", "WP",
      "The work package it belongs to; default: that of the task.",
      headings: "wp,wp no\(HeadingWords.workPackage)", option: "wp"),
    .reference(
      "task", \.task, to: PlanTask.target, of: "activity", "Task", "The task it belongs to.",
      headings: "task no\(HeadingWords.task)", uses: .hidden),
    .references(
      "partners", \.partners,
      RecordLinks(
        table: "activity_partner", owner: "activity", other: "partner_id", target: Partner.target,
        isOrderedByTarget: false), "Partners", "A partner that takes part; may be repeated.",
      headings: "partner,organiser,organisers\(HeadingWords.partners)", option: "partner"
    ).ranked(.minor),
  ]

  static let whenAndWhere: [Attribute<Activity>] = [
    .day(
      "starts_on", \.startsOn, "From", "The day it begins.",
      headings: "from,date,start,start date\(HeadingWords.firstDay)", option: "from"),
    .day(
      "ends_on", \.endsOn, "To", "The day it ends; of one day, leave it out.",
      headings: "to,end,end date\(HeadingWords.lastDay)", uses: .hidden, option: "to"),
    .text(
      "place", \.place, "Place", "Where it is, or online.",
      headings: "location,venue\(HeadingWords.place)", uses: .hidden),
    .word(
      "status", \.status, "Status", "planned, ongoing, delivered, postponed or cancelled.",
      headings: "state\(HeadingWords.state)", read: { ActivityStatus(listed: $0) },
      cell: { .state($0.rawValue, $0.tone) }),
  ]

  /// What the portal asks of communication and dissemination.
  static let publicly: [Attribute<Activity>] = [
    .code(
      "kind", \.kind, inLists: kindLists, "Kind",
      "Its channel or kind by the Agency's lists, such as press-release.",
      headings: "channel,type of activity,type of dissemination,communication channel"
        + HeadingWords.channel),
    .codes(
      "audiences", \.audiences, inLists: audienceLists, "Audience",
      "An audience by the Agency's lists, such as industry; may be repeated.",
      headings: "audience,target audience,audience type,type of audience\(HeadingWords.audience)",
      option: "audience"),
    .count(
      "reach", \.reach, "Reach", "How many persons it reached.",
      headings: "persons reached,estimated persons reached,number of persons reached"
        + HeadingWords.reach, uses: .hidden),
    .decimal(
      "cost", \.cost, in: 0...99_999_999, "Cost", "What it cost, in the currency of the grant.",
      headings: "costs,amount,eur spent\(HeadingWords.cost)", uses: .hidden),
    .text(
      "link", \.link, "Link", "The address of its page.",
      headings: "url,website,web page\(HeadingWords.link)", kind: .link, uses: .hidden),
    .text(
      "outcome", \.outcome, "Outcome", "What came of it.",
      headings: "result,results,impact\(HeadingWords.outcome)", uses: .hidden),
  ]

  /// Who took part, and what they said of it.
  static let taken: [Attribute<Activity>] = [
    .computed("participants", "Participants", "How many took part.", kind: .number) {
      .integer($0.participants)
    }.ranked(.key),
    .computed(
      "members", "Members", "How many of them are of the partnership.", kind: .number, shown: false
    ) { .integer($0.members) },
    .computed("guests", "Guests", "How many of them are guests.", kind: .number, shown: false) {
      .integer($0.guests)
    },
    .computed(
      "types", "Types", "How many are of each type of organisation, as far as it is known.",
      kind: .list, shown: false
    ) { .list($0.types.map { "\($0.type) \($0.persons)" }) },
    .computed(
      "trained", "Trained", "How many were trained: those in a training that was delivered.",
      kind: .number, shown: false
    ) { .integer($0.trained) },
    .decimal(
      "hours", \.hours, in: 0...1_000, "Hours", "The hours that each person was trained.",
      headings: "hours per person,duration\(HeadingWords.hours)", uses: .hidden),
    .computed(
      "hours_trained", "Hours trained", "Persons times hours.", kind: .number, shown: false
    ) { $0.hoursTrained.map { .decimal(hundredthsText($0)) } ?? .empty },
    .decimal(
      "satisfaction", \.satisfaction, in: 1...5, "Satisfaction",
      "The mean of the answers, from 1 to 5.",
      headings: "mean score,score\(HeadingWords.satisfaction)", uses: .hidden),
    .count(
      "responses", \.responses, "Answers", "How many answered.",
      headings: "answers,number of answers\(HeadingWords.answers)", uses: .hidden),
    .computed(
      "response_rate", "Rate", "The share of the participants that answered.",
      kind: .form("percentage"), shown: false
    ) { .text(orEmpty: $0.responseRate?.description) },
    .text("note", \.note, "Note", "A remark.", headings: HeadingWords.note, uses: .hidden),
  ]
}

extension ActivityType {
  static let help =
    allCases.map(\.rawValue).joined(separator: ", ") + "; default: communication."
}

extension ActivityStatus {
  /// In a list, what did not take place stands out.
  var tone: Tone {
    switch self {
    case .delivered: .good
    case .postponed, .cancelled: .warning
    case .planned, .ongoing: .plain
    }
  }
}

package import Documents

extension Match {
  /// The columns of data; pages show the names, the score, the window and why in a few words.
  package static let fields: [Field<Match>] = [
    Field("visitor", "Visitor") { .text($0.visitor) },
    Field("visitor_id", "Visitor's id", shown: false) { .text($0.visitorCode) },
    Field("visitor_country", "From") { .text(orEmpty: $0.visitorCountry) },
    Field("host", "Host") { .text($0.host) },
    Field("host_id", "Host's id", shown: false) { .text($0.hostCode) },
    Field("host_country", "To") { .text(orEmpty: $0.hostCountry) },
    Field("score", "Score") { .decimal(MatchScore.text($0.score)) },
    Field("from", "Window from", shown: false) { .day(orEmpty: $0.from) },
    Field("to", "Window to", shown: false) { .day(orEmpty: $0.to) },
    Field("first_day", "First day") { .day(orEmpty: $0.stay?.lowerBound) },
    Field("last_day", "Last day") { .day(orEmpty: $0.stay?.upperBound) },
    Field("reasons", "Reasons", shown: false) { .list($0.reasons) },
    Field("blocked_by", "Blocked by", shown: false) { .list($0.blocks) },
  ]

  /// What pages show of why it is proposed; data has the reasons themselves.
  package static let pageFields =
    fields + [Field("summary", "In common") { (match: Match) in .list(match.summary) }]
}

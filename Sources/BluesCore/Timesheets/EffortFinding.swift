internal import Basics
package import Documents

/// A rule on effort that hours do not keep.
package struct EffortFinding: Sendable, Equatable {
  package let partner: String
  /// Nil where it is about the partner as a whole.
  package let person: String?
  /// A day, a month or a year; nil where it is about the whole time.
  package let on: String?
  package let workPackage: WorkPackageCode?
  package let breach: Breach
  package let mark: Mark

  package static let fields: [Field<EffortFinding>] = [
    Field("partner", "Partner", "The partner whose hours they are.", kind: .form("partner")) {
      .text($0.partner)
    },
    Field(
      "person", "Person", "The person, where it is about one.", kind: .form("person"), rank: .key
    ) { .text(orEmpty: $0.person) },
    Field("on", "On", "The day, month or year.") { .text(orEmpty: $0.on) },
    Field(
      "work_package", "WP", "The work package, where it is about one.",
      kind: .form("work package"), shown: false
    ) {
      .text(orEmpty: $0.workPackage?.description)
    },
    Field("check", "Check", "The name of the rule.", rank: .key) { .text($0.breach.rule) },
    Field("severity", "Severity", "What a breach does.", kind: .words(of: Rule.Severity.self)) {
      .state(
        $0.breach.severity.rawValue,
        $0.breach.severity == .refusal ? .bad : $0.breach.severity == .warning ? .warning : .plain)
    },
    Field("message", "Message", "What was found.", rank: .main) { .text($0.breach.message) },
    Field("mark", "Mark", "How sure the rule is.", kind: .words(of: Mark.self), shown: false) {
      .text($0.mark.rawValue)
    },
    Field("source", "Source", "Where the rule was read.", shown: false) {
      .text($0.breach.source)
    },
  ]
}

/// How often each rule is not kept, in the order of the rules.
package struct EffortCount: Sendable, Equatable {
  package let check: String
  package let count: Int

  /// The counts of findings, the most frequent first.
  package static func of(_ findings: [EffortFinding]) -> [EffortCount] {
    Dictionary(grouping: findings, by: \.breach.rule).map {
      EffortCount(check: $0.key, count: $0.value.count)
    }.sorted { ($1.count, $0.check) < ($0.count, $1.check) }
  }
}

extension Timesheets {
  /// What the hours that are meant do not keep.
  package func check(_ wanted: Wanted = Wanted()) throws -> [EffortFinding] {
    try store.read { db in
      let scope = try EffortScope(wanted, db, store.invocation, store.hooks)
      var checks = try EffortChecks(db)
      return try checks.run(where: scope.condition, scope.arguments)
    }
  }
}

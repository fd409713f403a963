package import Documents

extension ProfileEligibility.Statement {
  package static let fields: [Field<ProfileEligibility.Statement>] = [
    Field("rule", "Rule") { .text($0.rule) },
    Field("verdict", "Verdict") { .state($0.verdict.rawValue, $0.verdict.tone) },
    Field("message", "Finding") { .text($0.message) },
    Field("source", "Source") { .text($0.source) },
  ]
}

extension ProfileEligibility.Verdict {
  package var tone: Tone {
    switch self {
    case .kept: .good
    case .broken: .bad
    case .open: .warning
    }
  }
}

extension ProfileEligibility.Outcome {
  package var tone: Tone {
    switch self {
    case .eligible: .good
    case .notEligible: .bad
    case .open: .warning
    }
  }
}

/// A profile with what the rules say of it.
package struct ExplainedProfile: Sendable, Equatable {
  package let profile: Profile
  package let statements: [ProfileEligibility.Statement]

  package var outcome: ProfileEligibility.Outcome { ProfileEligibility.outcome(of: statements) }

  package static let fields: [Field<ExplainedProfile>] =
    Profile.fields.map { field in field.of { $0.profile } } + [
      Field(
        "eligibility", "Eligibility", "What the rules say of it.",
        kind: .words(of: ProfileEligibility.Outcome.self)
      ) { .state($0.outcome.rawValue, $0.outcome.tone) }
    ]
}

extension Profiles {
  /// Profiles with what the rules say of them.
  package func explained(_ profiles: [Profile]) throws -> [ExplainedProfile] {
    let eligibility = try eligibility()
    return try profiles.map {
      ExplainedProfile(profile: $0, statements: try eligibility.statements(of: $0))
    }
  }
}

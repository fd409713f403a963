package import Basics
internal import GRDB

extension Profiles {
  /// Records what the managing partnership decided on a profile; a rejection has its reason.
  package func assess(
    _ text: String, as role: Profile.Role, _ decision: Profile.Assessment, on day: Day,
    because reason: String? = nil
  ) throws -> Profile {
    var draft = Draft(role: role)
    draft[.assessment] = decision.rawValue
    draft[.assessedOn] = day.iso
    draft[.assessmentNote] = reason?.trimmed ?? ""
    return try store.write { write in
      let organisation = try Self.organisation(text, as: role, write.db)
      _ = try Self.fetch(organisation, role, write.db)
      try Self.put(organisation.id.value, draft, write)
      write.records(
        "\(decision.rawValue) \(organisation.code) as a \(role.rawValue)",
        affecting: [organisation.code])
      return try Self.fetch(organisation, role, write.db)[0]
    }
  }
}

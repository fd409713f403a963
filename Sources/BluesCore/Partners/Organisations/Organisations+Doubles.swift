internal import GRDB

extension Organisations {
  /// Refuses a code that two copies of a shared project gave, and lists which have it.
  static func refuseDouble(_ number: Int64, _ text: String, _ db: Database) throws {
    let doubles = try FileIdentity.doubles(number, of: "organisation", in: db)
    guard !doubles.isEmpty else { return }
    throw OrganisationProblem.ambiguous(
      text,
      candidates: try doubles.prefix(8).map { id in
        let organisation = try fetch(id, db)
        return "\(organisation.code) \(organisation.name)"
      })
  }
}

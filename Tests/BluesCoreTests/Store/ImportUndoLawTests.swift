import Testing

@testable import BluesCore

/// The laws of taking back an import of which something stays.
@Suite struct `Laws of undoing imports` {
  private static let names = ["Aguas Norte", "Aguas Sur", "Ríos Altos", "Pozos", "Fuentes"]

  /// A list of people, several of one organisation, with facts of the organisations.
  private static func list(_ random: inout SplitMix64) -> String {
    csv(
      [["id", "name", "organisation", "city", "short_name"]]
        + (1...8).map { number in
          let name = random.pick(names)
          return [
            "\(number)", "Person \(number)", name, random.pick(["Jaca", "Huesca", ""]),
            name.hasPrefix("Aguas") ? "A\(name.count)" : "",
          ]
        })
  }

  /// What is known, without the numbers that an import gives.
  private static func known(_ store: Store) throws -> [String] {
    let contacts = try store.contacts.all().map { contact in
      ContactField.allCases.map { contact.known[$0] ?? "" }.joined(separator: "|")
    }
    let organisations = try store.organisations.all().map {
      "\($0.name) \($0.shortName ?? "-") \($0.clusters) \($0.contacts)"
    }
    return contacts.sorted() + organisations.sorted()
  }

  /// Something that a person does with what was imported.
  private static func edit(_ store: Store, _ random: inout SplitMix64) throws {
    let contacts = try store.contacts.all()
    switch random.upTo(4) {
    case 0:
      _ = try? store.contacts.set(
        random.pick(contacts).code, ContactDraft([.phone: "+3497612\(1000 + random.upTo(9000))"]))
    case 1:
      let code = random.pick(try store.organisations.all()).code
      _ = try? store.organisations.set(code, .init(type: random.pick(["sme", "cluster"])))
    case 2:
      let code = random.pick(try store.organisations.all()).code
      _ = try? store.profiles.add(code, .init(role: .visitor, category: "sme"))
    default:
      _ = try store.contacts.add(
        ContactDraft([
          .name: "By hand \(random.upTo(1000))", .organisation: random.pick(names), .country: "ES",
        ]))
    }
  }

  @Test(arguments: Trials.seeds(30))
  func `what stays is whole, and the list again brings back what the undo took`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let store = try Store.blues()
    let request = ImportRequest.test(
      country: "ES", partner: random.pick(["ZINNAE", "AV"]), source: "members")
    if random.upTo(2) == 0 {
      _ = try store.organisations.add("Aguas Norte", .init(country: .init("ES")))
    }
    let known = try store.organisations.all().map(\.code)
    let list = Self.list(&random)
    #expect(try store.importContacts(list, request).outcome.created == 8)
    let step = try #require(try store.history.steps(limit: 1).first).id
    for _ in 0..<random.upTo(4) { try Self.edit(store, &random) }
    let before = try Self.known(store)
    let contacts = try store.contacts.all()
    let clusters = Dictionary(
      uniqueKeysWithValues: try store.organisations.all().map { ($0.code, $0.clusters) })
    _ = try store.history.undo(step)
    for organisation in try store.organisations.all() where !known.contains(organisation.code) {
      #expect(clusters[organisation.code] == organisation.clusters, "\(organisation)")
    }
    for contact in try store.contacts.all() {
      #expect(contacts.contains { $0.code == contact.code })
    }
    #expect(try store.answer("PRAGMA foreign_key_check") == [])
    let again = try store.importContacts(list, request).outcome
    #expect(again.rejected == 0)
    #expect(try Self.known(store) == before)
    #expect(try store.importContacts(list, request).counts == [8, 0, 0, 8, 0])
  }
}

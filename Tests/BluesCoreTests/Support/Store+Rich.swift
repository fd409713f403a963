@testable import BluesCore

extension Store {
  static let listRequest = ImportRequest.test(
    unmapped: .keep, country: "ES", partner: "ZINNAE", source: "members")

  /// A sender's list of three people.
  static let firstList = """
    id,organisation,name,email,phone,city,stand
    1,Aguas Norte,Ana Gil,ana@example.org,,Zaragoza,A1
    2,Aguas Sur,Berta Sanz,berta@example.org,,Huesca,A2
    3,Ríos Altos,Carla Ruiz,carla@example.org,,Jaca,

    """

  /// The same list later: one moved, one left, one new, one with another employer.
  static let nextList = """
    id,organisation,name,email,phone,city,stand
    1,Aguas Norte,Ana Gil,ana@example.org,,Calatayud,B1
    3,Aguas Sur,Carla Ruiz,carla@example.org,,Jaca,
    4,Pozos Hondos,Dora León,dora@example.org,,Soria,C1

    """

  /// A project with something of everything, on 1 September 2020.
  static func rich() throws -> Store { try richPattern.get().copyInMemory() }

  private static let richPattern = Result { try filled(blues()) }

  private static func filled(_ store: Store) throws -> Store {
    _ = try store.tasks.add(.init("T1.1"), ["title": "Survey", "start_month": "M2"])
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "due": "M6"])
    _ = try store.deliverables.add(.init("D1.2"), ["title": "Plan", "due": "M8"])
    _ = try store.deliverables.submit(.init("D1.2"), on: .of("2020-08-15"))
    _ = try store.milestones.add(.init("MS1"), ["work_packages": "WP1; WP2", "leads": "AV"])
    try store.importContacts(firstList, listRequest)
    _ = try store.organisations.add(
      "Plasma Nord", .init(country: CountryCode("DE"), cluster: "BNPT"))
    _ = try store.profiles.add("Plasma Nord", .init(role: .host, category: "cluster"))
    for (number, name) in ["Aguas Norte", "Aguas Sur", "Ríos Altos"].enumerated() {
      _ = try store.profiles.add(name, .init(role: .visitor, category: "sme"))
      let code = try store.exchanges.propose(
        host: "Plasma Nord", visitor: name, from: .of("2020-08-10"), to: .of("2020-08-14"),
        on: .of("2020-07-01")
      ).exchange.code
      try store.exchanges.provide(code, for: .applied, on: .of("2020-08-01"))
      guard number > 0 else { continue }
      try store.exchanges.bring(
        code, to: number == 1 ? .contracted : .ongoing, on: .of("2020-08-01"))
    }
    _ = try store.organisations.add("Plasma Süd", .init(cluster: "AV"))
    return store
  }
}

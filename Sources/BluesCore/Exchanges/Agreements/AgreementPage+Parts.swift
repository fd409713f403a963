internal import Documents

extension AgreementPage {
  /// Who takes part: each party with its organisation, country and people.
  mutating func parties(_ parties: [(String, AgreementInput.Side, isPartnership: Bool)]) {
    section("The parties")
    var rows: [[Cell]] = []
    for (role, side, isPartnership) in parties {
      let small = role.prefix(1).lowercased() + role.dropFirst()
      if isPartnership {
        rows.append([
          .text(role), .text(known(side.partnership, "the \(small)")), .empty, .empty,
        ])
      } else {
        let place = [side.city, side.country?.englishName].compactMap(\.self)
        rows.append([
          .text(role), .text(side.organisation),
          .text(known(place.joined(separator: ", "), "where the \(small) is registered")),
          .text(known(side.people.joined(separator: "\n"), "who represents the \(small)")),
        ])
      }
    }
    add(
      .table(
        Table(
          noun: "parties",
          columns: [
            Column("party", "Party"), Column("name", "Organisation"),
            Column("place", "Registered in"), Column("people", "Represented by"),
          ],
          rows: rows)))
  }

  /// When, where and how long.
  mutating func stay(_ subject: AgreementInput) {
    section("The stay")
    let exchange = subject.exchange
    var items = [
      Fact("code", "Exchange", .text(exchange.code.description)),
      Fact("first_day", "First day at the host", .day(exchange.firstDay)),
      Fact("last_day", "Last day at the host", .day(exchange.lastDay)),
    ]
    if subject.host.country != nil {
      items.append(Fact("working_days", "Working days", .integer(subject.workingDays.count)))
    }
    items.append(Fact("mode", "Mode", .text(exchange.mode.rawValue)))
    if exchange.mode != .virtual {
      var distance: String?
      if case .known(let kilometres, let basis) = subject.check.asked.distance {
        distance = "\(kilometres) km (\(basis))"
      }
      items.append(
        fact("distance", "Distance", distance, blank: "the distance between the organisations"))
    }
    add(.facts(Facts(key: "stay", items)))
  }

  mutating func signatures(_ parties: [(String, String?)]) {
    section("Signatures")
    add(.signatures(parties.map { SignatureLine(party: $0, name: $1) }))
  }
}

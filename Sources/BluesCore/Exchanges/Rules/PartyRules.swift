package import Basics

/// The rules on who visits, who hosts and for whom an exchange counts: checks 7, 8 and 11.
package struct PartyRules: Sendable {
  let book: RuleBook

  package init(book: RuleBook) {
    self.book = book
  }

  package func breaches(of exchange: CheckInput) throws -> [Breach] {
    let day = exchange.stay.firstDay
    return try assessed(exchange.visitor, .visitor) + assessed(exchange.host, .host)
      + visitor(exchange.visitor) + host(exchange.host, on: day) + counts(exchange)
  }

  private func assessed(_ party: CheckInput.Party, _ role: Profile.Role) throws -> [Breach] {
    guard let reason = party.rejection else { return [] }
    return [
      try book.rule("profile-assessment").breach(
        "The profile of \(party.name) as a \(role.rawValue) was rejected: \(reason).")
    ]
  }

  /// What speaks against an organisation as a visitor.
  package func visitor(_ party: CheckInput.Party) throws -> [Breach] {
    let rule = try book.rule("visitor-category")
    let categories = try rule.words("categories")
    guard categories.contains(party.category) else {
      return [
        rule.breach(
          "\(party.name) is \(Self.noun(party.category)); a visitor must be one of "
            + "\(categories.joined(separator: ", ")).")
      ]
    }
    guard Self.needsCluster(party) else { return [] }
    return [
      try book.rule("eccp-membership").breach(
        "\(party.name), \(Self.noun(party.category)), does not belong to a cluster profiled on ECCP."
      )
    ]
  }

  /// What speaks against an organisation as a host on the first day of the stay.
  package func host(_ party: CheckInput.Party, on day: Day) throws -> [Breach] {
    for rule in book.rules
    where rule.id.utf8.starts(with: "host-category".utf8) && rule.isInForce(on: day) {
      let categories = try rule.words("categories")
      guard !categories.contains(party.category) else { continue }
      return [
        rule.breach(
          "\(party.name) is \(Self.noun(party.category)); on \(day) a host must be one of "
            + "\(categories.joined(separator: ", ")).")
      ]
    }
    guard Self.needsCluster(party) else { return [] }
    return [
      try book.rule("host-approval").breach(
        "\(party.name), \(Self.noun(party.category)), does not belong to a cluster profiled on ECCP: "
          + "it may host once the Agency has agreed.")
    ]
  }

  private func counts(_ exchange: CheckInput) throws -> [Breach] {
    guard let partnership = exchange.visitor.partnership else { return [] }
    let target = book.target(.exchanges).map { "\($0) " } ?? ""
    return [
      try book.rule("kpi-count").breach(
        "\(exchange.subject) is managed and paid by \(partnership): it counts neither towards the "
          + "\(target)exchanges nor towards the costs of category C.")
    ]
  }

  private static func needsCluster(_ party: CheckInput.Party) -> Bool {
    ["sme", "support-organisation"].contains(party.category)
      && party.cluster?.trimmedBytes.isEmpty != false
  }

  /// A category with its article, such as `an SME`.
  private static func noun(_ category: String) -> String {
    category == "sme" ? "an SME" : "a \(category.replacing("-", with: " "))"
  }
}

extension Rule {
  /// A figure that lists words, separated by commas.
  func words(_ figure: String) throws(ProgrammeProblem) -> [String] {
    try text(figure).split(separator: ",").map { String($0).trimmed }
  }
}

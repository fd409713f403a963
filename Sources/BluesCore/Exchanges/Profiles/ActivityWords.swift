/// The kinds of activity that the scheme allows, by the words for them.
enum ActivityWords {
  static func code(_ text: String) -> String? { table.code(text) }

  /// The codes, as a refusal lists them.
  static let known = table.codes.joined(separator: ", ")

  private static let table = WordTable(
    """
    capacity-building: capacity,individual capacity building,group capacity building,training
    knowledge-sharing: sharing knowledge,sharing of knowledge,knowledge exchange,knowledge transfer
    project-development: project,r&d,r&d development,rd development,project and r&d development
    market-research: market,market study,market exploration
    networking: network,new partners,partnering,networking and new partners
    """)
}

internal import Basics

/// One field in which a listed exchange is compared with ours.
struct ListedField: Sendable {
  let name: String
  /// What the cell means in our words; nil when it cannot be read.
  let read: @Sendable (String) -> String?
  /// What ours says, in the same words; nil when ours says nothing.
  let ours: @Sendable (Exchange) -> String?

  static let all: [ListedField] = [
    ListedField(name: "visitor_country", read: { country($0) }, ours: { $0.visitorCountry }),
    ListedField(name: "host_country", read: { country($0) }, ours: { $0.hostCountry }),
    ListedField(name: "first_day", read: { day($0) }, ours: { $0.firstDay.iso }),
    ListedField(name: "last_day", read: { day($0) }, ours: { $0.lastDay.iso }),
    ListedField(name: "mode", read: { mode($0) }, ours: { $0.mode.rawValue }),
    ListedField(
      name: "amount", read: { amount($0) }, ours: { ($0.paid ?? $0.agreed)?.description }),
  ]

  private static func country(_ text: String) -> String? {
    (CountryCode(text) ?? CountryCode(spelled: text))?.code
  }

  /// A day, also with a time after it as exports write it.
  private static func day(_ text: String) -> String? {
    Day(iso: String(text.prefix { $0 != "T" && $0 != " " }))?.iso
  }

  private static func mode(_ text: String) -> String? { StayHeadings.mode(text)?.rawValue }

  private static func amount(_ text: String) -> String? { (try? Money(typed: text))?.description }

  /// How far an exchange has come: by our state, or by the phase of the scheme's tool.
  ///
  /// The tool's phases are registration, matching, exchange building and exchange finalisation
  /// (CE4BIG, KICT-2010); which of them holds which state is an inference.
  static func agrees(_ text: String, _ state: Exchange.State) -> Bool? {
    let word = Folding.folded(text)
    if let stated = Exchange.State.allCases.first(where: {
      word.isSame(as: $0.rawValue) || word.isSame(as: $0.word)
    }) {
      return stated == state
    }
    return phases.first { word.isSame(as: $0.word) }?.states.contains(state)
  }

  private static let phases: [(word: String, states: [Exchange.State])] = [
    ("registration", [.draft, .applied, .eligible]),
    ("matching", [.matched]),
    ("exchange building", [.agreed, .contracted]),
    ("exchange finalisation", [.ongoing, .completed, .reported, .validated, .paid, .closed]),
  ]
}

internal import Basics

/// Who may be written to for one purpose.
///
/// A contact that opted out may not, whatever else is known. Else the last word of the consent log on
/// the purpose counts. Where the log has none, the contact needs a legal basis that holds already.
/// What the owner of an address said in another record holds for each record with that address.
package struct MailPermission: Sendable {
  /// Why a contact may not be written to.
  package enum Refusal: CaseIterable, Sendable {
    case optedOut, objected, withdrawn, withoutBasis

    /// The contacts that this is true of, in words.
    package func words(_ count: Int) -> String {
      switch self {
      case .optedOut: "\(counted(count, "contact")) opted out"
      case .objected: "\(counted(count, "contact")) on the stop list"
      case .withdrawn: "\(counted(count, "contact")) withdrew consent"
      case .withoutBasis: "\(counted(count, "contact")) without a legal basis"
      }
    }
  }

  /// How many were left out, by the reason.
  package struct Tally: Sendable, Equatable {
    private var counts: [Refusal: Int] = [:]

    package init() {}

    package mutating func count(_ refusal: Refusal) { counts[refusal, default: 0] += 1 }

    package subscript(refusal: Refusal) -> Int { counts[refusal] ?? 0 }

    /// The parts of a sentence that tells them.
    package var parts: [String] {
      Refusal.allCases.filter { self[$0] > 0 }.map { $0.words(self[$0]) }
    }
  }

  package let scope: ConsentScope
  private let words: [RowID: ConsentEntry.Act]

  /// The contacts that may not be written to for what their own row does not say.
  private let barred: [RowID: Refusal]

  init(scope: ConsentScope, words: [RowID: ConsentEntry.Act], barred: [RowID: Refusal]) {
    self.scope = scope
    self.words = words
    self.barred = barred
  }

  /// Why a contact may not be written to; nil for one that may.
  package func refusal(
    of contact: @autoclosure () -> RowID?, basis: String?, optOut: String?
  ) -> Refusal? {
    if Self.isOptOut(optOut) { return .optedOut }
    // Most projects have no log of the purpose, and lists of contacts are long.
    if !words.isEmpty || !barred.isEmpty, let id = contact() {
      if let reason = barred[id] { return reason }
      if let last = words[id] { return last == .given ? nil : .withdrawn }
    }
    return basis?.isEmpty ?? true ? .withoutBasis : nil
  }

  package func refusal(of contact: Contact) -> Refusal? {
    refusal(of: contact.id, basis: contact.known[.basis], optOut: contact.known[.optOut])
  }

  /// Whether a cell says that no mail is wanted: a day, or any word but no.
  static func isOptOut(_ text: String?) -> Bool {
    guard let said = text?.trimmed.lowercased() else { return false }
    return !["", "no", "n", "false", "0"].contains(said)
  }
}

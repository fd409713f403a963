internal import Basics

/// A category of costs of a grant, such as D.1, with the rate and the base that hold in a project.
package struct CostCategory: Sendable, Equatable {
  package let code: String
  package let name: String
  /// How costs are declared in it: actual costs, unit costs or a flat rate.
  package let form: String
  /// The share of its costs that the grant pays.
  package let rate: Percent
  /// Whether indirect costs are counted on its costs.
  package let isInBase: Bool
  /// How sure the category is, and the tags of its sources.
  package let mark: Mark
  package let sources: [String]
  /// What budgets and lists of costs call it, besides its code and its name.
  let words: [String]

  /// The letter of its group: `D` of D.1.
  package var group: String { String(code.prefix(1)) }

  /// Whether its costs are worked out by a rate, not declared.
  package var isIndirect: Bool { group == Self.indirect }
  package var isPersonnel: Bool { group == Self.personnel }
  /// Support to third parties, which the exchanges pay.
  package var isSupport: Bool { group == Self.support }

  package static let personnel = "A"
  package static let subcontracting = "B"
  package static let support = "C"
  package static let other = "D"
  package static let indirect = "E"

  /// Whether a text means it: its code, its name, or both as in `D.1 Travel`.
  func isMeant(by text: String) -> Bool {
    let key = Self.key(text)
    guard !key.isEmpty else { return false }
    return ([code, name, "\(code) \(name)"] + words).contains { Self.key($0) == key }
  }

  /// A text without case, accents and signs.
  static func key(_ text: String) -> String {
    String(
      decoding: Folding.folded(text).utf8.filter { $0.isAlphanumeric || $0 >= 0x80 },
      as: UTF8.self)
  }
}

/// The categories as the data of a programme have them.
struct CostCategoryFile: Decodable {
  let categories: [Entry]

  /// One category; its rate is a figure of the rule `reimbursement`.
  struct Entry: Decodable, Sendable {
    let code: String
    let name: String
    let form: String
    let rate: String
    let words: [String]?
    let mark: Mark
    let sources: [String]
  }
}

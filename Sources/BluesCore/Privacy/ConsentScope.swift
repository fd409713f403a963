internal import Basics

/// What a consent is for: one word, such as newsletter.
///
/// A project may have scopes of its own, so any word will do; the usual ones are a code list.
package struct ConsentScope: Hashable, Sendable {
  package let name: String

  /// Reads a word of letters, digits and hyphens; case makes no difference.
  package init?(_ text: String) {
    let name = text.trimmed.lowercased()
    guard (1...40).contains(name.utf8.count),
      name.utf8.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") })
    else { return nil }
    self.name = name
  }

  /// Reads it as a person typed it.
  ///
  /// - Throws: `ConsentProblem.notAScope`.
  package init(typed text: String) throws(ConsentProblem) {
    guard let scope = ConsentScope(text) else { throw .notAScope(text) }
    self = scope
  }

  private init(known name: String) { self.name = name }

  /// What letters and mail merges are for where nothing else is said.
  package static let newsletter = ConsentScope(known: "newsletter")

  /// The usual ones.
  package static let usual = CodeList.common.first { $0.name == "consent-scope" }?.values ?? []
}

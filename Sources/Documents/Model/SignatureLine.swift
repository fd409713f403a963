/// A place in a document where one party signs.
package struct SignatureLine: Hashable, Sendable {
  /// What the party is in the document, such as "Host".
  package let party: String
  /// Who the party is; nil where it is to be written in.
  package let name: String?

  package init(party: String, name: String?) {
    self.party = party
    self.name = name
  }

  /// What is written by hand.
  static let prompts = ["Name, function", "Place, date", "Signature"]
  /// A line to write on.
  package static let blank = String(repeating: "_", count: 30)

  /// As text: the party, then a line for each thing written by hand.
  var lines: [String] {
    let width = Self.prompts.map(\.utf8.count).max() ?? 0
    return ["\(party): \(name ?? Self.blank)"]
      + Self.prompts.map { prompt in
        prompt + String(repeating: " ", count: width - prompt.utf8.count + 2) + Self.blank
      }
  }
}

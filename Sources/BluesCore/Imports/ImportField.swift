/// A column that an import understands, and the headings senders give it.
package struct ImportField: Sendable, Equatable {
  /// The name in `--map HEADER=name` and in our own exports.
  package let name: String
  /// Headings in the languages of the partners' countries, folded.
  package let synonyms: [String]
  package let isRequired: Bool

  package init(_ name: String, _ synonyms: String = "", isRequired: Bool = false) {
    self.name = name
    self.synonyms = [Self.key(name)] + synonyms.split(separator: ",").map { Self.key(String($0)) }
    self.isRequired = isRequired
  }

  /// A heading as it is compared: folded, letters and digits only.
  static func key(_ heading: String) -> String {
    String(
      decoding: Folding.folded(heading).utf8.filter { $0.isAlphanumeric || $0 >= 0x80 },
      as: UTF8.self)
  }

  func answers(to heading: String) -> Bool {
    let key = Self.key(heading)
    return !key.isEmpty && synonyms.contains { $0.utf8.elementsEqual(key.utf8) }
  }
}

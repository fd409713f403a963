/// What is said of a record, as texts by the names of its attributes.
///
/// An attribute that is not named stays as it is; an empty text takes its value away.
package struct Changes: Sendable, Equatable {
  /// The texts said of each attribute; several where it was said several times.
  package private(set) var texts: [String: [String]]
  /// Columns of the sender's list that no attribute takes, as a JSON object.
  package var extra: String?

  package init(_ texts: [String: [String]], extra: String? = nil) {
    self.texts = texts
    self.extra = extra
  }

  package var isEmpty: Bool { texts.isEmpty && extra == nil }

  package subscript(name: String) -> [String]? {
    get { texts[name] }
    set { texts[name] = newValue }
  }

  func says(_ name: String) -> Bool { texts[name] != nil }
}

extension Changes: ExpressibleByDictionaryLiteral {
  /// Pairs of a name and what is said; nil is not said.
  package init(dictionaryLiteral elements: (String, String?)...) {
    self.init([:], extra: nil)
    for (name, text) in elements {
      if let text { texts[name, default: []].append(text) }
    }
  }
}

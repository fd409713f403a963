internal import Basics

/// A closed list of values with their wording, such as the types of deliverables.
package struct CodeList: Sendable, Equatable, Decodable {
  package let name: String
  package let mark: Mark
  /// The tags of the sources.
  package let sources: [String]
  package let values: [Value]

  /// One value: the code that is stored and the words for it.
  package struct Value: Sendable, Equatable, Decodable {
    package let code: String
    package let label: String
    /// Other wordings of it in the Agency's own documents.
    package let words: [String]?

    /// Whether a text is its code or one of its wordings, or both as `R — Document, report`.
    func isMeant(by text: String) -> Bool {
      let said = Self.key(text)
      let known = [code, label] + (words ?? [])
      if known.contains(where: { Self.key($0) == said }) { return true }
      return ["—", "–", " - ", ":"].contains { mark in
        text.firstRange(of: mark).map { Self.key(String(text[..<$0.lowerBound])) == Self.key(code) }
          ?? false
      }
    }

    private static func key(_ text: String) -> String {
      Folding.folded(text.split(separator: " ").joined(separator: " "))
    }
  }

  /// The shape of the data file.
  struct File: Decodable { let lists: [CodeList] }

  /// The lists that are the same in every programme.
  package static let common =
    Resource.decode(
      File.self, from: PackageResources.code_lists_json, named: "code-lists.json"
    ).lists

  /// One of the common lists, such as `legal-basis`.
  package static func named(_ name: String) throws(ProgrammeProblem) -> CodeList {
    guard let list = common.first(where: { $0.name == name }) else {
      throw .noSuchList(name, of: nil, known: common.map(\.name))
    }
    return list
  }

  /// The value with the code or the wording, whatever its case and accents.
  package func value(_ text: String) -> Value? {
    values.first { $0.isMeant(by: text.trimmed) }
  }
}

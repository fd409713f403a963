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
  }

  /// The shape of the data file.
  private struct File: Decodable { let lists: [CodeList] }

  /// Every list built into the program.
  package static let all: [CodeList] =
    Resource.decode(
      File.self, from: PackageResources.code_lists_json, named: "code-lists.json"
    ).lists
    + Resource.decode(
      File.self, from: PackageResources.feedback_forms_json, named: "feedback-forms.json"
    ).lists

  /// The list of that name, such as `activity-type`.
  package static func named(_ name: String) throws(ProgrammeProblem) -> CodeList {
    guard let list = all.first(where: { $0.name == name }) else {
      throw .noSuchList(name, known: all.map(\.name))
    }
    return list
  }

  /// The value with the code or the wording, whatever its case and accents.
  package func value(_ text: String) -> Value? {
    let folded = Folding.folded(text.trimmed)
    return values.first {
      Folding.folded($0.code) == folded || Folding.folded($0.label) == folded
    }
  }

  /// The values of some lists taken together, such as those of COSME and of other programmes.
  static func values(of names: [String]) throws(ProgrammeProblem) -> [Value] {
    var values: [Value] = []
    for name in names { values += try named(name).values }
    return values
  }
}

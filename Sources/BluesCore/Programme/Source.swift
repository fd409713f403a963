/// How sure a figure is: read in a source, recalled, or concluded from other facts.
package enum Mark: String, Sendable, Decodable, CaseIterable {
  case confirmed = "C"
  case recalled = "R"
  case inferred = "I"
}

/// A public page or document that a rule or a fact was read in.
package struct Source: Hashable, Sendable, Decodable {
  /// The short name that data files cite, such as CXC-ABOUT.
  package let tag: String
  package let title: String
  package let url: String?

  /// The shape of the data file.
  private struct File: Decodable { let sources: [Source] }

  /// Every source by its tag.
  package static let byTag: [String: Source] = {
    let file = Resource.decode(
      File.self, from: PackageResources.sources_json, named: "sources.json")
    return Dictionary(uniqueKeysWithValues: file.sources.map { ($0.tag, $0) })
  }()

  /// The sources cited by tags, in their order.
  package static func cited(_ tags: [String]) -> [Source] { tags.compactMap { byTag[$0] } }
}

extension Source: CustomStringConvertible {
  /// Title and address, as a breach names its source.
  package var description: String { url.map { "\(title), \($0)" } ?? title }
}

/// Words that do not tell one name from another: legal forms, links, titles, open domains.
struct NameTokenList: Sendable {
  /// Folded and joined: `spzoo`, `gmbhcokg`.
  let forms: Set<String>
  let linking: Set<String>
  let titles: Set<String>
  /// Domains that say nothing of whose mailbox or page it is.
  let openDomains: Set<String>

  static let standard = NameTokenList(
    Resource.decode(
      File.self, from: PackageResources.name_words_json, named: "name-words.json"))

  /// The shape of the data file.
  private struct File: Decodable {
    let legal_forms: [String: [String]]
    let linking_words: [String]
    let titles: [String]
    let open_domains: [String]
  }

  private init(_ file: File) {
    forms = Set(
      file.legal_forms.values.joined().map { NameTokens.plainWords($0).joined() })
    linking = Set(file.linking_words)
    titles = Set(file.titles)
    openDomains = Set(file.open_domains)
  }
}

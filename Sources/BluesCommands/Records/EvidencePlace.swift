internal import Basics
internal import BluesCore

/// Where something is, in words: the path of a file, an address, or a place such as `folder 3`.
struct EvidencePlace {
  let text: String

  init(_ text: String) { self.text = text }

  /// Whether it looks like the path of a file: a name with an ending, and no address.
  var isPath: Bool {
    guard !text.contains("://"), let name = text.split(separator: "/").last,
      let dot = name.lastIndex(of: "."), dot > name.startIndex
    else { return false }
    let ending = name[name.index(after: dot)...]
    return (2...5).contains(ending.count)
      && ending.utf8.allSatisfy { $0.isLetter || $0.isDigit }
      && ending.utf8.contains { $0.isLetter }
  }

  /// Whether it is a path at which there is no file, from here or from the project's folder.
  func isMissing(beside store: Store) -> Bool {
    guard isPath, !ListFile.exists(text) else { return false }
    return text.hasPrefix("/") || !ListFile.exists("\(Store.folder(of: store.path))/\(text)")
  }
}

internal import Basics

/// Where something is, as a record notes it: the path of a file, an address, or a place such as
/// `folder 3`.
package enum NotedPlace {
  /// Whether it looks like the path of a file: a name with an ending, and no address.
  package static func isPath(_ text: String) -> Bool {
    guard !text.contains("://"), let name = text.split(separator: "/").last,
      let dot = name.lastIndex(of: "."), dot > name.startIndex
    else { return false }
    let ending = name[name.index(after: dot)...].utf8
    return (2...5).contains(ending.count) && ending.allSatisfy { $0.isAlphanumeric }
      && ending.contains { $0.isLetter }
  }
}

internal import Basics

/// The names of files that go between copies.
package enum ParcelName {
  /// `BLUES-NP-BNPT-0003`, with letters, digits, points and hyphens alone: what others say is not
  /// trusted in a path.
  package static func of(_ words: [String], _ number: Int) -> String {
    (words + [padded(number, to: 4)]).map(plain).joined(separator: "-")
  }

  private static func plain(_ word: String) -> String {
    String(word.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "_" })
  }
}

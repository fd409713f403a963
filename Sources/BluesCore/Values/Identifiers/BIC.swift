internal import Basics

/// The code of a bank (ISO 9362): four letters, a country, two signs, and three more for a branch.
package struct BIC: Hashable, Sendable, CustomStringConvertible {
  /// 8 or 11 capital letters and digits.
  package let code: String

  /// Reads a BIC; blanks are dropped.
  package init(_ text: String) throws(IdentifierProblem) {
    let bytes = text.utf8.filter { !$0.isBlank }.map(\.raised)
    // The schema of payments lets neither 0 nor 1 begin the place, nor the letter O end it.
    guard bytes.count == 8 || bytes.count == 11, bytes.allSatisfy(\.isAlphanumeric),
      bytes[..<6].allSatisfy(\.isLetter), bytes[6] != 0x30, bytes[6] != 0x31, bytes[7] != 0x4F
    else { throw .bic }
    code = String(decoding: bytes, as: UTF8.self)
  }

  package var description: String { code }
}

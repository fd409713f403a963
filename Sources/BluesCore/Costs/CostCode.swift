internal import Basics
internal import GRDB

/// The code of a cost, `K12`, of which a project may have hundreds of thousands.
package struct CostCode: RecordCode, Comparable {
  package let number: Int

  private static let form = CodeForm("K", "cost", example: "K12")

  /// A code by its number, from 1 to the largest that a copy of a shared project gives.
  package init?(number: Int) {
    guard (1...largestOfCopies).contains(number) else { return nil }
    self.number = number
  }

  package init(_ text: String) throws(CodeProblem) {
    let bytes = text.trimmedBytes
    guard bytes.first?.raised == 0x4B else { throw .form(text.trimmed, Self.form) }
    try self.init(digits: bytes.dropFirst(), of: text)
  }

  package init(listed text: String) throws(CodeProblem) {
    let bytes = text.trimmedBytes
    try self.init(digits: bytes.first?.raised == 0x4B ? bytes.dropFirst() : bytes[...], of: text)
  }

  package init(typed text: String) throws(CodeProblem) { try self.init(listed: text) }

  private init(digits: ArraySlice<UInt8>, of text: String) throws(CodeProblem) {
    guard digits.count <= 9, digits.first != 0x30, let number = wholeNumber(Array(digits)),
      let code = CostCode(number: number)
    else { throw .form(text.trimmed, Self.form) }
    self = code
  }

  package static func < (one: CostCode, other: CostCode) -> Bool { one.number < other.number }
  package var description: String { "K\(number)" }
}

extension RecordTable where Code == CostCode {
  static var costs: RecordTable {
    RecordTable(
      name: "cost_line", columns: ["number"], selections: ["cost_line.number"],
      order: "cost_line.number", bind: { code, _ in [code.number.databaseValue] },
      read: { row, at in try row.stored(at, "number") { CostCode(number: $0) } })
  }
}

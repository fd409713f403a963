/// The code of a deliverable, `D3.1`: its work package and its number inside it.
package struct DeliverableCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let workPackage: WorkPackageCode
  package let number: Int

  /// A deliverable by its work package and its number there, 1 to 9999.
  package init?(workPackage: WorkPackageCode, number: Int) {
    guard (1...9999).contains(number) else { return nil }
    self.workPackage = workPackage
    self.number = number
  }

  /// Reads `D3.1` in any case.
  package init(_ text: String) throws(CodeProblem) {
    guard let (package, number) = codePair(text, prefix: "D") else {
      throw .deliverable(text.trimmed)
    }
    workPackage = WorkPackageCode(checked: package)
    self.number = number
  }

  /// Orders by work package, then by number: D1.2 comes before D1.10.
  package static func < (one: Self, other: Self) -> Bool {
    (one.workPackage, one.number) < (other.workPackage, other.number)
  }

  package var description: String { "D\(workPackage.number).\(number)" }
}

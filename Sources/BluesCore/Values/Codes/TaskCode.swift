/// The code of a task, `T1.2`: its work package and its number inside it.
package struct TaskCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let workPackage: WorkPackageCode
  package let number: Int

  /// A task by its work package and its number there, 1 to 9999.
  package init?(workPackage: WorkPackageCode, number: Int) {
    guard (1...9999).contains(number) else { return nil }
    self.workPackage = workPackage
    self.number = number
  }

  /// Reads `T1.2` in any case.
  package init(_ text: String) throws(CodeProblem) {
    guard let (package, number) = codePair(text, prefix: "T") else {
      throw .task(text.trimmed)
    }
    workPackage = WorkPackageCode(checked: package)
    self.number = number
  }

  /// Orders by work package, then by number: T1.2 comes before T1.10.
  package static func < (one: Self, other: Self) -> Bool {
    (one.workPackage, one.number) < (other.workPackage, other.number)
  }

  package var description: String { "T\(workPackage.number).\(number)" }
}

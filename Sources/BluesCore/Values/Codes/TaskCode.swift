internal import Basics

/// The code of a task, `T1.2`: its work package and its number inside it.
package struct TaskCode: PartCode {
  package static let form = CodeForm("T", "task", example: "T1.2")
  package let workPackage: WorkPackageCode
  package let number: Int

  package init(checked workPackage: WorkPackageCode, _ number: Int) {
    self.workPackage = workPackage
    self.number = number
  }
}

internal import Basics

/// The code of a deliverable, `D3.1`: its work package and its number inside it.
package struct DeliverableCode: PartCode {
  package static let form = CodeForm("D", "deliverable", example: "D3.1")
  package let workPackage: WorkPackageCode
  package let number: Int

  package init(checked workPackage: WorkPackageCode, _ number: Int) {
    self.workPackage = workPackage
    self.number = number
  }
}

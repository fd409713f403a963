internal import Basics

/// The code of a work package, `WP3`.
package struct WorkPackageCode: NumberedCode {
  package static let form = CodeForm("WP", "work package", example: "WP3")
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

internal import Basics

/// The permanent code of a record, such as `T1.2`, which people type and documents print.
package protocol RecordCode: Hashable, Sendable, CustomStringConvertible {
  /// Reads a code in any case.
  ///
  /// - Throws: `CodeProblem` with the form that is expected.
  init(_ text: String) throws(CodeProblem)

  /// Reads the code column of a list, where a number alone may stand: `3` for `WP3`.
  init(listed text: String) throws(CodeProblem)

  /// Reads the argument of a command, where the letters may be left out: `3` for `WP3`, `3.1` for
  /// `D3.1`.
  ///
  /// In lists the letters of parts are needed, since a sheet shows D3.10 without them as 3.1.
  init(typed text: String) throws(CodeProblem)
}

extension RecordCode {
  package init(typed text: String) throws(CodeProblem) { try self.init(text) }
  package init(listed text: String) throws(CodeProblem) { try self.init(text) }
}

/// How codes of one kind are written: letters and a number.
package struct CodeForm: Hashable, Sendable {
  /// The letters before the number, such as `MS`.
  package let prefix: String
  /// What the code names, such as `milestone`.
  package let noun: String
  /// One of them: `MS2`.
  package let example: String

  package init(_ prefix: String, _ noun: String, example: String) {
    self.prefix = prefix
    self.noun = noun
    self.example = example
  }
}

/// The largest number that a copy of a shared project gives: those of a partner begin at a million times
/// the partner's number.
let largestOfCopies = 999_999_999

/// A code of letters and a number: `WP3`, `MS2`, `R4`.
package protocol NumberedCode: RecordCode, Comparable {
  static var form: CodeForm { get }
  /// The largest number, 9999 but where copies of a shared project give numbers.
  static var largest: Int { get }
  var number: Int { get }
  /// A code by a number that is known to be in range.
  init(checked number: Int)
}

extension NumberedCode {
  package static var largest: Int { 9999 }

  /// A code by its number, from 1 to the largest.
  package init?(number: Int) {
    guard (1...Self.largest).contains(number) else { return nil }
    self.init(checked: number)
  }

  package init(_ text: String) throws(CodeProblem) {
    guard
      let number = codeNumber(
        text.trimmedBytes[...], prefix: Self.form.prefix, upTo: Self.largest)
    else {
      throw .form(text.trimmed, Self.form)
    }
    self.init(checked: number)
  }

  package init(listed text: String) throws(CodeProblem) {
    guard let number = codeNumber(text.trimmedBytes[...], upTo: Self.largest) else {
      try self.init(text)
      return
    }
    self.init(checked: number)
  }

  package init(typed text: String) throws(CodeProblem) {
    guard let number = codeNumber(text.trimmedBytes[...], upTo: Self.largest) else {
      try self.init(text)
      return
    }
    self.init(checked: number)
  }

  package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
  package var description: String { "\(Self.form.prefix)\(number)" }
}

/// A code of a part of a work package: letters, the work package, a point and a number, as `T1.2`.
package protocol PartCode: RecordCode, Comparable {
  static var form: CodeForm { get }
  var workPackage: WorkPackageCode { get }
  /// Its number inside the work package, 1 to 9999.
  var number: Int { get }
  init(checked workPackage: WorkPackageCode, _ number: Int)
}

extension PartCode {
  /// A part by its work package and its number there, 1 to 9999.
  package init?(workPackage: WorkPackageCode, number: Int) {
    guard (1...9999).contains(number) else { return nil }
    self.init(checked: workPackage, number)
  }

  package init(_ text: String) throws(CodeProblem) {
    guard let (package, number) = codePair(text, prefix: Self.form.prefix) else {
      throw .form(text.trimmed, Self.form)
    }
    self.init(checked: WorkPackageCode(checked: package), number)
  }

  package init(typed text: String) throws(CodeProblem) {
    guard let (package, number) = codePair(text, prefix: "") else {
      try self.init(text)
      return
    }
    self.init(checked: WorkPackageCode(checked: package), number)
  }

  /// Orders by work package, then by number: T1.2 comes before T1.10.
  package static func < (one: Self, other: Self) -> Bool {
    (one.workPackage, one.number) < (other.workPackage, other.number)
  }

  package var description: String { "\(Self.form.prefix)\(workPackage.number).\(number)" }
}

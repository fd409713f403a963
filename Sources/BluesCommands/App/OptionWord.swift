internal import ArgumentParser

/// The value of an option that is one of a few words, each written as its case says.
///
/// What the parser would find out by key paths and dictionaries at every start is said here.
protocol OptionWord: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String {}

extension OptionWord {
  static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  static var allValueDescriptions: [String: String] { [:] }
}

package import Basics
package import Documents

/// A report: its name and help, what can be asked of it, and what it says of a project.
package protocol Report: Sendable {
  static var name: String { get }
  static var abstract: String { get }
  /// Lines to type.
  static var examples: [String] { get }
  static var note: String? { get }
  /// The numbers that can be asked, each an option of its command.
  static var numbers: [ReportNumber] { get }
  /// The days that can be asked, each an option of its command.
  static var days: [ReportDate] { get }
  /// The texts that can be asked, each an option of its command.
  static var options: [ReportOption] { get }
  /// What it is about, each an argument that its command needs.
  static var subjects: [ReportSubject] { get }
  var store: Store { get }

  init(store: Store)

  /// Whether it belongs among all reports of a period, asked as it would be.
  func isDue(_ asked: ReportRequest, in period: String) throws -> Bool

  /// What it says, without the footer that all reports share; numbers that nobody asked are as
  /// usual.
  func content(_ asked: ReportRequest) throws -> Document
}

/// What is asked of a report, by the names of its numbers, days, subjects and words.
package struct ReportRequest: Sendable, ExpressibleByDictionaryLiteral {
  package var numbers: [String: Int]
  package var days: [String: Day]
  package var subjects: [String: String]
  package var texts: [String: String]

  package init(
    numbers: [String: Int] = [:], days: [String: Day] = [:], subjects: [String: String] = [:],
    texts: [String: String] = [:]
  ) {
    self.numbers = numbers
    self.days = days
    self.subjects = subjects
    self.texts = texts
  }

  package init(dictionaryLiteral numbers: (String, Int)...) {
    self.init(numbers: Dictionary(numbers) { $1 })
  }
}

/// A day that can be asked of a report, such as the one since when changes are listed.
package struct ReportDate: Sendable {
  package let name: String
  package let help: String
}

/// A text that can be asked of a report, such as a reporting period.
package struct ReportOption: Sendable {
  package let name: String
  package let help: String
  package let isNeeded: Bool
  /// The words that it can be; empty where it can be any text.
  package var words: [String] = []
}

/// What a report is about, such as a partner.
package struct ReportSubject: Sendable {
  package let name: String
  package let help: String
}

/// A number that can be asked of a report, such as how many days it looks ahead.
package struct ReportNumber: Sendable {
  package let name: String
  package let help: String
  package let usual: Int
  package let least: Int
}

extension Report {
  package static var note: String? { nil }
  package func isDue(_ asked: ReportRequest, in period: String) throws -> Bool { true }
  package static var numbers: [ReportNumber] { [] }
  package static var days: [ReportDate] { [] }
  package static var subjects: [ReportSubject] { [] }
  package static var options: [ReportOption] { [] }

  /// Refuses what a partner's copy has no figures of.
  private func refuseOthers(_ asked: ReportRequest) throws {
    guard let copy = try store.read({ try PartnersCopy($0) }),
      let text = asked.subjects["partner"] ?? asked.texts["partner"],
      let named = try? PartnerCode(text),
      let partner = try store.read({ try Partner.codes($0) })
        .first(where: { (try? PartnerCode($0)) == named }), partner != copy.partner
    else { return }
    throw PartnersCopyProblem.othersFigures(
      of: partner, copy: copy.partner, coordinator: copy.coordinator)
  }

  /// The whole report.
  package func document(_ asked: ReportRequest = [:]) throws -> Document {
    try refuseOthers(asked)
    let usual = Dictionary(uniqueKeysWithValues: Self.numbers.map { ($0.name, $0.usual) })
    var request = asked
    request.numbers = usual.merging(asked.numbers) { $1 }
    let content = try content(request)
    // What a lock keeps has its own foot.
    guard content.imprint == nil else { return content }
    return content.with(
      footer: try store.reportFooter(), imprint: try store.imprint())
  }
}

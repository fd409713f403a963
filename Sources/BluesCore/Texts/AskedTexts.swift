package import Basics
internal import GRDB

/// The texts that a report asks of a partner, or of the project as a whole, in their order.
package struct AskedTexts: Sendable, Equatable {
  /// A text that is asked, with its heading and guidance, and what is there.
  package struct Item: Sendable, Equatable {
    package let key: ReportTextKey
    package let heading: String
    package let guidance: String
    package let isOptional: Bool
    package let text: String?
  }

  /// Whose texts of which report are asked.
  package struct Request: Sendable, Equatable {
    package var kind: ReportSection.Kind
    package var partner: String?
    package var period: String?

    package init(
      _ kind: ReportSection.Kind = .periodic, partner: String? = nil, period: String? = nil
    ) {
      self.kind = kind
      self.partner = partner
      self.period = period
    }
  }

  package let request: Request
  package let items: [Item]
  /// The day by which partners send them; nil where no rule says one.
  package let until: Day?
  /// The name of the project.
  package let project: String

  /// The title of a contribution, from which an import knows whose it is.
  package var title: String {
    let who = request.partner.map { " of \($0)" } ?? ""
    switch request.kind {
    case .periodic: return "Contribution\(who) to \(request.period ?? "")"
    case .final: return "Contribution to the final report"
    case .leaving: return "Contribution\(who) on leaving"
    }
  }

  /// Whose contribution a title names; nil for another title.
  static func request(titled title: String) -> Request? {
    var words = title.split(separator: " ").map(String.init)[...]
    guard words.popFirst()?.lowercased() == "contribution" else { return nil }
    var partner: [String] = []
    if words.first?.lowercased() == "of" {
      words.removeFirst()
      partner = Array(words.prefix { !["to", "on"].contains($0.lowercased()) })
      words = words.dropFirst(partner.count)
    }
    let who = partner.isEmpty ? nil : partner.joined(separator: " ")
    switch words.joined(separator: " ").lowercased() {
    case "to the final report": return Request(.final)
    case "on leaving": return Request(.leaving, partner: who)
    case let rest where rest.hasPrefix("to ") && words.count == 2:
      return Request(.periodic, partner: who, period: words.last)
    default: return nil
    }
  }

  /// What is compared of headings and guidance: letters and digits.
  static func folded(_ text: String) -> [UInt8] {
    Folding.folded(text).utf8.filter { $0.isAlphanumeric || $0 >= 0x80 }
  }

  /// The text that a heading of a contribution means; a number before it makes no difference.
  func item(headed heading: String) -> Item? {
    let bare = heading.drop { $0.isNumber || $0 == "." || $0 == " " }
    let key = Self.folded(String(bare))
    return items.first { Self.folded($0.heading) == key || $0.key.description == heading }
  }
}

extension ReportTexts {
  /// The texts that are asked of a partner or of the project, with what is there.
  package func asked(_ request: AskedTexts.Request) throws -> AskedTexts {
    let project = try store.project.overview().project
    let sections = try sections()
    var request = request
    request.partner = try request.partner.map {
      try store.partners.one(PartnerCode($0)).code.text
    }
    let period = try request.period.map { try Periods.period($0, store.periods.all()) }
    request.period = period?.name
    let present = Dictionary(uniqueKeysWithValues: try all().map { ($0.key, $0.text) })
    let packages = try workPackages(of: request.partner, in: period?.days(in: project))
    var items: [AskedTexts.Item] = []
    for section in sections.of(request.kind) where fits(section, request) {
      let of = section.workPackage == nil ? [nil] : packages.map(Optional.some)
      for package in of {
        let key = ReportTextKey(
          section.id, workPackage: package?.code,
          period: section.period == nil ? nil : request.period, partner: request.partner)
        items.append(
          AskedTexts.Item(
            key: key, heading: section.contributedHeading(in: package?.code.description),
            guidance: package.map { "\($0.title). \(section.guidance)" } ?? section.guidance,
            isOptional: section.isOptional, text: present[key]))
      }
    }
    let rule = try store.read { try RuleBook.inForce($0) }.rule("internal-texts")
    let days = try rule.whole("days")
    return AskedTexts(
      request: request, items: items,
      until: period.map { $0.days(in: project).upperBound.adding(days: days) },
      project: project.acronym)
  }

  private func fits(_ section: ReportSection, _ request: AskedTexts.Request) -> Bool {
    request.partner == nil ? section.partner != .needed : section.partner != nil
  }

  /// The work packages in which a partner has planned or done work, or which it leads in whole or in
  /// part; all of them where there are none.
  func workPackages(of partner: String?, in days: ClosedRange<Day>?) throws -> [WorkPackage] {
    let all = try store.workPackages.all()
    guard let partner else { return all }
    let planned = try store.plannedEffort.plan().rows.filter { $0.partner == partner }
      .flatMap { $0.effort.keys }
    let worked = try store.read { db in
      try EffortLines(db, within: days, on: store.invocation.today).lines
    }
    .filter { $0.partner.text == partner }.map(\.workPackage.number)
    let led = try store.tasks.all().filter { $0.lead == partner }
      .map(\.code.workPackage.number)
    let own = Set(planned + worked + led)
    let found = all.filter { own.contains($0.code.number) || $0.lead == partner }
    return found.isEmpty ? all : found
  }
}

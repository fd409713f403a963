package import Basics

/// Checks what is said of a contact and brings it to its normal form.
///
/// The normal form keeps every text as it came, but for the country, which becomes the EU's code,
/// and the legal basis, which becomes the code of its list. One check serves a whole list.
package struct ContactCheck {
  /// One value that cannot stand, and the rule that says so.
  package struct Refusal: Error, Sendable, Equatable {
    package let field: ContactField?
    package let rule: String
    package let reason: String
  }

  /// One value that stands though a rule speaks against it.
  package struct Warning: Sendable, Equatable {
    package let field: ContactField
    package let rule: ContactRule
    /// Why, as a sentence that does not repeat the value.
    package let reason: String
  }

  /// Rules that warn where they would refuse.
  private let accepted: Set<ContactRule>
  /// Fields whose values stand whatever a rule says, because they were there before.
  private let spared: Set<ContactField>
  /// Countries by the text that stood for them, since a list names few.
  private var countries: [String: CountryCode] = [:]
  var warnings: [Warning] = []
  /// Words that make a cell blank.
  private let blankWords: BlankWords
  /// What the list gives rows that do not say it themselves.
  private let given: [ContactField: String]
  /// The order of day and month in days that are not ISO.
  private let dateOrder: DateOrder?
  /// The sign before the cents of amounts, where it was said.
  let decimal: DecimalSign?
  /// The day after which a legal basis cannot have begun; nil where nobody says it.
  private let today: Day?

  package init(
    accepting accepted: Set<ContactRule> = [], sparing spared: Set<ContactField> = [],
    blankWords: BlankWords = BlankWords(), given: [ContactField: String] = [:],
    dateOrder: DateOrder? = nil, decimal: DecimalSign? = nil, today: Day? = nil
  ) {
    self.decimal = decimal
    self.given = given
    self.today = today
    self.accepted = accepted.filter(\.canBeAccepted)
    self.spared = spared
    self.blankWords = blankWords
    self.dateOrder = dateOrder
  }

  /// Checks one contact; the warnings come in the order of the fields' checks.
  package mutating func normalise(_ draft: inout ContactDraft) throws(Refusal) -> [Warning] {
    warnings.removeAll()
    takeBlankWords(&draft)
    guard !draft.isNameless else {
      throw Refusal(
        field: nil, rule: ContactRule.nameless.rawValue,
        reason: "The row has no organisation, name or e-mail address.")
    }
    let country = try country(&draft)
    if let text = draft[.email] { try check(email: text) }
    try check(phone: draft[.phone], .phone, country)
    try check(phone: draft[.mobile], .mobile, country)
    try check(phone: draft[.fax], .fax, country)
    if let text = draft[.vat] { try check(vat: text, country) }
    if let text = draft[.pic] { try check(pic: text) }
    if let text = draft[.iban] { try check(iban: text, country) }
    if let text = draft[.basis] { draft[.basis] = try basis(text) }
    if let text = draft[.basisDate], Day(iso: text) == nil {
      draft[.basisDate] = try basisDate(text)
    }
    if let today, let day = draft[.basisDate].flatMap({ Day(iso: $0) }), day > today {
      warn(.basisDate, .futureDay, "It is after today, \(today).")
    }
    if let text = draft[.website] { check(website: text) }
    if let text = draft[.postcode], let country { check(postcode: text, country) }
    check(figuresOf: draft)
    checkOrganisation(draft)
    return warnings
  }

  /// Refuses the contact, or only warns where the rule is accepted or the value was there before.
  ///
  /// Where an invisible sign stands in the text, that is the reason that is told.
  mutating func refuse(
    _ field: ContactField, _ rule: ContactRule, _ reason: String, of text: String? = nil
  ) throws(Refusal) {
    let reason = text.flatMap { InvisibleSign(in: $0)?.sentence } ?? reason
    guard accepted.contains(rule) || spared.contains(field) else {
      throw Refusal(field: field, rule: rule.rawValue, reason: reason)
    }
    warn(field, rule, reason)
  }

  mutating func warn(_ field: ContactField, _ rule: ContactRule, _ reason: String) {
    warnings.append(Warning(field: field, rule: rule, reason: reason))
  }

  private mutating func country(_ draft: inout ContactDraft) throws(Refusal) -> CountryCode? {
    guard let text = draft[.country] else { return nil }
    if let known = countries[text] {
      draft[.country] = known.code
      return known
    }
    guard let found = CountryCode(spelled: text) else {
      if blankWords.empties(text, of: .country) {
        takeAway(.country, &draft)
        return try country(&draft)
      }
      try refuse(.country, .country, "No country has this name or code.", of: text)
      return nil
    }
    if countries.count < 1024 { countries[text] = found }
    draft[.country] = found.code
    return found
  }

  private mutating func basis(_ text: String) throws(Refusal) -> String {
    do throws(LegalBasisProblem) {
      return try LegalBasis(text).rawValue
    } catch {
      try refuse(.basis, .basis, error.reason, of: text)
      return text
    }
  }
}

extension ContactCheck {
  /// Fields in which a word for nothing is one; a country is asked when it is none.
  private static let typed = ContactField.allCases.filter {
    $0.content != .text && $0.content != .country
  }

  /// Takes away what only says that there is nothing.
  private mutating func takeBlankWords(_ draft: inout ContactDraft) {
    for field in Self.typed where draft.says(field) {
      guard let text = draft[field], blankWords.empties(text, of: field.content) else { continue }
      takeAway(field, &draft)
    }
  }

  private mutating func takeAway(_ field: ContactField, _ draft: inout ContactDraft) {
    draft[field] = given[field].flatMap { blankWords.contains($0) ? nil : $0 }
    warn(field, .blankWord, BlankWords.reason)
  }

  /// The day in ISO form; the text itself where it is none and stands all the same.
  private mutating func basisDate(_ text: String) throws(Refusal) -> String {
    guard let found = WrittenDay(text, order: dateOrder) else {
      let reason =
        WrittenDay.isEitherWay(text) && dateOrder == nil
        ? "It can be two dates; add --date-order dmy or mdy."
        : "It is not a date. Write it as 2026-11-22."
      try refuse(.basisDate, .date, reason, of: text)
      return text
    }
    if let order = found.told { warn(.basisDate, .dateOrder, order.sentence) }
    if found.hasTime { warn(.basisDate, .dayTime, "The time of day after it is left out.") }
    return found.day.description
  }
}

extension DateOrder {
  /// Why a day is read in this order, where nobody said one.
  var sentence: String {
    switch self {
    case .dmy: "It can only be day, month, year, and is read as such."
    case .mdy: "It can only be month, day, year, and is read as such."
    case .ymd: "It is read as year, month, day."
    }
  }
}

internal import Basics

/// The rules of the programme with their figures, as one dated edition.
///
/// A project overrides figures where its grant agreement differs; an exchange stores the version
/// it was agreed under.
package struct RuleBook: Sendable, Equatable {
  /// The programme's name, as sentences have it.
  package let programme: String
  /// The name of its scheme of exchanges; empty when it has none.
  package let scheme: String
  /// The ISO 4217 code of the currency that the programme pays in.
  package let currency: String
  let edition: String
  let countries: CountryList?
  /// How many of the rules, from the first on, are those of exchanges.
  private let exchangeCount: Int
  /// The rules as the project found them, before it changed any.
  private let stated: [Rule]
  /// The figures that were changed, in the order they were.
  package private(set) var overrides: [Override] = []
  package private(set) var rules: [Rule]

  /// One figure that the project has other than the rule book.
  package struct Override: Sendable, Equatable {
    package let rule: String
    package let figure: String
    package let value: String
    package let reason: String

    package init(rule: String, figure: String, value: String, reason: String) {
      self.rule = rule
      self.figure = figure
      self.value = value
      self.reason = reason
    }
  }

  init(
    programme: String, scheme: String, currency: String, edition: String,
    countries: CountryList?, exchangeCount: Int, stated: [Rule]
  ) {
    self.programme = programme
    self.scheme = scheme
    self.currency = currency
    self.edition = edition
    self.countries = countries
    self.exchangeCount = exchangeCount
    self.stated = stated
    rules = stated
  }

  static let thresholdRule = "country-threshold"

  /// The date of the edition, `2020-09-23`, with `+n` for n figures overridden.
  package var version: String { overrides.isEmpty ? edition : "\(edition)+\(overrides.count)" }

  /// The rules of the scheme of exchanges, without those of matching and reporting.
  package var exchangeRules: [Rule] { Array(rules.prefix(exchangeCount)) }

  package func rule(_ id: String) throws(ProgrammeProblem) -> Rule {
    try Self.rule(id, in: rules)
  }

  /// The rule as the project found it.
  package func statedRule(_ id: String) throws(ProgrammeProblem) -> Rule {
    try Self.rule(id, in: stated)
  }

  private static func rule(_ id: String, in rules: [Rule]) throws(ProgrammeProblem) -> Rule {
    guard let rule = rules.first(where: { $0.id == id }) else {
      throw .noSuchRule(id, known: rules.map(\.id))
    }
    return rule
  }

  /// The book with one figure changed; the new value must be of the old one's kind.
  package func overriding(
    _ id: String, figure: String, value: String, reason: String
  ) throws(ProgrammeProblem) -> RuleBook {
    let old = try rule(id)
    let kind = FigureKind(try old.text(figure))
    guard FigureKind(value) == kind else {
      throw .figureHasOtherKind(rule: id, figure: figure, value: value)
    }
    guard !reason.trimmedBytes.isEmpty else { throw .reasonMissing(rule: id) }
    let changed = old.changing(figure, to: value.trimmed, because: reason.trimmed)
    let override = Override(rule: id, figure: figure, value: value.trimmed, reason: reason.trimmed)
    var book = self
    book.overrides = overrides.filter { $0.rule != id || $0.figure != figure } + [override]
    book.rules = rules.map { $0.id == id ? changed : $0 }
    return book
  }

  /// The book without the change of one figure.
  package func resetting(_ id: String, figure: String) throws(ProgrammeProblem) -> RuleBook {
    _ = try rule(id).text(figure)
    guard overrides.contains(where: { $0.rule == id && $0.figure == figure }) else {
      throw .notOverridden(rule: id, figure: figure)
    }
    return try stating(stated).applying(
      overrides.filter { $0.rule != id || $0.figure != figure })
  }

  /// The book with all the figures a project has changed.
  package func applying(_ overrides: [Override]) throws(ProgrammeProblem) -> RuleBook {
    var book = self
    for item in overrides {
      book = try book.overriding(
        item.rule, figure: item.figure, value: item.value, reason: item.reason)
    }
    return book
  }

  /// The book with a target as the project was started with; one that has no such rule stays.
  package func stating(
    _ target: Target, _ value: String, mark: Mark, sources: [String]
  ) -> RuleBook {
    stating(
      stated.map { rule in
        guard rule.id == target.rule else { return rule }
        return rule.with(figures: [target.figure: value], mark: mark, sources: sources)
      })
  }

  /// The book of these rules with none changed.
  private func stating(_ rules: [Rule]) -> RuleBook {
    RuleBook(
      programme: programme, scheme: scheme, currency: currency, edition: edition,
      countries: countries, exchangeCount: exchangeCount, stated: rules)
  }
}

extension RuleBook {
  /// An amount or a share as a person types it, in the form that rules have; other values as they
  /// are.
  func typed(_ value: String, _ id: String, _ figure: String) throws(MoneyProblem) -> String {
    do {
      if value.trimmed.hasSuffix("%") { return try Percent(typed: value).description }
      guard (try? Money(value)) == nil, (try? rule(id).money(figure)) != nil else { return value }
      return try Money(typed: value).description
    } catch {
      switch error {
      case .notAnAmount, .notAPercentage: return value
      default: throw error
      }
    }
  }
}

/// What kind of thing a figure is.
private enum FigureKind: Equatable {
  case whole, money, percent, day, words

  init(_ value: String) {
    let bytes = value.trimmedBytes
    if wholeNumber(bytes) != nil {
      self = .whole
    } else if bytes.last == 0x25, (try? Percent(value)) != nil {
      self = .percent
    } else if Day(iso: value.trimmed) != nil {
      self = .day
    } else if bytes.contains(where: \.isLetter), (try? Money(value)) != nil {
      self = .money
    } else {
      self = .words
    }
  }
}

internal import Basics

/// The rules of the programme with their figures, as one dated edition.
///
/// A project overrides figures where its grant agreement differs; an exchange stores the version
/// it was agreed under.
package struct RuleBook: Sendable, Equatable {
  /// The date of the edition, `2020-09-23`, with `+n` for n figures overridden.
  package var version: String { overrides.isEmpty ? edition : "\(edition)+\(overrides.count)" }
  /// The figures that were changed, in the order they were.
  package let overrides: [Override]
  package let rules: [Rule]
  let edition: String
  let countries: CountryList
  /// How many of the rules, from the first on, are those of exchanges.
  private let exchangeCount: Int

  /// The rules of the scheme of exchanges, without those of reporting.
  package var exchangeRules: [Rule] { Array(rules.prefix(exchangeCount)) }

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

  /// The edition built into the program.
  package static let standard: RuleBook = {
    let exchange = Resource.decode(
      File.self, from: PackageResources.exchange_rules_json, named: "exchange-rules.json")
    let reporting = Resource.decode(
      File.self, from: PackageResources.reporting_json, named: "reporting.json")
    let matching = Resource.decode(
      File.self, from: PackageResources.match_weights_json, named: "match-weights.json")
    let countries = CountryList.standard
    let rules = (exchange.rules + matching.rules + reporting.rules).map { rule in
      rule.id == thresholdRule ? rule.with(figures: countries.thresholds) : rule
    }
    return RuleBook(
      overrides: [], rules: rules, edition: exchange.version, countries: countries,
      exchangeCount: exchange.rules.count)
  }()

  /// The shape of the data file.
  private struct File: Decodable {
    let version: String
    let rules: [Rule]
  }

  static let thresholdRule = "country-threshold"

  package func rule(_ id: String) throws(ProgrammeProblem) -> Rule {
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
    let changed = old.with(figures: old.figures.merging([figure: value.trimmed]) { $1 })
    let override = Override(rule: id, figure: figure, value: value.trimmed, reason: reason.trimmed)
    let kept = overrides.filter { $0.rule != id || $0.figure != figure }
    return RuleBook(
      overrides: kept + [override], rules: rules.map { $0.id == id ? changed : $0 },
      edition: edition, countries: countries, exchangeCount: exchangeCount)
  }

  /// The book without the change of one figure, made anew from the edition built in.
  package func resetting(_ id: String, figure: String) throws(ProgrammeProblem) -> RuleBook {
    _ = try rule(id).text(figure)
    guard overrides.contains(where: { $0.rule == id && $0.figure == figure }) else {
      throw .notOverridden(rule: id, figure: figure)
    }
    return try Self.standard.applying(overrides.filter { $0.rule != id || $0.figure != figure })
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

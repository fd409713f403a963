internal import Basics

/// The categories of costs of a project: those of its programme, with the rates in force.
package struct CostCategories: Sendable, Equatable {
  /// In the order of the statement, indirect costs last.
  package let all: [CostCategory]
  /// The flat rate of indirect costs.
  package let indirectRate: Percent
  /// The codes, or letters of groups, on which no indirect costs are counted.
  package let excluded: [String]
  /// The share of costs that the grant pays, and that of support to third parties.
  package let costRate: Percent
  package let supportRate: Percent
  private let rules: [Rule]
  /// The places of categories by the folded forms of their codes.
  private let places: [String: Int]

  static let reimbursement = "reimbursement"
  static let indirectCosts = "indirect-costs"

  /// - Throws: `ProgrammeProblem` where the programme has no categories.
  package init(_ programme: Programme, _ book: RuleBook) throws(ProgrammeProblem) {
    guard let entries = programme.costCategories else {
      throw .noCategories(
        programme.name,
        others: Programme.all.filter { $0.categories != nil }.map(\.name))
    }
    let rates = try book.rule(Self.reimbursement)
    let indirect = try book.rule(Self.indirectCosts)
    let excluded = try indirect.text("excluded").split(separator: ",")
      .map { String($0).trimmed.asciiRaised }.filter { $0 != "NONE" }
    costRate = try rates.percent("costs")
    supportRate = try rates.percent("third_parties")
    indirectRate = try indirect.percent("rate")
    self.excluded = excluded
    rules = [rates, indirect]
    var all: [CostCategory] = []
    for entry in entries {
      let isIndirect = entry.code.hasPrefix(CostCategory.indirect)
      all.append(
        CostCategory(
          code: entry.code, name: entry.name, form: entry.form,
          rate: try rates.percent(entry.rate),
          isInBase: !isIndirect && !excluded.contains(entry.code)
            && !excluded.contains(String(entry.code.prefix(1))),
          mark: entry.mark, sources: entry.sources,
          words: (entry.words ?? []).map { CostCategory.Word($0) }))
    }
    self.all = all
    places = Dictionary(
      all.enumerated().map { (CostCategory.key($1.code), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  package var codes: [String] { all.map(\.code) }

  /// Refuses a figure of a rule that is of the right kind and cannot be meant: a category that there is
  /// not, a rate above 100 %, or an amount in another currency.
  func check(_ rule: String, _ figure: String, _ book: RuleBook) throws(ProgrammeProblem) {
    let known = codes + Set(codes.map { String($0.prefix(1)) }).sorted()
    let text = try book.rule(rule).text(figure)
    if rule == Self.indirectCosts, figure == "excluded",
      let unknown = excluded.first(where: { !known.contains($0) })
        ?? (text.trimmed.isEmpty ? text : nil)
    {
      throw .noSuchCategory(unknown, known: known)
    }
    if let rate = try? Percent(text), text.utf8.last == UInt8(ascii: "%"), rate > .whole {
      throw .figureTooLarge(rule: rule, figure: figure, value: text, most: "100 %")
    }
    if let amount = try? Money(text), amount.currency != .eur {
      throw .figureHasOtherKind(rule: rule, figure: figure, value: text)
    }
  }

  package subscript(code: String) -> CostCategory? { all.first { $0.code == code } }

  /// The category that a text means by its code or its words.
  package func meant(by text: String) -> CostCategory? {
    let key = CostCategory.key(text)
    return places[key].map { all[$0] } ?? all.first { $0.isMeant(by: text) }
      ?? all.first { text.trimmed.asciiRaised.hasPrefix("\($0.code) ") }
  }

  /// The place of a category among all.
  package func rank(_ code: String) -> Int { all.firstIndex { $0.code == code } ?? all.count }

  /// What is printed below every table that uses them: the rates, how sure they are, and where they
  /// are from.
  package var notes: [String] {
    let base =
      excluded.isEmpty
      ? "all direct costs" : "direct costs without \(excluded.joined(separator: " and "))"
    let sentences = [
      "The grant pays \(costRate) of costs and \(supportRate) of support to third parties",
      "Indirect costs are \(indirectRate) of \(base)",
    ]
    return zip(rules, sentences).map { rule, sentence in
      "\(sentence) (mark \(rule.mark.rawValue), rule \(rule.id), \(rule.breach("").tag))."
    }
  }
}

extension Programme {
  /// The categories by the name of their programme, decoded once.
  private static let byName: [String: [CostCategoryFile.Entry]] = Dictionary(
    uniqueKeysWithValues: all.compactMap { programme in
      programme.categories.map {
        (programme.name, ProgrammeFile($0).decoded(CostCategoryFile.self).categories)
      }
    })

  /// Its categories of costs; nil where none were read.
  var costCategories: [CostCategoryFile.Entry]? { Self.byName[name] }
}

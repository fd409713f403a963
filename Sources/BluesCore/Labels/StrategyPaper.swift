package import Basics
internal import Documents

/// The code of a strategy document or analysis, `S4`.
package struct StrategyCode: NumberedCode {
  package static let form = CodeForm("S", "strategy", example: "S4")
  package static let largest = largestOfCopies
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// A document of a partner's strategy, or an analysis that it rests on.
package struct StrategyPaper: Record {
  /// What it is.
  package enum Kind: String, RecordWord {
    case strategy
    case actionPlan = "action-plan"
    case analysis, benchmarking, survey, other
  }

  /// How far it is.
  package enum Status: String, RecordWord { case planned, ongoing, done, adopted }

  package let code: StrategyCode
  package var title: String
  package var partner: String?
  package var kind = Kind.strategy
  package var status = Status.planned
  package var doneOn: Day?
  package var link: String?
  package var note: String?

  package init(code: StrategyCode) {
    self.code = code
    title = code.description
  }

  package static let register = Register<StrategyPaper>(
    noun: "strategy", path: "partner strategy", example: "S1", heading: "No",
    headings: "no,number\(HeadingWords.number)", table: .numbered("strategy"),
    attributes: [
      .title(
        "title", \.title, "Title", "What it is called.",
        headings: "name,document,analysis\(HeadingWords.title)"),
      .reference(
        "partner", \.partner, to: Partner.target, of: "strategy", "Partner",
        "The partner whose it is.", headings: "cluster\(HeadingWords.partner)"),
      .word(
        "kind", \.kind, "Kind",
        "strategy, action-plan, analysis, benchmarking, survey or other.",
        headings: "type\(HeadingWords.kind)", read: { Kind(listed: $0) }),
      .word(
        "status", \.status, "Status", "planned, ongoing, done or adopted.",
        headings: "state\(HeadingWords.state)", read: { Status(listed: $0) }),
      .day(
        "done_on", \.doneOn, "On", "The day of its status.",
        headings: "date,day,on\(HeadingWords.firstDay)", option: "on"),
      .text(
        "link", \.link, "Link", "The address of its page.", headings: "url\(HeadingWords.link)",
        kind: .link, uses: .hidden),
      .text("note", \.note, "Note", "A remark.", headings: HeadingWords.note, uses: .hidden),
    ])
}

extension StrategyPaper.Kind {
  /// As lists in six languages call it.
  init?(listed text: String) {
    guard let code = Self.words.code(text) else { return nil }
    self.init(rawValue: code)
  }

  private static let words = WordTable(
    """
    strategy: strategy document,stratégie,estrategia,strategie,strategia
    action-plan: action plan,roadmap,plan d'action,plan de acción,aktionsplan,plan działań,akční plán
    analysis: swot,swot analysis,analyse,análisis,analiza,analýza
    benchmarking: benchmark,étalonnage,evaluación comparativa
    survey: enquête,encuesta,umfrage,ankieta,průzkum
    other: autre,otro,andere,inne,jiné
    """)
}

extension StrategyPaper.Status {
  /// As lists in six languages call it.
  init?(listed text: String) {
    guard let code = Self.words.code(text) else { return nil }
    self.init(rawValue: code)
  }

  private static let words = WordTable(
    """
    planned: prévu,geplant,previsto,planificado,planowane,plánováno
    ongoing: in progress,draft,en cours,laufend,entwurf,en curso,w toku,probíhá
    done: completed,finished,terminé,fertig,terminado,zakończone,hotovo
    adopted: approved,adopté,beschlossen,aprobado,przyjęte,schváleno
    """)
}

extension Store {
  package var strategies: Records<StrategyPaper> { records() }
}

internal import Basics
package import Documents

/// A text of a report: what people wrote for a section, as Markdown.
package struct ReportText: Sendable, Equatable {
  package let key: ReportTextKey
  /// Nil where the programme has no such section any longer.
  package let section: ReportSection?
  /// Markdown, its headings of level 3 or below.
  package let text: String

  package var words: Int { Self.words(text) }

  static func words(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count
  }

  /// Its page: what it is about, and its words; with its changes where a store is given.
  package func document(changes store: Store?) throws -> Document {
    var blocks = page
    if let store {
      let changes = try store.reportTexts.changes(of: key)
      blocks += [
        .section("Changes"),
        .table(
          Table(
            noun: "changes", emptySentence: "Nothing was changed.",
            fields: HistoryEntry.changeFields(store.invocation.days), rows: changes)),
      ]
    }
    return document(blocks)
  }

  /// Its page without its changes.
  package func document() -> Document { document(page) }

  private func document(_ blocks: [Block]) -> Document {
    Document(schema: "blues.report-text/1", title: key.description, blocks: blocks)
  }

  private var page: [Block] {
    [
      .facts(
        Facts(
          fields: ReportTextState.fields().filter {
            !["text", "command"].contains($0.column.name)
          }, of: ReportTextState(self))), .data("text", .string(text)),
    ] + Self.shown(text)
  }
}

/// A text that a report has or still needs.
package struct ReportTextState: Sendable, Equatable {
  package let key: ReportTextKey
  package let section: ReportSection?
  /// Nil where nothing was written yet.
  package let text: String?

  package init(_ text: ReportText) {
    self.init(key: text.key, section: text.section, text: text.text)
  }

  init(key: ReportTextKey, section: ReportSection?, text: String?) {
    self.key = key
    self.section = section
    self.text = text
  }

  package var isMissing: Bool { text == nil }

  /// The columns of a list of texts, or of those that are missing, with the command that writes each.
  package static func fields(missing: Bool = false) -> [Field<ReportTextState>] {
    [
      Field("code", "Text", "Its key, such as progress.WP1.RP1.NP.", rank: .main) {
        .text($0.key.description)
      }
    ] + place + [
      Field("words", "Words", "How many words it has.", kind: .number, shown: !missing) {
        $0.text.map { .integer(ReportText.words($0)) } ?? .empty
      },
      Field(
        "command", "Type", "The command that writes it.", kind: .form("command"), shown: missing,
        rank: .key
      ) { .text("blues report text edit \($0.key.words)") },
      Field("text", "Markdown", "The text.", shown: false) { .text(orEmpty: $0.text) },
    ]
  }

  /// The columns of a file with all texts.
  package static var exported: [Field<ReportTextState>] {
    fields().filter { $0.column.name != "command" }
  }

  /// What the text is about.
  private static let place: [Field<ReportTextState>] = [
    Field("section", "Section", "The section's word, such as progress.", shown: false) {
      .text($0.key.section)
    },
    Field("number", "No", "The section's number in the template of part B.") {
      .text(orEmpty: $0.section?.number)
    },
    Field("heading", "Heading", "The section's heading.") { .text(orEmpty: $0.section?.heading) },
    Field(
      "work_package", "WP", "The work package it is of.", kind: .form("work package"), shown: false
    ) { .text(orEmpty: $0.key.workPackage?.description) },
    Field(
      "partner", "Partner", "The partner whose text it is.", kind: .form("partner"), shown: false
    ) { .text(orEmpty: $0.key.partner) },
    Field("period", "Period", "The reporting period.", shown: false) {
      .text(orEmpty: $0.key.period)
    },
  ]
}

extension ReportSection {
  /// The columns of the list of sections.
  package static let fields: [Field<ReportSection>] = [
    Field("section", "Section", "The word that commands take, such as progress.", rank: .key) {
      .text($0.id)
    },
    Field(
      "number", "Template no",
      "Its number in the template of part B; a report leaves out what does not apply, and its "
        + "numbers close up."
    ) { .text(orEmpty: $0.number) },
    Field("heading", "Heading", "Its heading.", rank: .main) { .text($0.heading) },
    Field("reports", "Report", "The reports that have it: periodic, final or leaving.", kind: .list)
    { .list($0.reports.map(\.rawValue)) },
    Field("per", "Per", "What its texts are of: work package, partner, period.", kind: .list) {
      section in
      .list(
        [
          ("work package", section.workPackage), ("partner", section.partner),
          ("period", section.period),
        ].compactMap { name, asked in
          asked.map { $0 == .possible ? "\(name) where wanted" : name }
        })
    },
    Field(
      "optional", "Optional", "Whether it is left out where there is nothing to say.",
      kind: .flag, shown: false
    ) { .flag($0.isOptional) },
    Field("guidance", "Guidance", "What belongs into it.", shown: false) { .text($0.guidance) },
    Field(
      "mark", "Mark", "C confirmed, R recalled, I inferred.",
      kind: .word(Mark.allCases.map(\.rawValue)), shown: false
    ) { .text($0.mark.rawValue) },
    Field("sources", "Sources", "Where it was read.", kind: .list, shown: false) {
      .list(Source.cited($0.sources).map(\.description))
    },
  ]
}

internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ReportTextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "The texts of the reports, by section, work package, period and partner.",
    discussion: examples(
      "blues report text sections", "blues report text list --period RP1 --missing",
      "blues report text set progress --wp WP1 --period RP1 --file wp1.md",
      "blues report text edit progress --wp WP1 --period RP1",
      "blues report text template --partner NP --period RP1 -o np.md",
      "blues report text import np.md",
      note: "Texts are Markdown. The reports print them; undo and --at know them."),
    subcommands: [
      List.self, Sections.self, Show.self, Set.self, Edit.self, Remove.self, Template.self,
      Import.self, Export.self,
    ])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the texts, or those that a report still needs.",
      discussion: examples(
        "blues report text list", "blues report text list --period RP1 --missing",
        "blues report text list --where section=progress --columns code,words"))

    static var columns: [Column] { ReportTextState.fields().map(\.column) }

    @Option(help: "The reporting period, such as RP1.")
    var period: String?
    @Flag(help: "Only those that the report of the period needs and that are not written yet.")
    var missing = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func validate() throws {
      if missing, period == nil { throw ValidationError("--missing goes with --period.") }
    }

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let texts = store.reportTexts
      var rows = try texts.all().map { ReportTextState($0) }
      if let period {
        let name = try store.periods.standing(period).period.name
        rows = try missing ? texts.missing(in: name) : rows.filter { $0.key.period == name }
      }
      try list.show(
        Table(
          noun: "texts",
          emptySentence: missing
            ? "No text is missing." : "No texts yet. Write one with `blues report text edit`.",
          fields: ReportTextState.fields(missing: missing), rows: rows),
        of: store, schema: "blues.report-texts/1",
        title: missing ? "Missing texts" : "Texts of the reports")
    }
  }

  struct Sections: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "sections",
      abstract: "List the sections of the reports, with what belongs into each.",
      discussion: examples(
        "blues report text sections", "blues report text sections --columns section,guidance",
        note: """
          The numbers are those of the template. A report leaves out the sections that do not \
          apply, and its numbers close up, as the Agency's reports do: the word of a section stays.
          """))

    static var columns: [Column] { ReportSection.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      try list.show(
        Table(
          noun: "sections", fields: ReportSection.fields,
          rows: try store.reportTexts.sections().sections),
        of: store, schema: "blues.report-sections/1", title: "Sections of the reports")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a text, and with --history what became of it.",
      discussion: examples(
        "blues report text show progress --wp WP1 --period RP1",
        "blues report text show progress --wp WP1 --period RP1 --history",
        "blues report text show progress --wp WP1 --period RP1 --at 2021-01-31",
        note: "With --history the changes are listed; --at shows the words of an earlier day."))

    @OptionGroup var text: TextKeyOptions
    @Flag(help: "List the changes of the text as well.")
    var history = false
    @Option(
      name: .customLong("at"), help: "What was known at the end of that day, in your time zone.",
      transform: Read.date)
    var at: DateExpression?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try store.toRead(at: at, for: output)
      let found = try store.reportTexts.one(text.key)
      try output.show(page: found.document(changes: history ? store : nil))
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove a text; blues undo brings it back.",
      discussion: examples("blues report text remove progress --wp WP1 --period RP1 --yes"))

    @OptionGroup var text: TextKeyOptions
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change(asking: "Remove the text \(text.key)?", confirmation) { store in
        let key = try store.reportTexts.remove(text.key)
        return Answer("Removed the text \(key).", .removed(key.description))
      }
    }
  }
}

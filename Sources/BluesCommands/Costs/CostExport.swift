internal import ArgumentParser
internal import BluesCore
internal import Documents

extension CostCommand {
  /// The forms that costs are exported in: those of every list, and a journal for another program.
  enum ExportForm: String, OptionWord {
    case text, csv, tsv, json, jsonl, markdown, html, xlsx, hledger

    /// As every list has it; nil for a journal.
    var format: Format? { Format(rawValue: rawValue) }
  }

  /// Exports the costs as a list that imports again, or with the budget as a journal of hledger.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Export the costs as a list that imports again.",
      discussion: examples(
        "blues partner cost export -o costs.csv",
        "blues partner cost export --template xlsx -o costs.xlsx",
        "blues partner cost export --format hledger -o costs.journal",
        note: "hledger -f costs.journal balance --depth 2 then adds up the costs of each partner."))

    @Option(help: "An empty workbook for others to fill in: xlsx.")
    var template: TemplateForm?
    @Option(help: "The output format; hledger writes a journal with the budget.")
    var format: ExportForm?
    @Flag(help: "Short for --format json.")
    var json = false
    @Flag(name: .customLong("no-pager"), help: "Never use a pager.")
    var noPager = false
    @Option(help: "Colour: auto, always or never.")
    var color: ColourChoice?
    @OptionGroup var store: StoreOptions
    @OptionGroup var file: FileOptions

    /// What a list takes, from the options of this command.
    private var output: OutputOptions {
      var options = OutputOptions()
      options.format = format?.format
      options.json = json
      options.output = file.output
      options.force = file.force
      options.noPager = noPager
      options.color = color
      return options
    }

    func validate() throws {
      guard format != .hledger else {
        if template != nil || json {
          throw ValidationError("A journal has no other form: leave --template and --json out.")
        }
        return
      }
      try output.refuseOther(than: template)
    }

    func run() throws {
      if format == .hledger {
        return try file.write(Array(store.toRead(for: file).statements.journal().utf8))
      }
      var output = output
      if template != nil { output.format = .xlsx }
      let store = try store.toRead(for: output)
      let register = CostLine.register
      guard template == nil else { return try output.show(register.form(store)) }
      try RecordExporting.show(
        store.costs.all(), register.exported, register.key, register.schema, output)
    }
  }
}

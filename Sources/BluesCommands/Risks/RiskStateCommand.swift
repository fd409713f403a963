internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension RiskCommand {
  /// Records the state of play of a risk in a period, or shows those of all risks.
  struct StateOfPlay: ChangingCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "state",
      abstract: "Record the state of play of a risk in a period, or list all of a period.",
      discussion: examples(
        "blues workpackage risk state R1 --period RP1 --mitigated yes --occurred no",
        "blues workpackage risk state --period RP1",
        "blues workpackage risk state --period RP1 --where mitigated=no --columns code,title",
        note: "One for each risk and period; the same again replaces it."))

    @Argument(
      help: "The risk, such as R1; without one, the risks of the period are listed.",
      transform: { try Read.code($0) })
    var code: RiskCode?
    @Option(help: "The reporting period, such as RP1.")
    var period: String
    @Option(help: "Whether the measures against it were taken: yes or no.")
    var mitigated: YesNo?
    @Option(help: "Whether it happened in the period: yes or no.")
    var occurred: YesNo?
    @Option(help: "A remark.")
    var note: String?
    @OptionGroup var rows: RowOptions
    @OptionGroup var write: WriteOptions

    static var columns: [Column] { RiskState.fields.map(\.column) }

    func validate() throws {
      if code != nil, mitigated == nil || occurred == nil {
        throw ValidationError("Give --mitigated and --occurred, yes or no each.")
      }
      if code == nil, mitigated != nil || occurred != nil || note != nil {
        throw ValidationError("Name the risk, such as R1.")
      }
      if code != nil, !rows.isEmpty {
        throw ValidationError("Leave out the risk to list those of the period.")
      }
    }

    func run() throws {
      guard let code, let mitigated, let occurred else { return try list() }
      try change { store in
        let state = try store.riskStates.record(
          code, in: period, mitigated: mitigated, occurred: occurred, note: note)
        let risk = try store.risks.one(code)
        let isNews = occurred == .yes && risk.state == .open
        return Answer(
          "\(code) in \(state.period): \(mitigated == .yes ? "mitigated" : "not mitigated"), "
            + "\(occurred == .yes ? "occurred" : "did not occur").",
          Risk.register.page(risk),
          remarks: isNews
            ? ["\(code) is still open: blues workpackage risk occur \(code) --on DATE"] : [])
      }
    }

    private func list() throws {
      let store = try write.project.toRead(for: write.output)
      let table = Table(
        noun: "states", emptySentence: "No risk needs a state in this period.",
        fields: RiskState.fields, rows: try store.riskStates.all(in: period))
      try write.output.show(
        Document(
          schema: "blues.riskstates/1", title: write.output.isPage ? "State of play" : nil,
          blocks: [
            .table(try rows.listing.read(for: table.columns, in: store).apply(to: table))
          ]))
    }
  }
}

extension YesNo: OptionWord {}

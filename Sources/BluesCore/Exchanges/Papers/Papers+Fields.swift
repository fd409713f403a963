package import Documents

extension Paper {
  package static let fields: [Field<Paper>] = [
    Field("number", "No") { .integer($0.number) },
    Field("exchange", "Exchange") { .text($0.exchange.description) },
    Field("kind", "Paper") { .text($0.kind) },
    Field("dated", "Dated") { .day($0.dated) },
    Field("signed", "Signed") { paper in
      .list(paper.signatures.map { "\($0.party.rawValue) \($0.on)" })
    },
    Field("file", "File") { .text(orEmpty: $0.file) },
    Field("is_copy", "Copy", shown: false) { .flag($0.isCopy) },
    Field("sha256", "SHA-256", shown: false) { .text(orEmpty: $0.digest?.sha256) },
    Field("size", "Bytes", shown: false) { $0.digest.map { .integer($0.size) } ?? .empty },
    Field("note", "Note") { .text(orEmpty: $0.note) },
  ]
}

extension Papers {
  /// The checklist of what an exchange still needs.
  package static let missingFields: [Field<(paper: MissingPaper, isNext: Bool)>] = [
    Field("exchange", "Exchange") { .text($0.paper.exchange.description) },
    Field("kind", "Paper") { .text($0.paper.kind.kind) },
    Field("title", "Is", shown: false) { .text($0.paper.kind.title) },
    Field("step", "To") { .text($0.paper.state.verb) },
    Field("is_next", "Next step") { .flag($0.isNext) },
    Field("lack", "Lacks") { .text($0.paper.lack) },
    Field("remedy", "Type") { .text($0.paper.remedy) },
    Field("mark", "Mark", shown: false) { .text($0.paper.kind.mark.rawValue) },
    Field("source", "Source", shown: false) { .text($0.paper.kind.source) },
  ]

  package static let checkFields: [Field<(paper: Paper, standing: Standing)>] = [
    Field("number", "No") { .integer($0.paper.number) },
    Field("exchange", "Exchange") { .text($0.paper.exchange.description) },
    Field("kind", "Paper") { .text($0.paper.kind) },
    Field("file", "File") { .text(orEmpty: $0.paper.file) },
    Field("standing", "Standing") {
      .state($0.standing.rawValue, $0.standing.isSound ? .good : .bad)
    },
  ]
}

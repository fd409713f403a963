package import Documents

extension Paper {
  package static let fields: [Field<Paper>] = [
    Field("number", "No", "The number of the paper.", kind: .number, rank: .key) {
      .integer($0.number)
    },
    Field("exchange", "Exchange", "The code of the exchange, such as EX-017.", rank: .key) {
      .text($0.exchange.description)
    },
    Field("kind", "Paper", "What paper it is, such as closing-report.", rank: .main) {
      .text($0.kind)
    },
    Field("dated", "Dated", "The day it is of.", kind: .day) { .day($0.dated) },
    Field("signed", "Signed", "Who signed it, and when.", kind: .list, rank: .usual) { paper in
      .list(paper.signatures.map { "\($0.party.rawValue) \($0.on)" })
    },
    Field("file", "File", "The path of the file.") { .text(orEmpty: $0.file) },
    Field(
      "is_copy", "Copy", "Whether the file is a copy in the folder of papers.", kind: .flag,
      shown: false
    ) { .flag($0.isCopy) },
    Field("sha256", "SHA-256", "The SHA-256 of the file when it was registered.", shown: false) {
      .text(orEmpty: $0.digest?.sha256)
    },
    Field("size", "Bytes", "The size of the file in bytes.", kind: .number, shown: false) {
      $0.digest.map { .integer($0.size) } ?? .empty
    },
    Field("note", "Note", "A remark.", rank: .minor) { .text(orEmpty: $0.note) },
  ]
}

extension Papers {
  /// The checklist of what an exchange still needs.
  package static let missingFields: [Field<(paper: MissingPaper, isNext: Bool)>] = [
    Field("exchange", "Exchange", "The code of the exchange, such as EX-017.", rank: .key) {
      .text($0.paper.exchange.description)
    },
    Field("kind", "Paper", "What paper is missing, such as closing-report.") {
      .text($0.paper.kind.kind)
    },
    Field("title", "Is", "The name of the paper.", shown: false) { .text($0.paper.kind.title) },
    Field("step", "To", "The verb that needs it.") { .text($0.paper.state.verb) },
    Field("is_next", "Next step", "Whether that verb comes next.", kind: .flag) {
      .flag($0.isNext)
    },
    Field("lack", "Lacks", "What is wrong: the paper or a signature is missing.") {
      .text($0.paper.lack)
    },
    Field("remedy", "Type", "What to type.", kind: .form("command"), rank: .key) {
      .text($0.paper.remedy)
    },
    Field(
      "mark", "Mark", "How sure the rule is: C for confirmed, R for recalled, I for inferred.",
      kind: .words(of: Mark.self), shown: false
    ) { .text($0.paper.kind.mark.rawValue) },
    Field("source", "Source", "Where the rule is from.", shown: false) {
      .text($0.paper.kind.source)
    },
  ]

  package static let checkFields: [Field<(paper: Paper, standing: FileStanding)>] = [
    Field("number", "No", "The number of the paper.", kind: .number, rank: .key) {
      .integer($0.paper.number)
    },
    Field("exchange", "Exchange", "The code of the exchange, such as EX-017.", rank: .key) {
      .text($0.paper.exchange.description)
    },
    Field("kind", "Paper", "What paper it is, such as closing-report.", rank: .main) {
      .text($0.paper.kind)
    },
    Field("file", "File", "The path of the file.") { .text(orEmpty: $0.paper.file) },
    Field(
      "standing", "Standing", "Whether the file is as it was registered.",
      kind: .words(of: FileStanding.self)
    ) {
      .state($0.standing.rawValue, $0.standing.isSound ? .good : .bad)
    },
  ]
}

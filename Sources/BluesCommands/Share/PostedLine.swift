internal import Basics
internal import BluesCore
internal import Documents
internal import PostOffice

/// What became of a parcel on its way to or from the post office.
struct PostedLine {
  /// Whether it was carried, or why not.
  enum Outcome: String, CaseIterable {
    case sent
    case fetched
    /// It is where it should be.
    case there = "there already"
    /// It does not come from this copy.
    case left
    case refused
  }

  let file: String
  var partner: String?
  var sequence: Int?
  let outcome: Outcome
  var detail: String?

  static let fields: [Field<PostedLine>] = [
    Field("file", "File", "The file.", rank: .main) { .text($0.file) },
    Field("partner", "Partner", "The other partner.", rank: .key) { .text(orEmpty: $0.partner) },
    Field("sequence", "No", "Its number.", kind: .number) {
      $0.sequence.map { .integer($0) } ?? .empty
    },
    Field(
      "outcome", "Outcome", "What became of it.", kind: .word(Outcome.allCases.map(\.rawValue))
    ) { .text($0.outcome.rawValue) },
    Field("detail", "Detail", "Why.") { .text(orEmpty: $0.detail) },
  ]

  static func page(_ lines: [PostedLine], empty: String) -> Document {
    Document(
      schema: "blues.post/1",
      blocks: [
        .table(Table(noun: "parcels", emptySentence: empty, fields: fields, rows: lines))
      ])
  }
}

internal import Basics
internal import BluesCore
internal import Documents

/// What somebody changed by hand and a list would change again: what stays, what the list says.
enum ManualEditPage {
  /// In data always there, in text where there is any.
  static func blocks(_ edits: [ManualEdit], _ list: String) -> [Block] {
    let conflicts = edits.count { $0.isConflict }
    guard !edits.isEmpty else {
      return [
        .data("edits_kept", .integer(0)), .data("conflicts", .integer(0)),
        .data("kept_edits", .array([])),
      ]
    }
    return [
      .facts(
        Facts([
          Fact("edits_kept", "Changes by hand kept", .integer(edits.count)),
          Fact("conflicts", "Conflicts among these", .integer(conflicts)),
        ])),
      .section("Changed by hand, and kept"),
      .table(
        Table(
          noun: "kept_edits",
          fields: [
            Field("place", "Where") { .text("\(list):\($0.line)") },
            Field("code", "Id") { .text($0.code) },
            Field("title", "Name") { .text($0.title) },
            Field("field", "Field") { .text($0.field) },
            Field("kept", "Stays") { .text(orEmpty: $0.kept) },
            Field("listed", "The list says") { .text(orEmpty: $0.listed) },
            Field("conflict", "Conflict") { .flag($0.isConflict) },
          ], rows: edits)),
    ]
  }
}

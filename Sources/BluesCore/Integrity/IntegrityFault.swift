package import Documents

/// Something in a project that no command of ours leaves, with its place and the way out.
package struct IntegrityFault: Sendable, Equatable {
  /// What is wrong of it.
  package enum Kind: String, Sendable, CaseIterable {
    case file, index, search, reference, value, sum, history, document
  }

  package let kind: Kind
  /// The table with its row, the step, or the file.
  package let place: String
  package let fault: String
  /// What to do about it.
  package let wayOut: String

  package static let fields: [Field<IntegrityFault>] = [
    Field("kind", "Kind", "What is wrong.", kind: .words(of: Kind.self), rank: .key) {
      .text($0.kind.rawValue)
    },
    Field("place", "Where", "The table with its row, the step, or the file.", rank: .main) {
      .text($0.place)
    },
    Field("fault", "Fault", "What was found.") { .text($0.fault) },
    Field("way_out", "What to do", "What to type, or to look for.", rank: .minor) {
      .text($0.wayOut)
    },
  ]
}

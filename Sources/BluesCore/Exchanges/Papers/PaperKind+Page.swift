internal import Basics
package import Documents

extension PaperKind {
  /// What the scheme says of the kind, with every source, as the page of a rule.
  package var page: Document {
    let sources = Source.cited(sources).map(\.description)
    return Document(
      schema: "blues.rule/1",
      blocks: [
        .facts(
          Facts([
            Fact("rule", "Rule", .text(kind)), Fact("says", "Says", .text(title)),
            Fact("gate", "Blocks", .text(orEmpty: state?.rawValue)),
            Fact(
              "signatures", "Signed by",
              signatures.isEmpty ? .empty : .list(signatures.map(\.rawValue))),
            Fact("mark", "Mark", .text(mark.rawValue)),
            Fact("source", "Source", .list(self.sources)),
          ])),
        .section("Read in"),
      ] + sources.map { .paragraph($0) } + [.data("sources", .array(sources.map { .string($0) }))])
  }
}

extension Papers {
  /// The kind of paper that the project's scheme asks for under a name.
  package func kind(_ name: String) throws -> PaperKind? {
    try store.read { db in try PaperKind.of(.of(db)).first { $0.kind == name } }
  }
}

internal import Basics
package import Documents

extension RuleBook {
  /// One rule with every figure and source.
  package func page(_ id: String) throws -> Document {
    let line = try line(id)
    let sources = Source.cited(line.rule.sources).map(\.description)
    return Document(
      schema: "blues.rule/1",
      blocks: [
        .facts(Facts(fields: RuleRow.fields.filter { $0.column.name != "figures" }, of: line)),
        .section("Figures"),
        .table(
          Table(
            noun: "figures", emptySentence: "This rule has no figures.",
            fields: FigureRow.fields, rows: try figures(of: id))),
        .section("Read in"),
      ] + sources.map { .paragraph($0) } + [.data("sources", .array(sources.map { .string($0) }))])
  }
}

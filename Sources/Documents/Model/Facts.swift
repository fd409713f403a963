/// One labelled value of a thing.
package struct Fact: Hashable, Sendable {
  /// The key in JSON and CSV, in snake_case.
  package let name: String
  package let label: String
  package let cell: Cell

  package init(_ name: String, _ label: String, _ cell: Cell) {
    self.name = name
    self.label = label
    self.cell = cell
  }
}

/// The labelled values of one thing, in the order they are read.
package struct Facts: Hashable, Sendable {
  /// The JSON key they are nested under; at the top level without one.
  package let key: String?
  package let items: [Fact]
  /// Whether pages for people pass over what is not known; data formats have every fact.
  package let isBrief: Bool

  package init(key: String? = nil, _ items: [Fact], isBrief: Bool = false) {
    self.key = key
    self.items = items
    self.isBrief = isBrief
  }

  package init<Row>(
    key: String? = nil, fields: [Field<Row>], of row: Row, isBrief: Bool = false
  ) {
    self.init(
      key: key, fields.map { Fact($0.column.name, $0.column.heading, $0.cell(row)) },
      isBrief: isBrief)
  }

  /// The facts that pages show, each once: data formats can have one as a list and as a text.
  var shown: [Fact] {
    var seen: Set<String> = []
    return items.filter { fact in
      let text = fact.cell.shown.replacing("; ", with: ", ")
      return !(isBrief && fact.cell == .empty) && seen.insert("\(fact.label)\n\(text)").inserted
    }
  }
}

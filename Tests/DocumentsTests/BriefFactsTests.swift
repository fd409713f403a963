import Testing

@testable import Documents

@Suite struct `Facts that are brief` {
  private func printed(_ format: Format) throws -> String {
    let facts = Facts(
      [Fact("a", "Here", .integer(1)), Fact("b", "Not known", .empty)], isBrief: true)
    return try String(
      decoding: Document(schema: "test/1", blocks: [.facts(facts)]).bytes(
        Rendering(format: format)),
      as: UTF8.self)
  }

  @Test func `pages pass over what is not known`() throws {
    #expect(try printed(.text) == "Here  1\n")
    #expect(try !printed(.html).contains("Not known"))
    #expect(try !printed(.markdown).contains("Not known"))
  }

  @Test func `data formats have every fact`() throws {
    #expect(try printed(.json) == "{\n  \"schema\": \"test/1\",\n  \"a\": 1,\n  \"b\": null\n}\n")
    #expect(try printed(.csv) == "name,value\na,1\nb,\n")
  }

  @Test func `a fact that data have as a list and as a text is shown once`() {
    let facts = Facts([
      Fact("leads", "Lead", .list(["NP", "AV"])), Fact("lead", "Lead", .text("NP; AV")),
      Fact("other", "Lead", .text("XX")), Fact("note", "Note", .empty),
    ])
    #expect(facts.shown.map(\.name) == ["leads", "other", "note"])
    #expect(facts.items.count == 4)
  }
}

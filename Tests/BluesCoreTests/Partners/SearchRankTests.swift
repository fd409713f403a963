import Testing

@testable import BluesCore

@Suite struct `Ranking what a search finds` {
  func points(_ words: String, _ draft: ContactDraft) -> Int? {
    var rank = SearchRank(words)
    return rank?.points(of: draft)
  }

  @Test func `a name counts more than a note, a whole word more than a beginning`() {
    #expect(points("laka", ContactDraft([.organisation: "Łąka"])) == 8)
    #expect(points("lak", ContactDraft([.organisation: "Łąka"])) == 4)
    #expect(points("laka", ContactDraft([.city: "Łąka"])) == 4)
    #expect(points("laka", ContactDraft([.note: "w Łąka, 2019"])) == 2)
    #expect(points("laka", ContactDraft([.note: "Łąkach", .city: "łąka"])) == 4)
  }

  @Test func `every word must be there, at the start of a word`() {
    let draft = ContactDraft([.organisation: "Water Works", .email: "info@example.org"])
    #expect(points("water example", draft) == 8 + 6)
    #expect(points("water wasser", draft) == nil)
    #expect(points("ater", draft) == nil)
    #expect(points("", draft) == nil)
  }

  @Test func `the best come first, then the older`() throws {
    let store = try Store.blues()
    try store.importContacts(
      """
      organisation,name,note
      One,Ana,knows the mill
      Mill,Berta,
      Two,Mill,
      Millers,Carla,

      """)
    #expect(try store.contacts.search("mill").map(\.code) == ["C2", "C3", "C4", "C1"])
    #expect(try store.contacts.search("mill", limit: 1).map(\.code) == ["C2"])
  }
}

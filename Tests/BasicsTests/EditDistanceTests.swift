import Basics
import Testing

@Suite struct `Words that are near` {
  @Test func `a swap of neighbours is one slip`() {
    #expect(EditDistance.between("deliverbale", "deliverable") == 1)
    #expect(EditDistance.between("", "abc") == 3)
    #expect(EditDistance.between("kitten", "sitting") == 3)
  }

  @Test func `near words are offered, nearest first`() {
    let known = ["partner", "report", "exchange", "workpackage"]
    #expect(EditDistance.nearest(to: "exhange", in: known) == ["exchange"])
    #expect(EditDistance.nearest(to: "Reprot", in: known) == ["report"])
    #expect(EditDistance.nearest(to: "work", in: known) == ["workpackage"])
    #expect(EditDistance.nearest(to: "zzz", in: known) == [])
  }

  @Test(arguments: [
    ("D1.7", []), ("WP9", []), ("WQ3", ["WP3"]), ("DX", []), ("ZINNEA", ["ZINNAE"]),
  ])
  func `another digit is another thing, and two letters have no slip`(
    typed: String, near: [String]
  ) {
    let known = ["D1.1", "D1.2", "WP1", "WP3", "DE", "ZINNAE"]
    #expect(EditDistance.nearest(to: typed, in: known) == near)
  }

  @Test(arguments: [
    ("cost", ["cost", "cost_centre"]), ("cots", ["cost"]), ("abcd", []),
    ("stat", ["etat", "state"]), ("ÉTAT", ["etat"]),
    ("delivrables", ["deliverables"]), ("", []), ("s", []),
  ])
  func `one slip in three and four letters, two to eight, three beyond, and beginnings`(
    typed: String, near: [String]
  ) {
    let known = ["cost", "cost_centre", "etat", "state", "deliverables"]
    #expect(EditDistance.nearest(to: typed, in: known) == near)
  }
}

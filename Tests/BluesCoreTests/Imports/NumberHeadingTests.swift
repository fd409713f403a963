import Testing

@testable import BluesCore

/// A list whose headings are numbers: every hint can be typed.
@Suite struct `Headings that are numbers` {
  private static func settle(_ map: [String]) throws -> [String] {
    try Mapping.settle(
      header: ["Firma", "2", "3", "2"], width: 4, fields: ContactHeadings.fields,
      request: .test(map: map, unmapped: map.isEmpty ? .refuse : .ignore),
      known: ContactHeadings.known
    ).columns.map { $0.target.fields.first ?? "-" }
  }

  @Test func `a column is named by its number where its heading is another's`() throws {
    #expect(
      try Self.settle(["column 2=country", "column 4=city"])
        == ["organisation", "country", "-", "city"])
    #expect(
      try Self.settle(["3=email", "column 4=city"]) == ["organisation", "-", "email", "city"])
    #expect(throws: MappingProblem.sameHeading("2", columns: [2, 4])) {
      try Self.settle(["2=country"])
    }
    #expect(
      throws: MappingProblem.unknownHeading("column 9", headings: ["Firma", "2", "3", "2"])
    ) {
      try Self.settle(["column 9=country"])
    }
  }

  @Test func `the hint for a column names it so`() {
    #expect(
      MappingProblem.sameHeading("2", columns: [2, 4]).hint
        == "choose one by number: --map \"column 4=FIELD\"")
    #expect(TypedHeading.name("2", number: 4, isTwice: true) == "column 4")
    #expect(TypedHeading.name("2", number: 4) == "2")
    #expect(TypedHeading.name("Tel", number: 4, isTwice: true) == "4")
  }
}

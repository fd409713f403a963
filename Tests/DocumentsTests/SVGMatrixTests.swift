import Testing

@testable import Documents

@Suite struct `Counts of pairs as a grid` {
  private let matrix = CountMatrix(
    title: "Exchanges", rowTitle: "Visitor from", columnTitle: "Host in",
    pairs: [("ES", "DE", 7), ("FR", "DE", 1), ("ES", "CZ", 2), ("ES", "DE", 1)])

  @Test func `rows and columns are sorted, and pairs that come twice are added up`() {
    #expect(matrix.rows == ["ES", "FR"])
    #expect(matrix.columns == ["CZ", "DE"])
    #expect(matrix["ES", "DE"] == 8)
    #expect(matrix["FR", "CZ"] == 0)
    #expect(
      matrix.pairs.map { "\($0.row) \($0.column) \($0.count)" } == [
        "ES DE 8", "ES CZ 2", "FR DE 1",
      ])
  }

  @Test func `the picture has its figures and its words`() throws {
    let svg = try #require(SVGMatrix(matrix: matrix).chart).svg
    #expect(svg.contains("<title>Exchanges: ES to DE 8, ES to CZ 2, FR to DE 1</title>"))
    #expect(svg.contains("viewBox=\"0 0 184 136\""))
    #expect(svg.components(of: "<rect ").count == 4)
    #expect(svg.contains("fill=\"#003399\""))
    #expect(svg.contains(">8</text>"))
  }

  @Test func `nothing is drawn of nothing, and no text gets out of it`() throws {
    let none = CountMatrix(title: "", rowTitle: "", columnTitle: "", pairs: [])
    #expect(SVGMatrix(matrix: none).chart == nil)
    let many = CountMatrix(
      title: "", rowTitle: "", columnTitle: "",
      pairs: (0..<30).map { ("R\($0)", "C", 1) })
    #expect(SVGMatrix(matrix: many).chart == nil)
    let hostile = CountMatrix(
      title: "<script>", rowTitle: "\"><b>", columnTitle: "&", pairs: [("<i>", "'\"", 1)])
    let svg = try #require(SVGMatrix(matrix: hostile).chart).svg
    #expect(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains("<i>"))
  }

  @Test func `a page draws it above its table; other formats have the table alone`() {
    let table = Table(
      noun: "pairs", columns: [Column("from", "From")], rows: [[.text("ES")]]
    ).drawn(as: matrix)
    #expect(HTMLTable(table: table, title: nil).html.hasPrefix("<figure>\n<svg "))
  }
}

extension String {
  /// The places of a text.
  fileprivate func components(of text: String) -> [Range<String.Index>] { ranges(of: text) }
}

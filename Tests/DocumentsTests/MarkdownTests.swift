import Documents
import Testing

@Suite struct `Markdown` {
  @Test func `a report has headings, lists and tables`() {
    let expected = #"""
      # Sample report

      First period

      - **Leader:** Ann Example
      - **Mail:** ann@example.org

      ## Progress

      All is \*well\*.

      > **Attention:** One thing is late.

      - **Exchanges:** `[██--------]` 12 of 50 ! – and 3 agreed

      ### Deliverables

      | Code | Title | Due | Cost | Pages | Partners | State |
      | --- | --- | --- | ---: | ---: | --- | --- |
      | D1.1 | Guide for hosts, first edition | 31 July 2020 | 415.00 EUR | 24 | UNI, ACME \#
      | late |
      | D1.2 | Déjà vu |  | -1234567.89 EUR | 1.5 |  | done |

      ```text
                     2020
                     M1            M2            M3            M4            M5            M6
      WP1 Start      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\#
      ━━━━━━━━━━━━━━━━━━
        T1.1 Guide !               ████████████████████████████              ◆
        D1.1 Guide                                     │                    ◆
      ━ group  █ duration  ◆ due  │ today  ! late
      ```

      Funded by an example.

      """#
    #expect(Sample.report.written(.markdown) == expected)
  }

  @Test func `signs with a meaning are escaped`() {
    let document = Sample.table([.text("a|b\\c`d*e_f<g>h[i]j~k$l&m\nn")])
    #expect(
      document.written(.markdown, header: false)
        == "|  |\n| --- |\n"
        + #"| a\|b\\c\`d\*e\_f\<g\>h\[i\]j\~k\$l&amp;m<br>n |"# + "\n")
  }

  @Test(arguments: [
    ("# no heading", "\\# no heading"), ("- no list", #"\- no list"#),
    ("1. no list", #"1\. no list"#), ("12) no list", #"12\) no list"#), ("+ x", #"\+ x"#),
    ("    no code", "no code"), ("=== x", #"\=== x"#), ("1.5", #"1\.5"#), ("24", "24"),
  ])
  func `a paragraph stays a paragraph`(text: String, written: String) {
    let document = Document(schema: "x", blocks: [.paragraph(text)])
    #expect(document.written(.markdown) == written + "\n")
  }

  @Test(arguments: [("Programme C#", "Programme C\\#"), ("a ##", "a \\##"), ("# a", "# a")])
  func `signs at its end stay in a heading`(title: String, written: String) {
    let document = Document(
      schema: "x/1", title: title,
      blocks: [
        .section(title),
        .table(Table(noun: "x", emptySentence: "None.", columns: [], rows: []), title: title),
      ])
    #expect(
      document.written(.markdown)
        == "# \(written)\n\n## \(written)\n\n### \(written)\n\nNone.\n")
  }
}

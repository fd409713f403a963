@testable import Documents
import Testing

@Suite struct `Text` {
  @Test func `a pipe gets every letter`() {
    let expected = #"""
      Sample report
      ═════════════
      First period

      Leader  Ann Example
      Mail    ann@example.org

      Progress
      ────────

      All is *well*.

      Attention: One thing is late.

      Exchanges  [██--------] 12 of 50 !  and 3 agreed

      Deliverables
      Code  Title                           Due                    Cost  Pages  Partners   \#
      State
      D1.1  Guide for hosts, first edition  2020-07-31       415.00 EUR     24  UNI, ACME  \#
      late
      D1.2  Déjà vu                                     -1234567.89 EUR    1.5             \#
      done

                     2020
                     M1            M2            M3            M4            M5            M6
      WP1 Start      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\#
      ━━━━━━━━━━━━━━━━━━
        T1.1 Guide !               ████████████████████████████              ◆
        D1.1 Guide                                     │                    ◆
      ━ group  █ duration  ◆ due  │ today  ! late

      """#
    #expect(Sample.report.written(.text) == expected)
  }

  @Test func `a terminal gets colour and lines that fit it`() {
    let expected = #"""
      \#u{1B}[1mSample report\#u{1B}[0m
      First period

      Leader  Ann Example
      Mail    ann@example.org

      \#u{1B}[1mProgress\#u{1B}[0m

      All is *well*.

      \#u{1B}[33mAttention: One thing is late.\#u{1B}[0m

      Exchanges  \#u{1B}[31m[██--------]\#u{1B}[0m 12 of 50 \#u{1B}[31m!\#u{1B}[0m  and 3 \#
      agreed

      \#u{1B}[1mDeliverables\#u{1B}[0m
      Amounts in EUR.
      \#u{1B}[1mCode\#u{1B}[0m  \#u{1B}[1mTitle\#u{1B}[0m            \#
      \#u{1B}[1mDue\#u{1B}[0m                \#u{1B}[1mCost\#u{1B}[0m  \#u{1B}[1mPages\#u{1B}[0m  \#
      \#u{1B}[1mState\#u{1B}[0m
      D1.1  Guide for        2020-07-31       415.00     24  \#u{1B}[31mlate\#u{1B}[0m
            hosts, first
            edition
      D1.2  Déjà vu                      -1234567.89    1.5  \#u{1B}[32mdone\#u{1B}[0m
      \#u{1B}[2mNot shown: Partners\#u{1B}[0m

                     2020
                     M1     M2      M3     M4      M5     M6
      \#u{1B}[1mWP1 Start   \#u{1B}[0m   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        T1.1 Guide \#u{1B}[31m!\#u{1B}[0m        \#u{1B}[31m███████████████        ◆\#u{1B}[0m
        D1.1 Guide                     │          ◆
      ━ group  █ duration  ◆ due  │ today  ! late

      """#
    #expect(Sample.report.written(.text, width: 60, colour: true) == expected)
  }

  @Test func `a list without rows says so`() {
    let table = Table(noun: "x", emptySentence: "No exchanges yet.", columns: [], rows: [])
    let document = Document(schema: "x", blocks: [.table(table)])
    #expect(document.written(.text) == "No exchanges yet.\n")
  }

  @Test func `headings can be left out`() {
    #expect(Sample.table([.text("a"), .integer(1)]).written(.text, header: false) == "a\n1\n")
  }

  @Test func `columns line up for accents, wide letters and pictures`() {
    let words = ["ab", "é", "e\u{301}", "水", "👩‍👩‍👧", "🇫🇷", "한", "❤️", "ｱ"]
    let table = Table(
      noun: "x", columns: [Column("word", "Word"), Column("end", "End")],
      rows: words.map { [.text($0), .text("|")] })
    let lines = Document(schema: "x", blocks: [.table(table)]).written(.text, header: false)
    #expect(
      lines == "ab  |\né   |\ne\u{301}   |\n水  |\n👩‍👩‍👧  |\n🇫🇷  |\n한  |\n❤️  |\nｱ   |\n")
  }

  @Test func `a wide letter is not cut in half`() {
    #expect(DisplayWidth.cut("水水水", to: 4) == "水…")
    #expect(WrappedCell.lines("水水水", width: 5) == ["水水", "水"])
  }

  @Test func `a column leaves before words cannot be read, and figures are never cut`() {
    let table = Table(
      noun: "x", columns: ["a", "b", "c"].map { Column($0, $0) },
      rows: [[.text("abcdefghij"), .text("klmnopqrst"), .integer(1_234_567_890)]])
    let document = Document(schema: "x", blocks: [.table(table)])
    #expect(
      document.written(.text, width: 26, header: false)
        == "abcdefghij  1234567890\nNot shown: b\n")
    #expect(
      document.written(.text, width: 3, header: false)
        == "a  abcdefghij\nb  klmnopqrst\nc  1234567890\n")
  }

  @Test func `a paragraph is broken at blanks on a terminal`() {
    let document = Document(schema: "x", blocks: [.paragraph("one two three\nfour")])
    #expect(document.written(.text, width: 9) == "one two\nthree\nfour\n")
    #expect(document.written(.text) == "one two three\nfour\n")
  }

  @Test(arguments: [30, 40, 60])
  func `every part fits the terminal`(width: Int) {
    let long = "Some words that take much more room than a narrow terminal has for them"
    let document = Document(
      schema: "x", title: long, subtitle: long,
      blocks: [
        .section(long), .paragraph(long), .note(long, .bad), .gantt(Sample.gantt),
        .facts(Facts([Fact("a", "Label", .text(long))])),
        .meters([Meter(long, value: 1, target: 2, detail: long, tone: .bad)]),
        .table(Table(noun: "x", emptySentence: long, columns: [], rows: []), title: long),
      ])
    let lines = document.written(.text, width: width).split(separator: "\n")
    #expect(lines.filter { DisplayWidth.of(String($0)) > width } == [])
  }

  @Test func `sums stand below a rule and stay out of data`() {
    let table = Table(
      noun: "costs", columns: [Column("name", "Name"), Column("cost", "Cost")],
      rows: [[.text("A"), .integer(2)], [.text("B"), .integer(40)]],
      total: [.text("Total"), .integer(42)])
    let document = Document(schema: "x", blocks: [.table(table)])
    #expect(
      document.written(.text) == "Name   Cost\nA         2\nB        40\n─────  ────\nTotal    42\n"
    )
    #expect(document.written(.csv) == "name,cost\nA,2\nB,40\n")
  }

  @Test func `only a target that is met fills its bar`() {
    let meters = [
      Meter("a", value: 49, target: 50), Meter("b", value: 50, target: 50),
      Meter("c", value: 9, target: 0), Meter("d", value: 3), Meter("e", value: -1, target: 5),
      Meter("f", value: .max - 1, target: .max),
    ]
    let document = Document(schema: "x", blocks: [.meters(meters)])
    #expect(
      document.written(.text) == """
        a  [█████████-] 49 of 50
        b  [██████████] 50 of 50
        c  [██████████] 9 of 0
        d  3
        e  [----------] -1 of 5
        f  [█████████-] 9223372036854775806 of 9223372036854775807

        """)
  }
}

import Testing

@testable import Documents

@Suite struct `Signatures` {
  private let page = Document(
    schema: "blues.x/1",
    blocks: [
      .signatures([
        SignatureLine(party: "Host", name: "A & B"), SignatureLine(party: "Visitor", name: nil),
      ])
    ])

  @Test func `text has a line for each thing written by hand`() {
    let blank = "______________________________"
    #expect(
      page.written(.text) == """
        Host: A & B
        Name, function  \(blank)
        Place, date     \(blank)
        Signature       \(blank)

        Visitor: \(blank)
        Name, function  \(blank)
        Place, date     \(blank)
        Signature       \(blank)

        """)
  }

  @Test func `Markdown has them as lists`() {
    let blank = String(repeating: "\\_", count: 30)
    #expect(
      page.written(.markdown) == """
        **Host:** A &amp; B

        - Name, function: \(blank)
        - Place, date: \(blank)
        - Signature: \(blank)

        **Visitor:** \(blank)

        - Name, function: \(blank)
        - Place, date: \(blank)
        - Signature: \(blank)

        """)
  }

  @Test func `HTML has a box each`() {
    let prompts = """
      <p class="prompt">Name, function</p>
      <p class="prompt">Place, date</p>
      <p class="prompt">Signature</p>
      </div>
      """
    let expected = """
      <main>
      <div class="signatures">
      <div class="signature">
      <p class="party">Host</p>
      <p class="who">A &amp; B</p>
      \(prompts)
      <div class="signature">
      <p class="party">Visitor</p>
      <p class="blank">&nbsp;</p>
      \(prompts)
      </div>
      </main>
      """
    #expect(page.written(.html).contains(expected))
  }

  @Test func `JSON has the parties`() {
    #expect(
      page.written(.jsonl) == ""
        && page.written(.json) == """
          {
            "schema": "blues.x/1",
            "signatures": [
              {
                "party": "Host",
                "name": "A & B"
              },
              {
                "party": "Visitor",
                "name": null
              }
            ]
          }

          """
    )
  }
}

import Documents
import Testing

@Suite struct `Data formats` {
  @Test func `JSON has the schema, then each block's data`() {
    let expected = #"""
      {
        "schema": "blues.sample/1",
        "leader": "Ann Example",
        "mail": "ann@example.org",
        "meters": [
          {
            "label": "Exchanges",
            "value": 12,
            "target": 50,
            "detail": "and 3 agreed"
          }
        ],
        "deliverables": [
          {
            "code": "D1.1",
            "title": "Guide for hosts, first edition",
            "due": "2020-07-31",
            "cost": {
              "amount": "415.00",
              "currency": "EUR"
            },
            "pages": 24,
            "public": true,
            "partners": [
              "UNI",
              "ACME"
            ],
            "state": "late"
          },
          {
            "code": "D1.2",
            "title": "Déjà vu",
            "due": null,
            "cost": {
              "amount": "-1234567.89",
              "currency": "EUR"
            },
            "pages": 1.5,
            "public": false,
            "partners": [],
            "state": "done"
          }
        ],
        "figures": {
          "share": 0.24
        }
      }

      """#
    #expect(Sample.report.written(.json) == expected)
  }

  @Test func `JSON lines have a row each`() {
    let expected = #"""
      {"code":"D1.1","title":"Guide for hosts, first \#
      edition","due":"2020-07-31","cost":{"amount":"415.00","currency":"EUR"},"pages":24\#
      ,"public":true,"partners":["UNI","ACME"],"state":"late"}
      {"code":"D1.2","title":"Déjà vu","due":null,"cost":{"amount":"-1234567.89","curren\#
      cy":"EUR"},"pages":1.5,"public":false,"partners":[],"state":"done"}

      """#
    #expect(Sample.report.written(.jsonl) == expected)
  }

  @Test func `CSV has every column, without currency`() {
    let expected = #"""
      code,title,due,cost,pages,public,partners,state
      D1.1,"Guide for hosts, first edition",2020-07-31,415.00,24,yes,UNI; ACME,late
      D1.2,Déjà vu,,-1234567.89,1.5,no,,done

      """#
    #expect(Sample.report.written(.csv) == expected)
  }

  @Test func `TSV has tabs`() {
    let expected = #"""
      code	title	due	cost	pages	public	partners	state
      D1.1	Guide for hosts, first edition	2020-07-31	415.00	24	yes	UNI; ACME	late
      D1.2	Déjà vu		-1234567.89	1.5	no		done

      """#
    #expect(Sample.report.written(.tsv) == expected)
  }

  @Test func `facts of the same name keep apart in lines too`() {
    let facts = Facts(key: "of", [Fact("a", "A", .integer(1)), Fact("a", "A", .integer(2))])
    let document = Document(schema: "x/1", blocks: [.facts(facts)])
    #expect(document.written(.jsonl) == #"{"a":1,"a_2":2}"# + "\n")
    #expect(
      document.written(.json) == """
        {
          "schema": "x/1",
          "of": {
            "a": 1,
            "a_2": 2
          }
        }

        """)
  }

  @Test func `columns of the same name keep apart`() {
    let table = Table(
      noun: "x", columns: [Column("a", "A"), Column("a", "A")], rows: [[.integer(1), .flag(true)]])
    let document = Document(schema: "x/1", blocks: [.table(table)])
    #expect(document.written(.jsonl) == #"{"a":1,"a_2":true}"# + "\n")
  }

  @Test(arguments: [
    (Format.text, "No risks.\n"), (.csv, "code,title\n"), (.tsv, "code\ttitle\n"),
    (.json, "{\n  \"schema\": \"x/1\",\n  \"risks\": []\n}\n"), (.jsonl, ""),
    (.markdown, "No risks.\n"),
  ])
  func `a table without rows has its form in every format`(format: Format, written: String) {
    let table = Table(
      noun: "risks", emptySentence: "No risks.",
      columns: [Column("code", "Code"), Column("title", "Title")], rows: [])
    let document = Document(schema: "x/1", blocks: [.table(table)])
    #expect(document.written(format) == written)
  }
}

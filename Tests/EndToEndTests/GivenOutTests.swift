import Testing

/// Exports of personal data leave a line in the history.
@Suite struct `Data of persons on their way out` {
  @Test func `leave a line each with the recipient`() throws {
    let place = try Place.withProject()
    let ran = try place.run(
      """
      blues partner contact import Fixtures/members-cz.csv --partner NP --basis "contract 2021-01-05" > /dev/null
      blues partner contact export --where city=Pardubice --for "Hotel Ibis" -o guests.csv
      blues partner contact export --where city=Nowhere -o nobody.csv
      blues partner contact export --mail-merge --limit 2 | wc -l
      printf 'Dear {name}\\n' > letter.md
      blues partner contact letter letter.md --for "the post" --format markdown > /dev/null
      blues partner contact dossier C2 --json > /dev/null
      blues partner contact dossier C2 -o card.vcf
      blues history --where command~contact --columns command,summary --no-header | head -5
      """)
    #expect(
      ran.output == """
        3
        partner contact dossier  gave out 1 dossier as vcard
        partner contact dossier  gave out 1 dossier as json
        partner contact letter   gave out 6 letters as markdown to the post
        partner contact export   gave out 2 contacts as csv
        partner contact export   gave out 1 contact as csv to Hotel Ibis

        """)
  }

  @Test func `are noted in a file without a log, too`() throws {
    let place = try Place.withProject()
    let ran = try place.run(
      """
      blues partner contact add --name "Ana Gil" > /dev/null
      python3 -c 'import sqlite3; sqlite3.connect("blues.db").execute("VACUUM INTO \\"plain.db\\"")'
      chmod 600 plain.db; export BLUES_DB=plain.db
      blues partner contact export --columns name
      blues history --limit 1 --columns summary --no-header
      """)
    #expect(
      ran.output == """
        name
        Ana Gil
        gave out 1 contact as csv

        """)
  }
}

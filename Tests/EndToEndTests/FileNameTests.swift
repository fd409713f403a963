import Testing

/// The names of files are bytes, and need not be UTF-8: `$odd` is `caf` and the byte E9.
@Suite struct `Files whose names are not UTF-8` {
  let place: Place

  init() throws { place = try Place.withProject() }

  /// Runs lines that know `$odd`.
  func run(_ lines: String) throws -> Place.Ran {
    try place.run("odd=$(printf 'caf\\351')\n\(lines)")
  }

  @Test(arguments: ["csv", "xlsx", "html"])
  func `an answer goes to the file that was named`(ending: String) throws {
    let ran = try run(
      """
      blues partner list -o "$odd.\(ending)" && test -s "$odd.\(ending)" && ls -b | grep caf
      blues partner list -o "$odd.\(ending)" 2>&1 | head -1
      blues partner list -o "$odd.\(ending)" --force && ls -b | grep caf
      """)
    #expect(
      ran.output == #"""
        caf\351.\#(ending)
        blues: caf\xE9.\#(ending) already exists.
        caf\351.\#(ending)

        """#)
    #expect(ran.exit == 0)
  }

  @Test func `a list is read, and its rejected rows lie beside it`() throws {
    let ran = try run(
      """
      printf 'organisation,email\\nA,a@example.org\\nB,bad\\n' > "$odd.csv"
      blues inspect "$odd.csv" | head -1
      blues partner contact import "$odd.csv" 2>&1 | grep 'Rejected rows'
      cut -d, -f1-4 "$odd.rejects.csv"
      blues partner contact import "$odd.csv" -o "$odd.csv" --force; echo $?
      blues history --limit 1 --columns summary --no-header
      """)
    #expect(
      ran.output == #"""
        List      caf\xE9.csv
        Rejected rows are in caf\xE9.rejects.csv: correct them there and import that file.
        blues_line,blues_column,blues_value,blues_rule
        3,2,bad,email
        blues: caf\xE9.csv is the list that is read: blues does not overwrite it.
        hint: choose another name
        73
        imported caf\xE9.csv: 1 created, 0 updated

        """#)
  }

  @Test func `a project lives under such a name, in such a folder`() throws {
    let ran = try run(
      """
      mkdir "$odd" && cd "$odd"
      blues init --db "$odd.db" --template empty --acronym W --start 2021-01-01 \\
        --end 2022-12-31 2>&1 | head -1
      export BLUES_DB="$PWD/$odd.db"
      blues wp add WP1 Plan --start M1 --end M3
      chmod a-w "$odd.db"; blues wp list --columns code --format csv --no-header
      chmod u+w "$odd.db"; blues wp list -o "$odd.db" --force; echo $?
      unset BLUES_DB; mv "$odd.db" blues.db
      blues wp list --columns code --format csv --no-header
      touch "$odd.csv.part-999999999" "$odd.csv"; chmod 600 "$odd.csv.part-999999999"
      blues wp set WP1 --title Later
      ls -b
      """)
    #expect(
      ran.output == #"""
        Started W in caf\xE9.db: 2021-01-01 to 2022-12-31, 0 partners, 0 work packages.
        Added WP1.
        WP1
        blues: caf\xE9.db is the project file: blues does not overwrite it.
        hint: choose another name
        73
        WP1
        blues: removed caf\xE9.csv.part-999999999, left by an interrupted command
        Changed WP1.
        blues.db
        caf\351.csv

        """#)
  }

  /// Proposes EX-001.
  func propose() throws {
    try place.must(
      """
      blues partner organisation add Host --country DE
      blues partner organisation add Guest --country FR
      blues exchange profile add Host --role host --category sme --partner NP
      blues exchange profile add Guest --role visitor --category sme --partner AV
      blues exchange propose --host Host --visitor Guest --from 2021-06-14 --to 2021-06-18
      """)
  }

  @Test func `a folder of papers is read`() throws {
    try propose()
    let ran = try run(
      """
      mkdir -p "in-$odd/EX-001"; echo x > "in-$odd/EX-001/travel-proof $odd.pdf"
      blues exchange paper import "in-$odd" > told 2>&1; echo $?
      blues exchange paper list EX-001 --columns file --no-header
      """)
    #expect(ran.output == "0\nin-caf\\xE9/EX-001/travel-proof caf\\xE9.pdf\n")
  }

  @Test func `papers are registered, copied, checked and packed`() throws {
    try propose()
    let ran = try run(
      """
      mkdir "$odd"; echo paper > "$odd.pdf"; echo other > "$odd/$odd.pdf"
      blues exchange paper add EX-001 privacy-notice "$odd.pdf"
      blues exchange paper add EX-001 application-host "$odd/$odd.pdf" --copy
      echo more >> "$odd.pdf"
      blues exchange paper check EX-001 --columns file,standing --no-header
      blues exchange pack EX-001 -o "$odd.zip" > told 2>&1
      ls -b | grep zip
      grep -a -o 'EX-001/[a-z0-9_-]*.pdf' "$odd.zip" | sort -u
      """)
    #expect(
      ran.output == #"""
        Paper 1 of EX-001 is the privacy-notice: caf\xE9.pdf.
        Paper 2 of EX-001 is the application-host: blues.papers/EX-001/application-host-1.pdf.
        caf\xE9.pdf                                 changed
        blues.papers/EX-001/application-host-1.pdf  unchanged
        1 of 2 papers is not as registered.
        caf\351.zip
        EX-001/application-host-1.pdf
        EX-001/application-host-2.pdf

        """#)
  }
}

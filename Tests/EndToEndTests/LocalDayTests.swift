import Testing

/// A day is one of the user's zone; the history keeps instants of UTC.
@Suite struct `Days where the user is` {
  /// Zones as POSIX writes them, which need no list of zones: hours to the west.
  static let kiritimati = ["TZ": "<+14>-14"]
  static let honolulu = ["TZ": "HST10"]

  static let start =
    "blues init --template empty --acronym W --start 2021-01-01 --end 2022-12-31"
  static let instants = "blues history --columns at --format csv --no-header"

  /// What is known of the project's work packages at the end of a day.
  func known(_ place: Place, _ day: String, _ zone: [String: String]) throws -> Place.Ran {
    try place.run(
      "blues wp list --columns code --format csv --no-header --at \(day)", environment: zone)
  }

  @Test(arguments: [
    (kiritimati, "2021-03-31T09:59:59Z"), (honolulu, "2021-03-31T12:00:00Z"),
    (["TZ": "UTC0"], "2021-03-31T12:00:00Z"),
  ])
  func `what was recorded on a day is known at its end and not the day before`(
    zone: [String: String], instant: String
  ) throws {
    let place = try Place()
    try place.must(Self.start, environment: zone.merging(["BLUES_TODAY": "2021-03-30"]) { $1 })
    try place.must("blues wp add WP1 Plan --start M1 --end M3", environment: zone)
    #expect(try place.must("\(Self.instants) --limit 1", environment: zone) == "\(instant)\n")
    #expect(try known(place, "2021-03-31", zone).output == "WP1\n")
    #expect(try known(place, "2021-03-30", zone).output == "")
    let early = try known(place, "2021-03-29", zone)
    #expect(early.exit == 4)
    #expect(
      early.output == """
        blues: Nothing was known on 2021-03-29: the history starts on 2021-03-30.
        hint: --at 2021-03-30, or a later date

        """)
  }

  @Test func `one instant is of another day elsewhere`() throws {
    let place = try Place()
    try place.must(Self.start)
    try place.must("blues wp add WP1 Plan --start M1 --end M3")
    #expect(
      try place.must(Self.instants) == "2021-03-31T12:00:00Z\n2021-03-31T12:00:00Z\n")
    #expect(try known(place, "2021-03-31", Self.honolulu).output == "WP1\n")
    #expect(try known(place, "2021-03-31", Self.kiritimati).exit == 4)
    #expect(try known(place, "2021-04-01", Self.kiritimati).output == "WP1\n")
    let changes = "blues report status --changed 1 --json | grep -c 'added WP1'"
    #expect(try place.run(changes).output == "1\n")
    #expect(try place.run(changes, environment: Self.kiritimati).output == "0\n")
  }

  @Test func `without BLUES_TODAY today is the local day, and what was done is known at it`() throws
  {
    let place = try Place()
    for zone in [Self.kiritimati, Self.honolulu, ["TZ": "<-12>12"]] {
      let here = zone["TZ"] ?? ""
      // The shell asks for the day before and after, so that midnight in between is no failure.
      let ran = try place.must(
        """
        unset BLUES_TODAY; rm -f blues.db*
        before=$(TZ='\(here)' date +%F)
        \(Self.start) > /dev/null 2>&1
        blues wp add WP1 Plan --start M1 --end M3 > /dev/null
        blues wp list --columns code --format csv --no-header --at today
        told=$(blues report status --json | grep -o '"on": *"[0-9-]*"' | head -1 | tr -dc 0-9-)
        after=$(TZ='\(here)' date +%F)
        [ "$told" = "$before" ] || [ "$told" = "$after" ] && echo local
        """, environment: zone)
      #expect(ran == "WP1\nlocal\n", "\(here)")
    }
  }

  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2021-03-28T12:00:00Z", "2021-03-28"),
    // Midnight of 28 March is left out: the clock goes from 23:59:59 to 01:00.
    ("EET-2EEST,M3.5.0/0,M10.5.0/0", "2021-03-28T12:00:00Z", "2021-03-28"),
  ])
  func `a day on which the clock changes ends where it ends`(
    zone: String, instant: String, day: String
  ) throws {
    let place = try Place()
    let there = ["TZ": zone, "BLUES_TODAY": day]
    try place.must(Self.start, environment: there)
    #expect(try place.must(Self.instants, environment: there) == "\(instant)\n")
    #expect(try place.run("blues wp list --at \(day)", environment: there).exit == 0)
    let early = try place.run("blues wp list --at 2021-03-27", environment: there)
    #expect(early.exit == 4)
    #expect(early.output.contains("the history starts on \(day)."))
  }
}

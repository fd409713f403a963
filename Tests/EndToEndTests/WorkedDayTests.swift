import Testing

/// The day of hours is typed as any other day, and the month as lists have it.
@Suite struct `The day or the month of hours` {
  @Test(arguments: [
    ("2020-05-04", "2020-05-04"), ("31.12.2020", "2020-12-31"), ("M4.end", "2020-05-31"),
    ("2020-05", "2020-05"), ("May 2020", "2020-05"), ("05/2020", "2020-05"),
  ])
  func `is read`(typed: String, worked: String) throws {
    let place = try Place.withProject()
    let ran = try place.run(
      """
      blues partner person add NP-1 NP --name "Jana Nová" > /dev/null
      blues wp effort add NP-1 "\(typed)" 7.5 --wp WP1 2> /dev/null
      """)
    #expect(ran.output == "NP-1, \(worked): 7.50 hours in WP1.\n")
  }

  @Test func `is refused when it is neither`() throws {
    let place = try Place.withProject()
    let ran = try place.run("blues wp effort add NP-1 soon 7.5 --wp WP1 2>&1 | head -1")
    #expect(
      ran.output
        == "blues: The value 'soon' is invalid for '<worked>': soon is not a day such as "
        + "2020-05-04, or a month such as 2020-05.\n")
  }
}

import Basics
import Testing

@testable import BluesCore

@Suite struct `Places and distances` {
  func country(_ code: String) throws -> CountryCode { try #require(CountryCode(code)) }

  /// Expected values by another formula, the angle between two vectors; the first pair is the one
  /// of Rosetta Code's haversine page, the second of Chris Veness's, both for their own radius.
  @Test(
    arguments: [
      ("36.12,-86.67", "33.94,-118.40", 2_886.448, 2_886),
      ("50.0664,-5.7147", "58.6439,-3.0700", 968.855, 968),
      ("41.6561,-0.8773", "54.0891,13.4024", 1_738.283, 1_738),
      ("0,0", "0,1", 111.195, 111),
      ("0,0", "90,0", 10_007.557, 10_007),
      ("90,0", "-90,0", 20_015.115, 20_015),
      ("0,-180", "0,180", 0, 0),
      ("54.0891,13.4024", "54.0891,13.4024", 0, 0),
    ] as [(String, String, Double, Int)])
  func `a great circle has the length known from elsewhere`(
    one: String, other: String, kilometres: Double, whole: Int
  ) throws {
    let (start, end) = (try Coordinates(one), try Coordinates(other))
    #expect(abs(start.kilometres(to: end) - kilometres) < 0.05)
    #expect(start.wholeKilometres(to: end) == end.wholeKilometres(to: start))
    if kilometres > 0 { #expect(start.wholeKilometres(to: end) == whole) }
  }

  @Test func `parts of a kilometre are cut off, so that a limit is not reached by rounding`() throws
  {
    let start = try Coordinates("0,0")
    #expect(start.wholeKilometres(to: try Coordinates("1.7984,0")) == 199)
    #expect(start.kilometres(to: try Coordinates("1.7984,0")) > 199.9)
    #expect(start.wholeKilometres(to: try Coordinates("1.7987,0")) == 200)
  }

  @Test func `coordinates are read as people write them and printed with four decimals`() throws {
    #expect(try Coordinates("43.6109,3.8772").description == "43.6109,3.8772")
    #expect(try Coordinates(" 41.65606, -0.87734 ").description == "41.6561,-0.8773")
    #expect(try Coordinates("-0.00001,0").description == "0.0000,0.0000")
    for text in [
      "", "43.6", "91,0", "0,181", "43,6,3,9", "1e3,0", "north,east", "0x1,0", "+4,0", "nan,0",
    ] {
      #expect(throws: PlaceProblem.noCoordinates(text)) { try Coordinates(text) }
    }
  }

  @Test(
    arguments: [
      ("Zaragoza", "ES", "Zaragoza", "41.6561,-0.8773"),
      ("saragossa", "ES", "Zaragoza", "41.6561,-0.8773"),
      ("Greifswald", "DE", "Universitäts- und Hansestadt Greifswald", "54.0891,13.4024"),
      ("Plzeň", "CZ", "Pilsen", "49.7475,13.3776"),
      ("PRAHA", "CZ", "Prague", "50.0880,14.4208"),
      ("Warszawa", "PL", "Warsaw", "52.2298,21.0118"),
      ("München", "DE", "Munich", "48.1374,11.5755"),
      ("Muenchen", "DE", "Munich", "48.1374,11.5755"),
      ("Montpellier", "FR", "Montpellier", "43.6109,3.8763"),
      ("Frankfurt (Oder)", "DE", "Frankfurt (Oder)", "52.3471,14.5506"),
    ])
  func `a place is found whatever its spelling`(
    name: String, code: String, found: String, at: String
  ) throws {
    let place = try Gazetteer.place(name, in: country(code))
    #expect(place.name == found)
    #expect(place.coordinates.description == at)
  }

  @Test func `an unknown place and one in another country are refused by name`() throws {
    let spain = try country("ES")
    #expect(throws: PlaceProblem.unknown("Prague", in: spain)) {
      try Gazetteer.place(" Prague ", in: spain)
    }
    #expect(
      PlaceProblem.unknown("Prague", in: spain).message
        == "Unknown place in Spain: Prague.")
    #expect(throws: PlaceProblem.unknown("", in: spain)) { try Gazetteer.place("", in: spain) }
    #expect(throws: PlaceProblem.unknown("Bern", in: try country("CH"))) {
      try Gazetteer.place("Bern", in: country("CH"))
    }
  }

  @Test func `two places of one name are not guessed at`() throws {
    let problem = #expect(throws: PlaceProblem.self) {
      try Gazetteer.place("Newport", in: country("UK"))
    }
    #expect(
      problem?.message
        == "United Kingdom has 2 places Newport: Newport at 51.5877,-2.9983; "
        + "Newport at 50.7015,-1.2912.")
    #expect(problem?.kind == .ambiguous)
  }

  @Test func `every country that takes part has places, its names in order`() {
    var total = 0
    for country in RuleBook.standard.participatingCountries {
      let places = Gazetteer.places(in: country)
      #expect(places.count >= 3, "\(country)")
      total += places.count
    }
    #expect(total == 7_324)
  }
}

import Basics
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Files of exchange rates` {
  private func read(_ text: String) throws -> RateFile {
    try RateFile(.bytes(Array(text.utf8)), named: "rates")
  }

  private func told(_ text: String) throws -> [String] {
    let file = try read(text)
    return file.observations.map { "\(file.currencies[$0.currency]) \($0.day) \($0.rate)" }
  }

  @Test func `the history has one column a currency, the newest day first`() throws {
    let text = """
      Date,USD,CZK,HRK,
      2022-12-30,1.0666,24.116,7.5365,
      2022-12-29,1.0649,N/A,7.5365,

      """
    #expect(
      try told(text) == [
        "USD 2022-12-30 1.0666", "CZK 2022-12-30 24.116", "HRK 2022-12-30 7.5365",
        "USD 2022-12-29 1.0649", "HRK 2022-12-29 7.5365",
      ])
  }

  @Test func `the daily file writes its day out, with blanks behind commas`() throws {
    let text = "Date, USD, HUF, CZK, \n13 April 2026, 1.1684, 366.90, 24.378, \n"
    #expect(
      try told(text) == [
        "USD 2026-04-13 1.1684", "HUF 2026-04-13 366.90", "CZK 2026-04-13 24.378",
      ])
  }

  @Test func `the same as XML`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
        xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
        <gesmes:subject>Reference rates</gesmes:subject>
        <Cube>
          <Cube time="2022-12-30"><Cube currency="USD" rate="1.0666"/><Cube currency="CZK" rate="24.116"/></Cube>
          <Cube time="2022-12-29"><Cube currency="CZK" rate="24.191"/></Cube>
        </Cube>
      </gesmes:Envelope>
      """
    #expect(
      try told(text) == [
        "USD 2022-12-30 1.0666", "CZK 2022-12-30 24.116", "CZK 2022-12-29 24.191",
      ])
  }

  @Test func `the data portal has one row an observation, and other series beside`() throws {
    let text = """
      KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,TITLE
      EXR.D.CZK.EUR.SP00.A,D,CZK,EUR,SP00,A,2020-02-03,25.21,"Czech koruna/Euro, 2:15 pm"
      EXR.D.CZK.EUR.SP00.A,D,CZK,EUR,SP00,A,2020-02-04,,"Czech koruna/Euro, 2:15 pm"
      EXR.M.CZK.EUR.SP00.A,M,CZK,EUR,SP00,A,2020-02,25.05,"Czech koruna/Euro, 2:15 pm"

      """
    #expect(try told(text) == ["CZK 2020-02-03 25.21"])
    #expect(try read(text).passedOver == 1)
  }

  @Test func `the data portal's columns name their series`() throws {
    let text = """
      DATE,TIME PERIOD,Czech koruna/Euro (EXR.D.CZK.EUR.SP00.A),US dollar/Euro (EXR.M.USD.EUR.SP00.A)
      2020-02-03,03 Feb 2020,25.21,1.1

      """
    #expect(try told(text) == ["CZK 2020-02-03 25.21"])
  }

  @Test func `digits and decimals stay as they are published`() throws {
    for text in ["366.90", "0.88693", "16519.82", "1.5", "7", "1936.27", "0.5000"] {
      #expect(try #require(ExactRate(text.utf8)).description == text)
    }
    for text in ["", "0", "0.00", "-1", "1,5", "1.5.2", "1e3", "N/A", "1234567890123456"] {
      #expect(ExactRate(text.utf8) == nil, "\(text)")
    }
    #expect(ExactRate("366.9".utf8) == ExactRate("366.90".utf8))
  }

  @Test func `what is no file of rates is told`() throws {
    func problem(_ text: String) -> String? {
      do {
        _ = try read(text)
        return nil
      } catch let problem as RateFileProblem {
        return problem.message
      } catch {
        return "\(error)"
      }
    }
    #expect(
      problem("name,city\na,b\n") == "rates has none of the layouts of the ECB's exchange rates.")
    #expect(
      problem("Date,CZK\n2020-02-30,25.1\n")?.hasPrefix("rates:2: found \"2020-02-30\"") == true)
    #expect(
      problem("Date,CZK\n2020-02-03,25x1\n")
        == "rates:2: found \"25x1\", expected a rate such as 26.455.")
    #expect(
      problem("Date,CZK\n2020-02-03,N/A\n") == "rates has no daily reference rate of the euro.")
    #expect(
      problem("Date,CZK\n1820-02-03,25.1\n")
        == "rates cannot be read: the euro had no rates on 1820-02-03.")
    #expect(
      problem("<Envelope><Cube></Envelope>")?.hasPrefix("rates cannot be read: line 1") == true)
    #expect(
      problem("<a><Cube time=\"2020-13-01\"/></a>")
        == "rates cannot be read: \"2020-13-01\" is not a day.")
  }
}

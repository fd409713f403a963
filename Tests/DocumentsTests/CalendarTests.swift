import Testing

@testable import Documents

@Suite struct `A calendar` {
  private func lines(_ events: [CalendarEvent]) -> [String] {
    let bytes = CalendarWriter.bytes(
      of: events, name: "BLUES", instant: "2021-03-31T12:00:00Z")
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test func `a stay and a deadline, to the byte`() {
    let stay = CalendarEvent(
      uid: "EX-001-stay@7.blues", summary: "EX-001: Aqua at Plasma", location: "Greifswald, DE",
      firstDay: "2020-12-28", lastDay: "2020-12-31", category: "Stay")
    let term = CalendarEvent(
      uid: "EX-001-payment@7.blues", summary: "Pay EX-001", description: "A; B\\C,\r\nD\nE\rF",
      firstDay: "2021-01-10", lastDay: "2021-01-10", alarms: [3, 0])
    #expect(
      lines([stay, term]) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//blues//blues calendar 1//EN",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:BLUES",
        "BEGIN:VEVENT", "UID:EX-001-stay@7.blues", "DTSTAMP:20210331T120000Z",
        "DTSTART;VALUE=DATE:20201228", "DTEND;VALUE=DATE:20210101",
        "SUMMARY:EX-001: Aqua at Plasma", "LOCATION:Greifswald\\, DE", "CATEGORIES:Stay",
        "TRANSP:TRANSPARENT", "END:VEVENT",
        "BEGIN:VEVENT", "UID:EX-001-payment@7.blues", "DTSTAMP:20210331T120000Z",
        "DTSTART;VALUE=DATE:20210110", "DTEND;VALUE=DATE:20210111", "SUMMARY:Pay EX-001",
        "DESCRIPTION:A\\; B\\\\C\\,\\nD\\nE\\nF", "TRANSP:TRANSPARENT",
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Pay EX-001", "TRIGGER:-P3D", "END:VALARM",
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Pay EX-001", "TRIGGER:PT0S", "END:VALARM",
        "END:VEVENT", "END:VCALENDAR", "",
      ])
  }

  @Test func `a line of 75 octets stays whole, and one more is folded`() {
    func folded(_ text: String) -> String {
      var lines = ContentLines()
      lines.add("SUMMARY", text: text)
      return String(decoding: lines.bytes, as: UTF8.self)
    }
    let fits = String(repeating: "a", count: 67)
    #expect(folded(fits) == "SUMMARY:\(fits)\r\n")
    #expect(folded(fits + "b") == "SUMMARY:\(fits)\r\n b\r\n")
    #expect(
      folded(fits + String(repeating: "b", count: 75))
        == "SUMMARY:\(fits)\r\n \(String(repeating: "b", count: 74))\r\n b\r\n")
  }

  @Test func `any text of any length is folded between characters and comes back`() {
    var dice = SplitMix64(seed: 5545)
    let letters = ["a", "ż", "€", "😀", ",", "\\", ";", " "]
    for length in 0..<200 {
      let text = (0..<length).map { _ in letters[Int(dice.next() % 8)] }.joined()
      var lines = ContentLines()
      lines.add("X", text: text)
      let whole = lines.bytes
      let parts = String(decoding: whole, as: UTF8.self).split(separator: "\r\n")
      #expect(parts.allSatisfy { $0.utf8.count <= 75 && !$0.unicodeScalars.contains("\u{FFFD}") })
      let joined = parts.enumerated().map { $0 == 0 ? $1 : $1.dropFirst() }.joined()
      #expect(Array(joined.utf8) == Array("X:".utf8) + ContentLines.escaped(text))
    }
  }

  @Test func `control characters and days in the wrong order cannot spoil it`() {
    #expect(ContentLines.escaped("a\u{0}b\u{7}\tc\u{7F}") == Array("ab\tc".utf8))
    let wrong = CalendarEvent(uid: "1", summary: "x", firstDay: "2021-03-02", lastDay: "2021-03-01")
    #expect(
      lines([wrong]).filter { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") } == [
        "DTSTART;VALUE=DATE:20210302", "DTEND;VALUE=DATE:20210303",
      ])
  }
}

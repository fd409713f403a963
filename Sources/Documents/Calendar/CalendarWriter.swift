internal import Basics

/// Writes entries as iCalendar (RFC 5545), which calendars of all makers read.
package enum CalendarWriter {
  /// The whole file: UTF-8, lines ended by CR LF and folded at 75 octets.
  ///
  /// The instant is when it is written, as ISO text in UTC, `2021-03-31T12:00:00Z`.
  package static func bytes(
    of events: [CalendarEvent], name: String, instant: String
  ) -> [UInt8] {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//blues//blues calendar 1//EN")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    // Not of the standard, but what calendars of all makers name themselves by.
    lines.add("X-WR-CALNAME", text: name)
    for event in events { add(event, instant, &lines) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  private static func add(
    _ event: CalendarEvent, _ instant: String, _ lines: inout ContentLines
  ) {
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: event.uid)
    lines.add("DTSTAMP", instant.filter { $0 != "-" && $0 != ":" })
    lines.add("DTSTART;VALUE=DATE", digits(event.firstDay))
    // The end is the first day that no longer belongs to the entry.
    lines.add("DTEND;VALUE=DATE", digits(max(event.firstDay, event.lastDay).adding(days: 1)))
    lines.add("SUMMARY", text: event.summary)
    if let description = event.description { lines.add("DESCRIPTION", text: description) }
    if let location = event.location { lines.add("LOCATION", text: location) }
    if let category = event.category { lines.add("CATEGORIES", text: category) }
    // Whoever keeps the list is not the one who travels.
    lines.add("TRANSP", "TRANSPARENT")
    for days in event.alarms {
      lines.add("BEGIN", "VALARM")
      lines.add("ACTION", "DISPLAY")
      lines.add("DESCRIPTION", text: event.summary)
      lines.add("TRIGGER", days == 0 ? "PT0S" : "-P\(days)D")
      lines.add("END", "VALARM")
    }
    lines.add("END", "VEVENT")
  }

  private static func digits(_ day: Day) -> String { day.iso.filter { $0 != "-" } }
}

package import Basics

/// Who made a page, for which grant, and from what: its foot, and the properties of its file.
package struct Imprint: Hashable, Sendable {
  /// The author in the properties of a file.
  package let author: String
  /// The line at the foot of each printed page, such as the acronym and the grant.
  package let running: String
  /// The day the page is about, which is also the day of its file.
  package let day: Day
  /// What the emblem of the Union is called where it has to be shown; nil where it need not.
  package let emblem: String?
  /// The data's date and the state of the project file.
  package let state: String
  /// The command that made the page, without paths.
  package var command: String?

  package init(
    author: String, running: String, day: Day, emblem: String?, state: String,
    command: String? = nil
  ) {
    self.author = author
    self.running = running
    self.day = day
    self.emblem = emblem
    self.state = state
    self.command = command
  }

  /// What the page was made from and by which command.
  package var origin: String {
    command.map { "\(state) Made by: \($0)" } ?? state
  }
}

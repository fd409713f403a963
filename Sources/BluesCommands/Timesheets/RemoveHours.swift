internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// Removes the hours of a day or a month: those of one work, or all of them.
struct RemoveHours: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove hours of a person on a day or in a month.",
    discussion: examples(
      "blues workpackage effort remove NP-1 2020-05-04 --wp WP1 --yes",
      "blues workpackage effort remove NP-1 2020-05 --yes",
      note: """
        With --wp or --task, the entry of that day or month and work is removed. Without them, all \
        hours of the day or of the whole month are.
        """))

  @OptionGroup var entry: HoursArguments
  @Option(
    help: "The work package, such as WP1; default: all work.", transform: { try Read.code($0) })
  var wp: WorkPackageCode?
  @Option(help: "The task, such as T1.2; default: all work.", transform: { try Read.code($0) })
  var task: TaskCode?
  @OptionGroup var confirmation: Confirmation
  @OptionGroup var write: WriteOptions

  var isDeclared: Bool { true }

  private var isAll: Bool { wp == nil && task == nil }

  func run() throws {
    let place = entry.worked.place
    let words = "\(entry.person) \(place)"
    try change(asking: "Remove \(isAll ? "all hours" : "the hours") of \(words)?", confirmation) {
      store in
      guard !isAll else {
        let removed = try store.timesheets.removeAll(
          of: entry.person, on: entry.worked.date(in: store))
        return Answer(
          "Removed \(removed.hours.text) hours of \(removed.person) \(place): "
            + "\(counted(removed.entries, "entry", "entries")).",
          .removed("\(removed.person) \(place)"))
      }
      let count = try store.timesheets.remove(
        entry.said(wp, task, in: store))
      return Answer(
        "Removed \(count == 1 ? "the hours" : "\(count) entries") of \(words).",
        .removed(words))
    }
  }
}

internal import ArgumentParser
internal import BluesCore

struct ActivityCommand: ParsableCommand {
  static let configuration = Activity.register.commands(
    abstract: "Trainings, events, missions, meetings, communication: from A1 on.",
    examples: "blues workpackage activity list --where type=training",
    "blues workpackage activity add A1 \"Training on labels\" --type training --wp WP1 --from 2020-10-05",
    "blues workpackage activity attend A1 C17 C18",
    "blues workpackage activity check",
    aliases: ["a"], besides: [Attend.self, Attendance.self, Participants.self, Check.self])

  /// Who took part in all activities.
  struct Participants: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "participant", abstract: "The participants of all activities, as a list.",
      discussion: examples(
        "blues workpackage activity participant list",
        "blues workpackage activity participant export -o participants.csv",
        "blues workpackage activity participant import participants.csv",
        note: """
          A row is a contact, found by its e-mail address, code or name, or a type of organisation \
          with the number of persons. A list of new contacts is imported with attendance.
          """),
      subcommands: [
        ListRows<ListedParticipant>.self, ImportRows<ListedParticipant>.self,
        ExportRows<ListedParticipant>.self,
      ])
  }
}

extension Activity: CommandedRecord {
  static var samples: RecordSamples {
    RecordSamples(
      list: ["--where type=communication --where status=delivered", "--sort -starts_on"],
      add: [
        "A1 \"Training on labels\" --type training --wp WP1 --from 2020-10-05 --hours 6",
        "A2 \"Kick-off in the press\" --kind press-release --audience industry --reach 4000",
      ],
      set: [
        "A1 --status delivered --satisfaction 4.5 --responses 18",
        "A2 --emblem yes --disclaimer no",
      ],
      shows: "Show one activity with participants, decisions and actions.")
  }
}

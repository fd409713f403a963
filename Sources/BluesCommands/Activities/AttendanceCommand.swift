internal import ArgumentParser
internal import Basics
internal import BluesCore

extension ActivityCommand {
  struct Attendance: ChangingCommand, FilledCommand {
    static let configuration = CommandConfiguration(
      commandName: "attendance",
      abstract: "Import a list of participants: contacts and who took part, in one step.",
      discussion: examples(
        "blues workpackage activity attendance A1 list.csv --partner NP",
        "blues workpackage activity attendance A1 list.xlsx --map Firma=organisation",
        "blues workpackage activity attendance A1 visitors.csv --guests --unmapped keep",
        note: """
          The list is imported as `blues partner contact import` does it, with the same options \
          and the same rejected rows. Every contact of the list that is not rejected is then a \
          participant. One undo removes both. Of members, the organisations join the cluster of \
          the partner; with --guests they do not.
          """))

    static var filled: [String] { ContactField.keys }

    @Argument(help: Activity.register.argument, transform: { try Read.code($0) })
    var code: ActivityCode
    @OptionGroup var list: ImportOptions
    @Flag(help: "They are guests, not members.")
    var guests = false
    @OptionGroup var contacts: ContactListOptions
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [list.file] }

    func run() throws {
      try change { store in
        let done = try contacts.bring(list, to: store, by: write) {
          reader, request, rejects, progress in
          try store.attendance.run(
            code, as: guests ? .guest : .member, reader, request, rejects: rejects,
            progress: progress)
        }
        let activity = try store.activities.one(code)
        var answer = ImportPage.answer(
          done.outcome, of: done.name, reused: done.reused, rejects: done.rejects,
          isRehearsal: write.isRehearsal, again: done.again)
        let joined = done.outcome.joined
        if joined > 0 {
          answer.remarks.append(
            "\(counted(joined, "organisation")) joined the cluster of its partner; for guests, add "
              + "--guests.")
        }
        if !write.isRehearsal { answer.remarks.append("\(code): \(activity.attendance)") }
        return answer
      }
    }
  }
}

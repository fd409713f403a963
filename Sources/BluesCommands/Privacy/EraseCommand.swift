internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ContactCommand {
  /// Erases a person.
  struct Erase: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase",
      abstract: "Erase a person from every record and from the history of the project.",
      discussion: examples(
        "blues partner contact erase C17 --because \"Request of 2021-03-01\" --dry-run",
        "blues partner contact erase C17 --because \"Request of 2021-03-01\" --yes",
        note: """
          It cannot be undone. Contacts that were merged into it go with it. What the law has to \
          be kept stays as Person C17, without its data. The person is put on the stop list. The \
          copies that blues made before it changed the layout are cleaned. Other files of the \
          folder that name the person, such as backups, are named, and not changed; PDF files \
          are not looked into.
          """))

    @Argument(help: "Its id, e-mail address, or a unique part of its name.")
    var contact: String
    @Option(help: "Why, such as the day of the request.")
    var because: String
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      if !write.isRehearsal, !confirmation.yes {
        try confirmation.ask("Erase \(contact)? It cannot be undone.", showing: try preview())
      }
      try change { store in
        let holders = try store.sharing.holders(ofContact: contact)
        var answer = Self.answer(try store.erasures.erase(contact, because: because))
        answer.remarks += holders.map {
          "\($0) has parcels with contacts: the next one says that the person is erased. Ask \($0) to "
            + "erase it, and to delete the files of earlier parcels."
        }
        return answer
      }
    }

    /// What would be done, in lines.
    private func preview() throws -> [String] {
      let store = try write.project.toWrite(
        CommandLookup.path(of: Self.self), isRehearsal: true)
      let erasure = try store.erasures.erase(contact, because: because)
      var lines = ["This would be done:"]
      lines += erasure.texts.map { "  \($0.place): \($0.count)" }
      lines += erasure.mentions.map { "  \($0.place): \($0.count) may name the person, and stay" }
      lines.append("  \(erasure.steps) steps of the history rewritten")
      lines += erasure.kept.map { "  kept: \($0.what), \($0.why)" }
      lines += erasure.files.map { "  only you can delete: \($0.path) (\($0.why))" }
      lines += erasure.alike.map { "  \($0) has the same name or address and stays" }
      return lines
    }

    private static func answer(_ erasure: Erasure) -> Answer {
      var blocks: [Block] = []
      if !erasure.texts.isEmpty {
        blocks.append(
          .table(
            Table(noun: "texts", fields: Erasure.Text.fields, rows: erasure.texts),
            title: "Texts that named the person"))
      }
      if !erasure.mentions.isEmpty {
        blocks.append(
          .table(
            Table(noun: "mentions", fields: Erasure.Text.fields, rows: erasure.mentions),
            title: "Texts that may name the person, and stay"))
      }
      if !erasure.kept.isEmpty {
        blocks.append(
          .table(
            Table(noun: "kept", fields: Erasure.Kept.fields, rows: erasure.kept),
            title: "Kept without the person's data"))
      }
      if !erasure.files.isEmpty {
        blocks.append(
          .table(
            Table(noun: "files", fields: Erasure.File.fields, rows: erasure.files),
            title: "Files that only you can delete"))
      }
      let outcome =
        erasure.isGone
        ? "Erased \(erasure.code)." : "Erased \(erasure.code); a row without data stays."
      var answer = Answer(
        outcome, details: blocks,
        Document(schema: "blues.erasure/1", blocks: [.facts(erasure.facts)] + blocks),
        remarks: erasure.alike.map {
          "\($0) has the same name or e-mail address; if it is the same person, erase it as well."
        }
          + erasure.staff.map {
            "\($0) of the staff has the same name, and stays: blues partner person show \($0)"
          })
      answer.failure = erasure.hindrance
      return answer
    }
  }
}

internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension ContactCommand {
  /// The options of what can be said of a contact by hand: every field, and the partner.
  enum Fields: OptionSource {
    static var described: [DescribedOption] {
      ContactField.allCases.map {
        DescribedOption($0.key, options: [$0.option], help: $0.help)
      } + [
        DescribedOption("partner", options: ["partner"], help: "The partner whose contact it is.")
      ]
    }
  }

  private static func draft(_ said: SaidOptions<Fields>, in store: Store) -> ContactDraft {
    var draft = ContactDraft()
    for field in ContactField.allCases { draft[field] = said[field.key] }
    // What is no day is refused with the rest of the contact.
    if let text = draft[.basisDate], let day = try? store.day(DateExpression(text)) {
      draft[.basisDate] = day.iso
    }
    draft.partner = said["partner"]
    draft.scope = "by hand"
    return draft
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add one contact.",
      discussion: examples(
        "blues partner contact add --organisation \"Aguas del Norte\" --name \"Ana Ruiz\" "
          + "--email ana@example.org --country ES --partner ZINNAE"))

    @OptionGroup var said: SaidOptions<Fields>
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        var warnings: [ContactCheck.Warning] = []
        let contact = try store.contacts.add(draft(said, in: store)) { warnings.append($0) }
        var answer = Answer(
          "Added \(contact.code) \(contact.title).", page(contact), remarks: warnings.map(\.remark))
        if try store.stopList.has(contact.known) {
          answer.remarks.append(
            "\(contact.code) is on the stop list; where the person wishes it, "
              + "blues partner contact stop remove ADDRESS takes it off.")
        }
        return answer
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change one contact; an empty value clears a field.",
      discussion: examples(
        "blues partner contact set C17 --position Director",
        "blues partner contact set ana@example.org --phone \"\""))

    @Argument(help: "Its id, e-mail address, or a unique part of its name.")
    var contact: String
    @OptionGroup var said: SaidOptions<Fields>
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        var warnings: [ContactCheck.Warning] = []
        let changed = try store.contacts.set(contact, draft(said, in: store)) {
          warnings.append($0)
        }
        return .changed(
          changed.code, page(changed), remarks: warnings.map(\.remark))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a contact that nothing else refers to.",
      discussion: examples(
        "blues partner contact remove C17", "blues partner contact remove ana@example.org --yes",
        note: "The history keeps it, so undo restores it; its organisation stays."))

    @Argument(help: "Its id, e-mail address, or a unique part of its name.")
    var contact: String
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change(asking: "Remove \(contact)?", confirmation) { store in
        let code = try store.contacts.remove(contact)
        return Answer("Removed \(code).", .removed(code))
      }
    }
  }
}

extension ContactCheck.Warning {
  /// What is said of it on stderr, as an import says it of a row.
  var remark: String { "Warning (\(rule.rawValue)): \(field.heading): \(reason)" }
}

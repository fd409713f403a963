internal import ArgumentParser
internal import BluesCore
internal import Documents

struct ShareInitCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin to share a project, or make a partner's copy of it.",
    discussion: examples(
      "blues share init --as BNPT",
      "blues share init --as NP --from BLUES-BNPT-NP-0001.parcel",
      note: """
        The coordinator begins: the project file becomes the coordinator's copy, and a secret key \
        is made beside it, as blues.db.key, unless it is there. A partner makes a key first, with \
        blues share key make, and then a copy from the first parcel of the coordinator. Every step \
        of the history knows its organisation.
        """))

  @Option(name: .customLong("as"), help: "The partner whose copy it is.")
  var partner: String
  @Option(
    name: .customLong("from"), help: "The first parcel of the coordinator.",
    completion: .file(extensions: ["parcel"]))
  var parcel: String?
  @OptionGroup var confirmation: Confirmation
  @OptionGroup var write: WriteOptions

  var inputs: [String] { parcel.map { [$0] } ?? [] }

  func run() throws {
    if let parcel { return try join(parcel) }
    try change { store in
      let file = KeyFile(ofProject: store.path)
      var made: (key: PublicKey, isNew: Bool)?
      func key() throws -> PublicKey {
        let found = try ShareKeyCommand.key(file, isRehearsal: write.isRehearsal)
        made = found
        return found.key
      }
      try store.sharing.start(as: partner, key: try key())
      guard let made else { throw KeyProblem.missing(file.path) }
      return Answer(
        "The project is shared; this file is the copy of \(partner).",
        ShareKeyCommand.page(partner, made.key, file),
        remarks: made.isNew && !write.isRehearsal
          ? ["A secret key was made: \(file.path). Keep a copy of it in a safe place."] : [])
    }
  }

  private func join(_ parcel: String) throws {
    let path = write.project.path ?? Environment.variable("BLUES_DB") ?? "blues.db"
    let invocation = try write.project.invocation(
      CommandLookup.path(of: Self.self), isRehearsal: write.isRehearsal)
    try write.output.refuseCards()
    try write.output.hold(sparing: KeptFiles(project: path, inputs: [parcel]))
    let joining = try Joining(parcel, as: partner, at: path, invocation: invocation)
    if !write.isRehearsal {
      try confirmation.ask(
        "Is \(joining.key.fingerprint) what \(joining.coordinator) reads out as the fingerprint?")
    }
    let file = KeyFile(ofProject: path)
    let page = ShareKeyCommand.page(partner, try file.existing().publicKey, file)
    guard let store = try joining.make(at: path, invocation: invocation) else {
      return try write.output.show(
        line: "Dry run, nothing was changed: the copy of \(partner) would be made in \(path).")
    }
    try write.output.answer(for: store) {
      Answer("Made the copy of \(partner) in \(path).", page)
    }
  }
}

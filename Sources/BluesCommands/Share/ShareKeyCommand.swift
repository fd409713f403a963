internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct ShareKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "The keys by which partners know each other's parcels.",
    discussion: examples(
      "blues share key make", "blues share key show", "blues share key list",
      "blues share key admit NP KEY --because \"Fingerprint read out by phone\"",
      "blues share key revoke \"01234 56789 01234 56789 01234 56789\" --because \"Laptop lost\"",
      note: """
        A key is made once. The secret one stays beside the project, in blues.db.key, and is in \
        no project file, backup, dump or parcel; the public one is sent to the others by mail. \
        Compare the fingerprint by phone before you admit a key.
        """),
    subcommands: [Show.self, List.self, Make.self, Admit.self, Revoke.self])

  static let schema = "blues.key/1"

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show your public key and its fingerprint.",
      discussion: examples("blues share key show", "blues share key show --json"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.hold(sparing: store.kept(reading: []))
      let path = ShareKeyCommand.project(store)
      let file = KeyFile(ofProject: path)
      let key = try file.existing().publicKey
      let partner =
        Environment.isThere(path) ? try store.toRead(for: output).sharing.organisation() : nil
      try output.show(ShareKeyCommand.page(partner, key, file))
    }
  }

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the keys of the partners, with those that are revoked.",
      discussion: examples(
        "blues share key list", "blues share key list --columns partner,public_key"))

    static var columns: [Column] { MemberKey.fields.map(\.column) }

    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let table = Table(
        noun: "keys",
        emptySentence: "No keys yet. Begin with `blues share init --as PARTNER`.",
        fields: MemberKey.fields, rows: try store.memberKeys.all())
      try list.show(table, of: store, schema: ShareKeyCommand.schema, title: "Keys")
    }
  }

  struct Make: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "make", abstract: "Make your key; the project file need not exist yet.",
      discussion: examples(
        "blues share key make", "blues share key make --db water/blues.db",
        note: """
          The secret key is written beside the project file, for you alone. The public key is \
          printed: send it to the coordinator.
          """))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.refuseCards()
      try output.hold(sparing: store.kept(reading: []))
      let file = KeyFile(ofProject: ShareKeyCommand.project(store))
      let key = try file.make().publicKey
      try output.show(ShareKeyCommand.page(nil, key, file))
      Console.say("Keep a copy of \(file.path) in a safe place: without it no parcel can be read.")
    }
  }

  struct Admit: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "admit", abstract: "Admit a public key of a partner.",
      discussion: examples(
        "blues share key admit NP KEY --because \"Fingerprint read out by phone\"",
        "blues share key admit NP KEY --because \"New laptop, read out by phone\"",
        note: "A partner may have several keys; parcels are sealed to the one admitted last."))

    @Argument(help: "The partner.")
    var partner: String
    @Argument(help: "The public key, 64 hexadecimal digits.")
    var key: String
    @Option(help: "Why, such as how the fingerprint was compared.")
    var because: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let admitted = try store.memberKeys.admit(PublicKey(key), of: partner, because: because)
        return Answer(
          "Admitted the key of \(admitted.partner) with the fingerprint "
            + "\(admitted.key.fingerprint).", ShareKeyCommand.page(admitted))
      }
    }
  }

  struct Revoke: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "Refuse what a key signs from now on.",
      discussion: examples(
        "blues share key revoke \"01234 56789 01234 56789 01234 56789\" --because \"Laptop lost\"",
        note: "What it signed before can still be verified."))

    @Argument(help: "The fingerprint, or the public key.")
    var memberKey: String
    @Option(help: "Why it is not to be trusted.")
    var because: String
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let revoked = try store.memberKeys.revoke(memberKey, because: because)
        return Answer("Revoked a key of \(revoked.partner).", ShareKeyCommand.page(revoked))
      }
    }
  }

  /// The project file that a key lies beside, whether it is there or not.
  static func project(_ store: StoreOptions) -> String {
    Environment.projectFile(store.path) ?? "blues.db"
  }

  /// The key beside a project, made where there is none; a dry run makes one and keeps it nowhere.
  static func key(_ file: KeyFile, isRehearsal: Bool) throws -> (key: PublicKey, isNew: Bool) {
    if let key = try file.read() { return (key.publicKey, false) }
    return (isRehearsal ? try file.tried() : try file.make().publicKey, true)
  }

  static func page(_ partner: String?, _ key: PublicKey, _ file: KeyFile) -> Document {
    Document(
      schema: schema,
      blocks: [
        .facts(
          Facts([
            Fact("partner", "Partner", .text(orEmpty: partner)),
            Fact("fingerprint", "Fingerprint", .text(key.fingerprint)),
            Fact("public_key", "Public key", .text(key.text)),
            Fact("file", "Secret key", .text(file.path)),
          ]))
      ])
  }

  static func page(_ key: MemberKey) -> Document {
    Document(schema: schema, blocks: [.facts(Facts(fields: MemberKey.fields, of: key))])
  }
}

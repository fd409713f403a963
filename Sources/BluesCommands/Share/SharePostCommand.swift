internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import PostOffice

struct SharePostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Parcels by way of a PostgreSQL server that keeps them.",
    discussion: examples(
      "blues share post setup --to postgresql://coordinator@db.example.org/post --admit np=NP",
      "blues share post send out --to postgresql://np@db.example.org/post",
      "blues share post fetch in --to postgresql://np@db.example.org/post",
      note: """
        The server has sealed parcels alone, and each partner's role reads its own. A password is \
        never in the address: libpq reads it from ~/.pgpass or the file that PGPASSFILE names, \
        from a service (PGSERVICE), or uses a certificate (sslcert, sslkey). What is fetched is \
        received and reviewed as from a folder.
        """),
    subcommands: [SharePostSetup.self, SharePostSend.self, SharePostFetch.self])
}

/// Where the post office is.
struct PostOptions: ParsableArguments {
  @Option(help: "The post office: postgresql://ROLE@HOST/DATABASE, without a password.")
  var to: String

  func office() throws -> PostOffice { try PostOffice(address: to) }

  /// Says it where others on the way could see who writes to whom.
  static func tell(_ link: PostLink) {
    guard link == .open else { return }
    Console.say("The connection is not encrypted; add ?sslmode=verify-full to the address.")
  }
}

struct SharePostSetup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup", abstract: "Make the post office, and say which role is which partner.",
    discussion: examples(
      "blues share post setup --to postgresql://coordinator@db.example.org/post",
      "blues share post setup --to postgresql://coordinator@db.example.org/post --admit np=NP",
      "blues share post setup --to postgresql://coordinator@db.example.org/post --revoke np",
      note: """
        Made once, in the database of the address; what is there already is left. Make the roles \
        before, such as with createuser --pwprompt np. The role that sets it up admits the others, \
        and reads no mail of theirs.
        """))

  @OptionGroup var post: PostOptions
  @Option(help: "A role and its partner, such as np=NP; may be repeated.")
  var admit: [String] = []
  @Option(help: "A role that is to send and fetch no longer; may be repeated.")
  var revoke: [String] = []
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (project, _) = try store.toRead(for: output).sharing.place()
    let admitted = try admit.map { word in
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ValidationError("--admit takes ROLE=PARTNER, such as np=NP, not \(word).")
      }
      return PostOffice.Member(role: parts[0], project: project, partner: parts[1])
    }
    let office = try post.office()
    let made = try office.setUp()
    for role in revoke { _ = try office.revoke(role: role, project: project) }
    for member in admitted { _ = try office.admit(member) }
    let members = try office.members().filter { $0.project == project }
    let table = Table(
      noun: "members", emptySentence: "No partner is admitted yet: --admit ROLE=PARTNER.",
      fields: Self.fields, rows: members)
    try output.show(
      page: Document(
        schema: "blues.post-office/1", title: "Post office",
        blocks: [
          .facts(
            Facts([
              Fact("made", "Made now", .flag(made.isNew)),
              Fact("owner", "Owner", .text(made.owner)),
            ])), .table(table),
        ]))
    if made.isAboveTheRules {
      Console.say("\(made.owner) is a superuser, who could read all sealed parcels.")
    }
    PostOptions.tell(made.link)
  }

  static let fields: [Field<PostOffice.Member>] = [
    Field("partner", "Partner", "The partner.", rank: .key) { .text($0.partner) },
    Field("role", "Role", "Its role on the server.", rank: .main) { .text($0.role) },
  ]
}

internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import PostOffice

struct SharePostSend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Bring parcels of this copy to the post office.",
    discussion: examples(
      "blues share post send out --to postgresql://np@db.example.org/post",
      "blues share post send out/BLUES-NP-BNPT-0003.parcel --to postgresql://np@db.example.org/post",
      note: """
        A parcel that is there already is not sent again, so the whole folder may be sent each \
        time. Parcels of others in it are left alone.
        """))

  @Argument(help: "A parcel, or a folder of them.", completion: .file(extensions: ["parcel"]))
  var file: String
  @OptionGroup var post: PostOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (project, organisation) = try store.toRead(for: output).sharing.place()
    let office = try post.office()
    var lines: [PostedLine] = []
    var link: PostLink?
    for path in try CarriedParcel.paths(at: file) {
      let parcel: CarriedParcel
      do {
        parcel = try CarriedParcel(path: path)
      } catch let problem as any Problem where path != file {
        lines.append(PostedLine(file: path, outcome: .refused, detail: problem.sentence))
        continue
      }
      let label = parcel.label
      var line = PostedLine(
        file: path, partner: label.recipient, sequence: label.sequence, outcome: .left,
        detail: "It is a parcel of \(label.sender).")
      if label.project != project {
        line.detail = "It is a parcel of another project."
      } else if label.sender == organisation {
        let sent = try office.send(parcel)
        link = sent.link
        line = PostedLine(
          file: path, partner: label.recipient, sequence: label.sequence,
          outcome: sent.isNew ? .sent : .there)
      }
      lines.append(line)
    }
    try output.show(page: PostedLine.page(lines, empty: "No parcel is in \(file)."))
    if let link { PostOptions.tell(link) }
    if lines.contains(where: { $0.outcome == .refused }) { throw ExitCode(someRejected) }
  }
}

struct SharePostFetch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Bring the parcels for this copy into a folder.",
    discussion: examples(
      "blues share post fetch in --to postgresql://np@db.example.org/post",
      note: """
        Then: blues share receive in. Parcels that the folder has are not fetched again. One that \
        is damaged or too large is named, and the others come; exit 3. What cannot be a parcel is \
        named once, and is not fetched again.
        """))

  @Argument(help: "The folder for the parcels.", completion: .directory)
  var folder: String
  @OptionGroup var post: PostOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let sharing = try store.toRead(for: output).sharing
    let (project, organisation) = try sharing.place()
    let found = try sharing.postFolder(folder)
    // What a fetch that was killed left.
    Leftovers.clear(besides: "\(folder)/in").forEach(Console.removed)
    var fetching = PostFetching(folder: found, project: project, organisation: organisation)
    let link = try fetching.fetch(from: post.office())
    try output.show(
      page: PostedLine.page(fetching.lines, empty: "No parcel for this copy is there."))
    if let link { PostOptions.tell(link) }
    if fetching.refusedBefore > 0 {
      Console.say(
        "\(counted(fetching.refusedBefore, "parcel")) that a fetch refused before "
          + "\(agreeing(fetching.refusedBefore, "is", "are")) left out, as \(fetching.list) says.")
    }
    if fetching.lines.contains(where: { $0.outcome == .refused }) {
      throw ExitCode(someRejected)
    }
  }
}

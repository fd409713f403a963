internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ProfileCommand {
  struct Import: ChangingCommand, FilledCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import hosts and visitors from a list.",
      discussion: examples(
        "blues exchange profile import profiles.csv",
        "blues exchange profile import profiles.xlsx --set partner=ZINNAE --unmapped ignore",
        note: """
          Fields: role (host, visitor or both), organisation, country, type, sectors, \
          technologies, offers, seeks, languages, available_from, available_to, \
          preferred_countries, activities, capacity, motivation, cv, eccp, partnership, city, \
          coordinates, assessment, assessed_on, assessment_note, partner, cluster. Several \
          entries are separated by semicolons or bars. An organisation is the same when name and \
          country are; a new one is added. Blank cells keep known values.
          """))

    static var filled: [String] { RecordList.profiles.fields.map(\.name) }

    @OptionGroup var list: ImportOptions
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [list.file] }

    func run() throws {
      try RecordImporting.run(.profiles, list, by: self)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export hosts and visitors as a list that imports again.",
      discussion: examples("blues exchange profile export -o profiles.csv"))

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let rows = try store.toRead(for: output).profiles.all()
      try RecordExporting.show(
        rows, Profile.exported, "profiles", "blues.profile/1", output)
    }
  }
}

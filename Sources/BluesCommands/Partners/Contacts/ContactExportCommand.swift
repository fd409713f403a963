internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ContactCommand {
  /// The contacts with every field.
  struct Export: DisclosingCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Export the contacts with every field, kept columns too.",
      discussion: examples(
        "blues partner contact export -o contacts.csv",
        "blues partner contact export --where country=ES -o spain.xlsx",
        "blues partner contact export --excel -o for-excel.csv",
        "blues partner contact export --limit 5 -o friends.vcf",
        "blues partner contact export --mail-merge --where language=fr -o letter.xlsx",
        "blues partner contact export --template xlsx -o members.xlsx",
        "blues partner contact export --where partner=NP --for \"Hotel Ibis\" -o guests.csv",
        note: """
          With --mail-merge, contacts that opted out, withdrew their consent to the purpose or \
          have no legal basis are left out and counted. The format is CSV unless --format or the \
          ending of -o says otherwise. An export can be imported again, to the same contacts. In \
          CSV and TSV, text that a spreadsheet would run as a formula gets an apostrophe in \
          front; numbers and telephone numbers do not. The history notes how many contacts were \
          exported and who got them (--for), and none of their data.
          """))

    static var columns: [Column] { ContactRows.fixed }

    @Flag(help: "CSV as Excel in Europe opens it: byte order mark, semicolons, CR LF.")
    var excel = false
    @Flag(
      name: .customLong("mail-merge"),
      help: "For letters: a row for each e-mail address and person, each address once.")
    var mailMerge = false
    @Option(help: MailPurpose.help, transform: Read.scope)
    var purpose: ConsentScope?
    @Option(help: "An empty workbook for partners to fill in: xlsx.")
    var template: TemplateForm?
    @Option(help: "Only the contacts of this partner.")
    var partner: String?
    @OptionGroup var disclosure: DisclosureOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func validate() throws {
      if excel, template != nil || list.output.chosenFormat(or: .csv) != .csv {
        throw ValidationError("--excel is a kind of CSV; leave it out for other forms.")
      }
      if purpose != nil, !mailMerge {
        throw ValidationError("--purpose is that of a letter; it goes with --mail-merge.")
      }
      try list.output.refuseOther(than: template)
    }

    func run() throws {
      var output = list.output
      try output.refuseMisnamed(sparing: store.kept(reading: []))
      guard template == nil else {
        output.format = .xlsx
        try output.hold(sparing: store.kept(reading: []))
        return try output.show(FormWorkbook.contacts)
      }
      output.format = output.chosenFormat(or: .csv)
      output.json = false
      let opened = try store.toRead(at: list.at, for: output)
      let wanted = try listing(opened)
      let dates = try opened.project.dates()
      defer { opened.tellDays() }
      let permission =
        mailMerge ? try opened.consents.permission(for: purpose ?? .newsletter) : nil
      let export = try opened.contacts.rows { rows in
        let export = ContactExport(
          listing: try ConditionReading(columns: rows.columns) { dates }.read(wanted),
          isMailMerge: mailMerge, permission: permission)
        return try output.stream { stream in
          try export.run(rows) { columns in
            try output.sink(
              layout(columns, output), header: !list.noHeader, isExcel: excel, to: stream)
          }
        }
      }
      if let remark = export.merge?.remark { Console.say(remark) }
      try note(
        .contacts, as: output.chosenFormat.rawValue, of: export.rows, outOf: opened, to: output)
    }

    private func layout(_ columns: [Column], _ output: OutputOptions) -> RowLayout {
      let hasKeys = !output.features.isDisjoint(with: [.nested, .people])
      return RowLayout(
        schema: Self.schema, noun: "contacts",
        columns: hasKeys ? ContactRows.keyed(columns) : columns,
        title: output.isPage ? "Contacts" : nil,
        cards: { CardSink(keys: $0, to: $1) })
    }

    private static let schema = "blues.contact/1"

    private func listing(_ store: Store) throws -> Listing {
      guard let partner else { return list.listing }
      let code = try store.partners.one(Read.code(partner)).code
      let wanted = list.listing
      return Listing(
        columns: wanted.columns, sort: wanted.sort,
        conditions: wanted.conditions + [try Condition(parsing: "partner=\(code)")],
        limit: wanted.limit)
    }
  }
}

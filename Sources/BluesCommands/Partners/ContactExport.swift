internal import BluesCore
internal import Documents

/// The contacts with a column for every heading that some list had beyond the fields.
enum ContactExport {
  static func table(
    _ contacts: [Contact], kept: [RowID: [ContactDraft.KeptCell]]
  ) -> Table {
    var headings: [String] = []
    var known: Set<[UInt8]> = []
    for contact in contacts {
      for cell in kept[contact.id] ?? [] where known.insert(Array(cell.heading.utf8)).inserted {
        headings.append(cell.heading)
      }
    }
    let extra = headings.map { heading in
      Field<Contact>(heading, heading, shown: false) { contact in
        .text(
          orEmpty: kept[contact.id]?.first { $0.heading.utf8.elementsEqual(heading.utf8) }?.text)
      }
    }
    let fields = Contact.fields.filter { !Contact.computed.contains($0.column.name) }
    return Table(noun: "contacts", fields: fields + extra, rows: contacts)
  }
}

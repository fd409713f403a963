internal import BluesCore
internal import Documents

/// The contacts with a column for every heading that some list had beyond the fields.
enum ContactExport {
  static func table(
    _ contacts: [Contact], kept: [RowID: [ContactDraft.KeptCell]]
  ) -> Table {
    var headings: [String] = []
    var known: Set<String> = []
    for contact in contacts {
      for cell in kept[contact.id] ?? [] where known.insert(cell.heading).inserted {
        headings.append(cell.heading)
      }
    }
    let extra = headings.map { heading in
      Field<Contact>(heading, heading, shown: false) { contact in
        .text(orEmpty: kept[contact.id]?.first { $0.heading == heading }?.text)
      }
    }
    return Table(noun: "contacts", fields: Contact.fields + extra, rows: contacts)
  }
}

internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ContactCommand {
  /// What can be said of a contact by hand.
  struct Draft: ParsableArguments {
    @Option(help: "The organisation.")
    var organisation: String?
    @Option(help: "The person's full name.")
    var name: String?
    @Option(help: "The person's position.")
    var position: String?
    @Option(help: "The e-mail address.")
    var email: String?
    @Option(help: "The telephone number.")
    var phone: String?
    @Option(help: "The mobile number.")
    var mobile: String?
    @Option(help: "The website.")
    var website: String?
    @Option(help: "Street and number.")
    var street: String?
    @Option(help: "The postcode.")
    var postcode: String?
    @Option(help: "The town.")
    var city: String?
    @Option(help: "The country, by code or name.")
    var country: String?
    @Option(help: "The sector it works in.")
    var sector: String?
    @Option(help: "A remark.")
    var note: String?
    @Option(help: "The organisation's VAT number.")
    var vat: String?
    @Option(help: "The organisation's participant identification code.")
    var pic: String?
    @Option(help: "The organisation's account.")
    var iban: String?
    @Option(help: "How many persons the organisation employs.")
    var employees: String?
    @Option(help: "The organisation's yearly turnover, in euros.")
    var turnover: String?
    @Option(name: .customLong("balance-total"), help: "Its balance sheet total, in euros.")
    var balanceTotal: String?
    @Option(
      help: "Why it may be kept: \(LegalBasis.allCases.map(\.rawValue).joined(separator: ", ")).")
    var basis: String?
    @Option(name: .customLong("basis-date"), help: "Since when, such as 2020-05-04.")
    var basisDate: String?
    @Option(help: "The partner whose contact it is.")
    var partner: String?

    var draft: ContactDraft {
      var draft = ContactDraft()
      let said: [(ContactField, String?)] = [
        (.organisation, organisation), (.name, name), (.position, position), (.email, email),
        (.phone, phone), (.website, website), (.street, street), (.postcode, postcode),
        (.city, city), (.country, country), (.sector, sector), (.note, note),
        (.mobile, mobile), (.vat, vat), (.pic, pic), (.iban, iban), (.employees, employees),
        (.turnover, turnover), (.balanceTotal, balanceTotal), (.basis, basis),
        (.basisDate, basisDate),
      ]
      for (field, value) in said { draft[field] = value }
      draft.partner = partner
      draft.scope = "by hand"
      return draft
    }
  }

  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add one contact.",
      discussion: examples(
        "blues partner contact add --organisation \"Aguas del Norte\" --name \"Ana Ruiz\" "
          + "--email ana@example.org --country ES --partner ZINNAE"))

    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let contact = try store.contacts.add(draft.draft)
        return Answer("Added \(contact.code) \(contact.title).", page(contact))
      }
    }
  }

  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change one contact; an empty value takes one away.",
      discussion: examples(
        "blues partner contact set C17 --position Director",
        "blues partner contact set ana@example.org --phone \"\""))

    @Argument(help: "Its id, e-mail address, or a part of its name that no other has.")
    var contact: String
    @OptionGroup var draft: Draft
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let changed = try store.contacts.set(contact, draft.draft)
        return Answer("Changed \(changed.code).", page(changed))
      }
    }
  }
}

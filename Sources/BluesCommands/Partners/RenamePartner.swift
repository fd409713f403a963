internal import ArgumentParser
internal import BluesCore

/// Gives a partner another short name.
struct RenamePartner: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give a partner another short name.",
    discussion: examples(
      "blues partner rename MCICT MAZOVIA --on 2021-06-30",
      note: "Lists that still use the former name find the partner by it."))

  @Argument(help: "The partner, such as MCICT.", transform: { try Read.code($0) })
  var code: PartnerCode
  @Argument(help: "The new short name.", transform: { try Read.code($0) })
  var name: PartnerCode
  @Option(help: "The day of the change; default: today.", transform: Read.date)
  var on: DateExpression?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      let partner = try store.partners.rename(code, to: name, on: store.dayOrToday(on))
      return Answer("Renamed partner \(code) to \(partner.code).", Partner.register.page(partner))
    }
  }
}

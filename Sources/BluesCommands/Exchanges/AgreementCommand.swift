internal import ArgumentParser
internal import BluesCore
internal import Documents

struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Fill in a paper to be signed: Commitment to Quality or financial agreement.",
    discussion: examples(
      "blues exchange agreement EX-001 --kind quality-commitment -o ctq.html",
      "blues exchange agreement EX-001 --kind financial-agreement --format markdown",
      note: """
        What is not known becomes a line to fill in, and is listed at the end. Print the page, \
        have it signed, and register it. The financial agreement shows the visitor's whole IBAN.
        """))

  @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
  var code: ExchangeCode
  @Option(help: "quality-commitment or financial-agreement.")
  var kind: Agreement.Kind
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let agreement = try store.toRead(for: output).agreements.agreement(kind, for: code)
    try output.show(
      agreement.document.made(by: "blues exchange agreement \(code) --kind \(kind.rawValue)"))
    guard !agreement.blanks.isEmpty else { return }
    Console.say("To fill in by hand: \(agreement.blanks.joined(separator: "; ")).")
  }
}

extension Agreement.Kind: OptionWord {}

internal import ArgumentParser
internal import BluesCore
internal import Documents

struct FindCommand: ParsableCommand, ColumnedCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find words in every kind of record, whatever their accents.",
    discussion: examples(
      "blues find agua", "blues find plasma nord --where kind=exchange", "blues find nano --json",
      note: """
        Titles, names, notes, mitigation of risks, documents, organisations, contacts, exchanges \
        with their papers and feedback, hosts and visitors. Every word must occur, at the start \
        of a word.
        """))

  static var columns: [Column] { Finding.fields.map(\.column) }

  @Argument(help: "The words to find.")
  var words: [String]
  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func validate() throws {
    let hasWord = words.contains {
      $0.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
    guard hasWord else {
      throw ValidationError("There are no words to find: give letters or numbers.")
    }
  }

  func run() throws {
    let words = words.joined(separator: " ")
    let store = try store.toRead(at: list.at, for: list.output)
    let table = Table(
      noun: "findings", emptySentence: "Nothing has the words \"\(words)\".",
      fields: Finding.fields,
      rows: try store.finder.find(words))
    try list.show(table, of: store, schema: "blues.find/1", title: "Found: \(words)")
  }
}

internal import Basics
internal import BluesCore
internal import Tabular

/// What a person says of a list, as far as the next list of the same name or source is read by it.
struct ListSaying {
  var list: ImportOptions
  var dateOrder: DateOrder?
  /// What lists of contacts take beside.
  var partner: String?
  var country: CountryCode?
  var source: String?
  var accepted: [ContactRule] = []
  /// What lists of amounts and hours take beside.
  var decimal: DecimalSign?
  var decimals: Hours.Decimals?
  /// The encoding of the last list, for a text that does not say its own.
  private(set) var usualEncoding: TextEncoding?
  /// Whether the last import named this list for the rows that it rejected.
  private(set) var isNamedRejects = false
  /// The options that are those of the last import.
  private(set) var reused: [RememberedOption.Word] = []

  /// Completes what is said with the options of the last import, as far as it says nothing of that.
  ///
  /// Of a file of rejected rows, which is ours, the reading is known.
  mutating func complete(with words: [String]) {
    let isMapped = list.mapped.mapping != nil
    let words = words.compactMap { RememberedOption.Word($0) }
    isNamedRejects = words.contains(Self.rejectsWord(list.list.name))
    // The list of another partner only has the same name.
    let last = words.first { $0.option == "partner" }?.value
    if let partner, let last, partner.asciiRaised != last.asciiRaised { return }
    for option in RememberedOption.all {
      let values = words.filter { $0.option == option.name }.map(\.value)
      guard !values.isEmpty, !(isMapped && option.isOfMapping),
        !(isOfRejects && option.isOfReading), isOfRejects || !option.isOfRejects
      else { continue }
      // What cannot be read any more is as if it had not been said.
      let taken = (try? option.take(&self, values)) ?? []
      reused += taken.map { RememberedOption.Word(option: option.name, value: $0) }
    }
  }

  /// Completes what is said with the options of the last import of this list by the store's command,
  /// unless they are to be left out.
  mutating func complete(from store: Store) throws {
    guard !list.forget, list.file != "-" || source != nil else { return }
    complete(
      with: try store.optionsOfLastImport(list: ListName.list(list.list.name), source: source))
  }

  /// The options that mended rows need again where no row was imported: no step of the history keeps
  /// them then.
  var neededAgain: [String] {
    let known = reused.map(\.typed)
    return RememberedOption.all.filter { !$0.isOfReading }
      .flatMap { option in
        option.values(self).map { RememberedOption.Word(option: option.name, value: $0).typed }
      }
      .filter { !known.contains($0) }
  }

  /// What is said, as the core takes it.
  func request(_ others: OtherColumns = .kept) throws -> ImportRequest {
    var request = try list.request(others)
    request.dateOrder = dateOrder
    request.decimal = decimal
    request.partner = partner
    request.country = country
    request.source = source ?? request.source
    request.accepted = Set(accepted)
    request.memory = memory
    return request
  }

  /// Reads the list; once that is done, what was settled is written where `--save-mapping` says.
  ///
  /// With fields, headings below other lines are looked for. What fails by an option of the last
  /// import is told with it.
  func take(
    _ request: ImportRequest, for write: WriteOptions, headings fields: [ImportField] = [],
    _ body: (RowReader, Progress) throws -> ImportOutcome
  ) throws -> ImportOutcome {
    var file = list.list
    file.usualEncoding = usualEncoding
    do {
      return try file.take(
        request, sparing: write.project, output: write.output, \.mapping
      ) { reader, progress in
        let placed =
          fields.isEmpty ? reader : try file.placed(reader, progress, request, fields)
        return try body(placed, progress)
      }
    } catch let problem as any Problem where !reused.isEmpty {
      throw RememberedProblem(problem: problem, options: reused.map(\.typed))
    }
  }

  /// Whether the list holds mended rows, for which all that was said of their list holds.
  var isOfRejects: Bool { ListName.isOfRejects(list.list.name) || isNamedRejects }

  /// What an import remembers of the file that `--rejects` names, by which that is found again.
  private static func rejectsWord(_ name: String) -> RememberedOption.Word {
    RememberedOption.Word(option: ListMemory.rejects, value: ListName.list(name))
  }

  /// Takes over an encoding, which only a text wants that does not say its own.
  mutating func takeUsual(_ encoding: TextEncoding) {
    usualEncoding = encoding
  }

  /// Gives a value for all rows that say none, before those of `--set`.
  mutating func give(_ field: String, _ value: String) {
    list.mapped.defaults.insert(.init(field: field, value: value), at: 0)
  }

  /// What is to be remembered of it; nil for a list without a name.
  var memory: ListMemory? {
    let name = list.list.name
    guard list.file != "-" || source != nil else { return nil }
    var words = RememberedOption.all.flatMap { option in
      option.values(self).map { RememberedOption.Word(option: option.name, value: $0).text }
    }
    if let usualEncoding { words.append("--encoding=\(usualEncoding.name)") }
    if let file = list.mapped.rejects {
      words.append(Self.rejectsWord(ListFile.lastPart(file)).text)
    }
    return ListMemory(list: ListName.list(name), source: source, options: words)
  }

  /// The options that were those of the last import, as they are typed; an encoding where the list was
  /// read by it.
  func told(_ reading: Tabular.Reading?) -> [String] {
    let told = reused.filter { word in
      guard word.option == "encoding", case .text(let text)? = reading?.kind else { return true }
      return text.encodingBasis == .given
    }
    return told.map(\.typed)
  }
}

import Basics
internal import BluesCore
internal import Tabular

/// The first line is the headings of a list, with tabs between them, the rest a mapping file: it
/// is read or refused with a sentence, and what is saved reads back as the same mapping.
func fuzzMapping(_ bytes: [UInt8]) -> CInt {
  let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
  let headings = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  let file: MappingFile
  do {
    file = try MappingFile(text: Array(bytes.dropFirst(line.count + 1)), name: "list.toml")
  } catch {
    precondition(error.message.utf8.starts(with: "list.toml".utf8), error.message)
    return 0
  }
  let text = file.toml(list: "list.csv", on: Day(number: 0))
  precondition(
    again(text).toml(list: "list.csv", on: Day(number: 0)).utf8.elementsEqual(text.utf8),
    "a mapping file reads back as another:\n\(text)")
  let request = ImportRequest(fileName: "list.csv", unmapped: .keep, file: file)
  guard let first = mapping(of: headings, request) else { return 0 }
  let saved = MappingFile(first, request, file.completing(ReadingOptions()))
  let savedText = saved.toml(list: "list.csv", on: Day(number: 0))
  let next = ImportRequest(fileName: "list.csv", unmapped: .keep, file: again(savedText))
  guard let second = mapping(of: headings, next) else {
    preconditionFailure("the saved mapping does not fit its list:\n\(savedText)")
  }
  precondition(
    targets(first) == targets(second), "the saved mapping is another one:\n\(savedText)")
  return 0
}

private func again(_ text: String) -> MappingFile {
  do {
    return try MappingFile(text: Array(text.utf8), name: "list.toml")
  } catch {
    preconditionFailure("what was saved is refused: \(error.message)\n\(text)")
  }
}

private func mapping(of headings: [String], _ request: ImportRequest) -> Mapping? {
  try? Mapping.settle(
    header: headings, width: headings.count, fields: ContactHeadings.fields, request: request)
}

private func targets(_ mapping: Mapping) -> [String] {
  mapping.columns.map { "\($0.target) \(String(describing: $0.transformation))" }
}

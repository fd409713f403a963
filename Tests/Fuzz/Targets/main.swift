internal import CFuzzer
internal import Glibc

// Usage: Fuzz TARGET [libFuzzer's options and folders]
let targets: [String: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt] = [
  "changesets": { fuzzChangesets(bytes($0, $1)) },
  "dumps": { fuzzDumps(bytes($0, $1)) },
  "hours": { fuzzHours(bytes($0, $1)) },
  "projects": { fuzzProjects(bytes($0, $1)) },
  "rates": { fuzzRates(bytes($0, $1)) },
  "cards": { fuzzCards(bytes($0, $1)) },
  "json": { fuzzJSON(bytes($0, $1)) },
  "mapping": { fuzzMapping(bytes($0, $1)) },
  "rows": { fuzzRows(bytes($0, $1)) },
  "encodings": { fuzzEncodings(bytes($0, $1)) },
  "workbooks": { fuzzWorkbooks(bytes($0, $1)) },
  "sheets": { fuzzSheets(bytes($0, $1)) },
]

func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

guard CommandLine.arguments.count > 1, let target = targets[CommandLine.arguments[1]] else {
  print("Usage: Fuzz \(targets.keys.sorted().joined(separator: "|")) [OPTIONS]")
  exit(64)
}
// libFuzzer takes the words after the target's name as its own.
var count = CommandLine.argc - 1
var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
exit(LLVMFuzzerRunDriver(&count, &words, target))

internal import Basics

/// The name of a file, as the number of an invoice is looked for in it.
///
/// Case, accents, punctuation and leading zeros make no difference: `f_2020-0114 Rail.pdf` has the number
/// `F2020/114`. A number is not looked for inside a date, or inside a longer number.
struct ReceiptName {
  /// Runs of letters or of digits, folded; digits without leading zeros.
  let pieces: [String]
  /// The same with leading zeros.
  private let written: [String]
  /// The days that the name has, and the pieces of each.
  private(set) var days: [(day: Day, pieces: Range<Int>)] = []

  init(_ text: String) {
    let written = Self.split(text)
    self.written = written
    pieces = written.map(Self.plain)
    for start in written.indices {
      if start + 3 <= written.count, let day = Self.day(Array(written[start..<start + 3])) {
        days.append((day, start..<start + 3))
      } else if written[start].count == 8, let day = Self.day(written[start]) {
        days.append((day, start..<start + 1))
      }
    }
  }

  /// What an invoice number is looked up by; none for a text without letters and digits.
  var keys: [String] {
    pieces.isEmpty ? [] : Self.keys(of: pieces[...], written[...])
  }

  /// How many signs an invoice number has.
  var length: Int { written.joined().drop { $0 == "0" }.utf8.count }

  /// The keys of every number that the name can have: those of its pieces that follow one another.
  var numbers: Set<String> {
    var keys: Set<String> = []
    for start in pieces.indices {
      for end in start..<min(start + Self.mostPieces, pieces.count) {
        let range = start..<end + 1
        guard !days.contains(where: { Self.isPart(range, of: $0.pieces) }) else { continue }
        keys.formUnion(Self.keys(of: pieces[range], written[range]))
      }
    }
    return keys
  }

  private static let mostPieces = 24

  /// Piece by piece without leading zeros, and all in one.
  private static func keys(
    of pieces: ArraySlice<String>, _ written: ArraySlice<String>
  ) -> [String] {
    [pieces.joined(separator: " "), "=\(written.joined().drop { $0 == "0" })"]
  }

  /// How many of the words of a supplier the name has.
  func words(of supplier: ReceiptName) -> Int {
    Set(supplier.pieces.filter { $0.count > 2 }).intersection(pieces).count
  }

  func has(_ day: Day?) -> Bool { days.contains { $0.day == day } }

  /// The number of a cost that the name begins with: 12 of `K12 hotel`.
  var cost: Int? {
    guard pieces.count > 1, pieces[0] == "k" else { return nil }
    return Int(pieces[1])
  }

  private static func isPart(_ range: Range<Int>, of whole: Range<Int>) -> Bool {
    whole.lowerBound <= range.lowerBound && range.upperBound <= whole.upperBound && range != whole
  }

  /// Runs of letters and runs of digits.
  private static func split(_ text: String) -> [String] {
    var runs: [[UInt8]] = []
    var last: Bool?
    for byte in Folding.folded(text).utf8 {
      guard byte.isAlphanumeric || byte >= 0x80 else {
        last = nil
        continue
      }
      if last == byte.isDigit, !runs.isEmpty {
        runs[runs.count - 1].append(byte)
      } else {
        runs.append([byte])
      }
      last = byte.isDigit
    }
    return runs.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func plain(_ run: String) -> String {
    let rest = run.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }

  /// A day in three pieces, the year first or last.
  private static func day(_ parts: [String]) -> Day? {
    guard parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    if parts[0].count == 4 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
    if parts[2].count == 4 { return Day(year: numbers[2], month: numbers[1], day: numbers[0]) }
    return nil
  }

  /// A day in eight digits, `20200514`.
  private static func day(_ run: String) -> Day? {
    guard let number = Int(run) else { return nil }
    return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}

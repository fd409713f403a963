/// Finds out which conventions a text follows from its first 64 KiB.
///
/// Every pair of delimiter and quote takes the sample apart; the one wins whose records have the
/// most alike number of cells and whose cells look most like cells (after van den Burg, Nazábal
/// and Sutton, "Wrangling messy CSV files by detecting row and type patterns", 2019).
struct DialectGuess {
  let dialect: Dialect
  /// Number of cells that most records have.
  let width: Int
  /// The records of the sample.
  let records: [DelimitedSample.Record]

  /// - Parameters:
  ///   - sample: the beginning of the text, without byte order mark.
  ///   - isWhole: whether the text ends with the sample.
  ///   - options: what the person said; it is not questioned.
  init(sample: [UInt8], isWhole: Bool, options: ReadingOptions) {
    (dialect, width, records) = sample.withUnsafeBufferPointer { bytes in
      let preamble = Preamble(of: bytes, given: options.preambleLines)
      let best = Self.best(bytes, from: preamble, isWhole: isWhole, options: options)
      let width = best.sample.usualWidth
      let isHeading = preamble.endsWithHeadings(bytes, width: width, delimiter: best.delimiter)
      let titles = options.preambleLines == nil && !isHeading ? best.sample.titleLines : 0
      let dialect = Dialect(
        delimiter: best.delimiter, quote: best.quote, newline: best.sample.newline,
        escape: Self.escape(bytes, from: preamble, best, isWhole: isWhole),
        padding: best.padding,
        preambleLines: options.preambleLines ?? preamble.lines - (isHeading ? 1 : 0) + titles)
      return (dialect, width, best.sample.records)
    }
  }

  /// A dialect that the sample may be written in, with its score.
  private struct Candidate {
    let delimiter: UInt8
    let quote: UInt8
    let sample: DelimitedSample
    var padding = Padding.none
  }

  private static let comma = UInt8(ascii: ",")
  private static let delimiters = [
    comma, UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"), UInt8(ascii: "#"),
  ]
  private static let double = UInt8(ascii: "\"")
  private static let single = UInt8(ascii: "'")

  private static func best(
    _ bytes: UnsafeBufferPointer<UInt8>, from preamble: Preamble, isWhole: Bool,
    options: ReadingOptions
  ) -> Candidate {
    func candidate(_ delimiter: UInt8, _ quote: UInt8) -> Candidate {
      Candidate(
        delimiter: delimiter, quote: quote,
        sample: DelimitedSample(
          bytes, from: preamble.bytes, delimiter: delimiter, quote: quote, isWhole: isWhole))
    }
    let asked = (options.delimiter ?? preamble.delimiter).map { [$0] } ?? delimiters
    var best = candidate(asked[0], options.quote ?? double)
    var bestScore = best.sample.score
    var all: [Candidate] = []
    for delimiter in asked {
      for quote in options.quote.map({ [$0] }) ?? [double, single] {
        let next = candidate(delimiter, quote)
        if quote == single, options.quote == nil {
          let plain = candidate(delimiter, double).sample
          guard next.sample.isClearlyQuoted,
            plain.quotedCells * 20 <= next.sample.quotedCells
          else { continue }
        }
        if delimiter == UInt8(ascii: "#"), options.delimiter == nil {
          guard next.sample.isUniform else { continue }
        }
        all.append(next)
        let score = next.sample.score
        let isBetterQuoted = delimiter == best.delimiter && quote == single
        if score > bestScore || (isBetterQuoted && score >= bestScore) {
          (best, bestScore) = (next, score)
        }
      }
    }
    if let outer = all.first(where: { next in
      next.delimiter != best.delimiter && next.quote == best.quote
        && next.sample.isOutside(best.sample)
    }) {
      best = outer
    }
    return padded(bytes, from: preamble, isWhole: isWhole, asked, options, unlike: best) ?? best
  }

  /// The best dialect with blanks before its quotes, if it is better than the best without.
  private static func padded(
    _ bytes: UnsafeBufferPointer<UInt8>, from preamble: Preamble, isWhole: Bool,
    _ asked: [UInt8], _ options: ReadingOptions, unlike plain: Candidate
  ) -> Candidate? {
    var best: Candidate?
    for delimiter in asked where delimiter != 0x20 {
      for quote in options.quote.map({ [$0] }) ?? [double, single]
      where hasPaddedQuotes(bytes, delimiter, quote) {
        let sample = DelimitedSample(
          bytes, from: preamble.bytes, delimiter: delimiter, quote: quote, takesPadding: true,
          isWhole: isWhole)
        guard sample.paddedQuotes >= 2, sample.brokenQuotes * 20 <= sample.quotedCells,
          sample.score > best?.sample.score ?? plain.sample.score.nextDown
        else { continue }
        best = Candidate(
          delimiter: delimiter, quote: quote, sample: sample,
          padding: sample.flushCells == 0 ? .always : .beforeQuotes)
      }
    }
    return best
  }

  /// Whether a delimiter, a blank and a quote follow each other somewhere.
  private static func hasPaddedQuotes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, _ quote: UInt8
  ) -> Bool {
    bytes.indices.dropFirst(2).contains { index in
      bytes[index] == quote && bytes[index - 1] == 0x20 && bytes[index - 2] == delimiter
    }
  }

  /// A backslash, if quotes behind one stand for themselves and fewer cells break that way.
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, from preamble: Preamble, _ best: Candidate, isWhole: Bool
  ) -> UInt8? {
    let backslash = UInt8(ascii: "\\")
    let isThere = bytes.indices.dropFirst().contains { index in
      bytes[index] == best.quote && bytes[index - 1] == backslash
    }
    guard isThere, best.sample.quotedCells > 0 else { return nil }
    let strict = DelimitedSample(
      bytes, from: preamble.bytes, delimiter: best.delimiter, quote: best.quote, escape: nil,
      takesPadding: best.padding != .none, isWhole: isWhole)
    return best.sample.brokenQuotes < strict.brokenQuotes ? backslash : nil
  }
}

extension DelimitedSample {
  /// How well the pair fits: alike records of many cells, times the share of cells that look
  /// like cells.
  var score: Double {
    var groups: [Int: Int] = [:]
    for record in records where !record.isBlank { groups[record.cells, default: 0] += 1 }
    guard !groups.isEmpty, cells > 0 else { return 0 }
    // Added up in the order of their widths: rounding must not depend on a dictionary's order,
    // or two equal scores would differ from one reading to the next.
    let pattern = groups.sorted { $0.key < $1.key }.reduce(0.0) { sum, group in
      sum + Double(group.value) * max(Double(group.key - 1), 0.001) / Double(group.key)
    }
    let typed = max(Double(typedCells) / Double(cells), 0.000_001)
    return pattern / Double(groups.count) * typed
  }

  /// Many cells in quotes, none of them broken.
  var isClearlyQuoted: Bool {
    quotedCells >= 2 && quotedCells * 10 >= cells && brokenQuotes * 20 <= quotedCells
  }

  /// All records have the same number of cells, more than two.
  var isUniform: Bool {
    let widths = Set(records.filter { !$0.isBlank }.map(\.cells))
    return widths.count == 1 && (widths.first ?? 0) > 2 && records.count > 1
  }

  /// The line end outside quotes.
  var newline: Newline {
    if lineEnds.count > 1 { return .mixed }
    return lineEnds.keys.first ?? .lf
  }

  /// The number of cells most records have; of equals the one that comes first.
  var usualWidth: Int {
    var groups: [Int: Int] = [:]
    for record in records where !record.isBlank { groups[record.cells, default: 0] += 1 }
    let most = groups.values.max() ?? 0
    return records.first { !$0.isBlank && groups[$0.cells] == most }?.cells ?? 1
  }

  /// Lines before the first record of the usual width, if they read like a title over a table:
  /// one cell each, few of them, and nearly all records below alike.
  var titleLines: Int {
    let width = usualWidth
    let first = records.firstIndex { !$0.isBlank && $0.cells == width } ?? 0
    let above = records[..<first]
    let below = records[first...].filter { !$0.isBlank }
    let alike = below.count { $0.cells == width }
    let isTitle =
      above.allSatisfy { $0.cells == 1 } && above.contains { !$0.isBlank } && width > 1
      && first <= 20 && below.count > 1 && alike * 5 >= below.count * 4
    return isTitle ? records[first].line - 1 : 0
  }
}

internal import Basics

/// The matches of many visitors as rows of texts, made a block at a time on two threads.
package struct MatchRows {
  /// The columns of a match, as data has them.
  package static let columns = [
    "visitor", "visitor_id", "visitor_country", "host", "host_id", "host_country", "score",
    "from", "to", "first_day", "last_day", "reasons", "blocked_by",
  ]

  let matches: Matches
  /// The most hosts of one visitor.
  let top: Int
  /// Whether near misses are wanted in place of matches.
  let areBlocked: Bool
  /// What stands between the items of a list.
  let separator: String

  package init(_ matches: Matches, top: Int, areBlocked: Bool, separator: String) {
    self.matches = matches
    self.top = top
    self.areBlocked = areBlocked
    self.separator = separator
  }

  /// Visitors of one block.
  private static let blockSize = 128

  /// Hands over every row, visitor after visitor, the best first; absent texts have no address.
  package func forEach(_ body: ([UnsafeBufferPointer<UInt8>]) throws -> Void) throws {
    let index = HostIndex(matches.catalogue)
    let starts = Array(
      stride(from: 0, to: matches.catalogue.visitors.count, by: Self.blockSize))
    var search = HostSearch(matches.catalogue, index)
    guard starts.count > 3 else {
      for start in starts { try block(start, &search).forEach(body) }
      return
    }
    let queue = BoundedQueue<MatchRowBlock>()
    let side = try WorkerThread {
      var search = HostSearch(matches.catalogue, index)
      for start in starts where start / Self.blockSize % 2 == 1 {
        guard queue.give(block(start, &search)) else { return }
      }
      queue.finish(.success(()))
    }
    defer {
      queue.stop()
      side.join()
    }
    for start in starts {
      if start / Self.blockSize % 2 == 0 {
        try block(start, &search).forEach(body)
      } else {
        try queue.take()?.forEach(body)
      }
    }
  }

  private func block(_ start: Int, _ search: inout HostSearch) -> MatchRowBlock {
    let end = min(start + Self.blockSize, matches.catalogue.visitors.count)
    var block = MatchRowBlock(matches, separator)
    for visitor in start..<end {
      if areBlocked {
        for host in matches.blockedHosts(of: visitor, top: top) { block.add(visitor, host) }
      } else {
        for found in search.best(top, of: visitor) { block.add(visitor, found.place) }
      }
    }
    return block
  }
}

/// Some rows of matches, with the bytes of all their texts.
struct MatchRowBlock: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends; below nothing where it is absent.
  private var ends: [Int] = []
  private let matches: Matches
  private let separator: String
  private var said = MatchSentences()

  init(_ matches: Matches, _ separator: String) {
    self.matches = matches
    self.separator = separator
  }

  mutating func add(_ visitor: Int, _ host: Int) {
    let catalogue = matches.catalogue
    let pair = MatchAssessment(catalogue, visitor: visitor, host: host)
    let one = catalogue.visitors[visitor]
    let other = catalogue.hosts[host]
    side(one)
    side(other)
    let score = pair.score(catalogue.weights)
    MatchScore.append(score, to: &bytes)
    end()
    day([one.from, other.from].compactMap { $0 }.max())
    day([one.to, other.to].compactMap { $0 }.min())
    let stay = catalogue.stay(pair, from: matches.today)
    day(stay?.lowerBound)
    day(stay?.upperBound)
    let reasons = MatchReasons(catalogue: catalogue)
    reasons.write(pair, to: &said)
    for index in 0..<said.count {
      if index > 0 { bytes += separator.utf8 }
      bytes += said[index]
    }
    end()
    if !pair.blocks.isEmpty { bytes += reasons.blocks(pair).joined(separator: separator).utf8 }
    end()
  }

  private mutating func side(_ profile: MatchProfile) {
    bytes += matches.catalogue.name(of: profile)
    end()
    bytes.append(UInt8(ascii: "O"))
    bytes.append(decimal: RowID(profile.organisation).running)
    end()
    if let country = CountrySet.country(profile.country) {
      bytes += country.code.utf8
      end()
    } else {
      ends.append(-1)
    }
  }

  private mutating func day(_ day: Day?) {
    guard let day else { return ends.append(-1) }
    let (year, month, dayOfMonth) = day.civil
    bytes.append(twoDigits: year / 100)
    bytes.append(twoDigits: year)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(twoDigits: month)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(twoDigits: dayOfMonth)
    end()
  }

  private mutating func end() { ends.append(bytes.count) }

  /// Hands over the rows; the texts may be looked at only until the body returns.
  func forEach(_ body: ([UnsafeBufferPointer<UInt8>]) throws -> Void) throws {
    let width = MatchRows.columns.count
    try bytes.withUnsafeBufferPointer { bytes in
      var row: [UnsafeBufferPointer<UInt8>] = []
      row.reserveCapacity(width)
      var start = 0
      for end in ends {
        if end < 0 {
          row.append(UnsafeBufferPointer(start: nil, count: 0))
        } else {
          row.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          start = end
        }
        guard row.count == width else { continue }
        try body(row)
        row.removeAll(keepingCapacity: true)
      }
    }
  }
}

/// Scores in writing: hundredths of a point as a number with two decimals.
package enum MatchScore {
  static func append(_ score: Int, to bytes: inout [UInt8]) {
    bytes.append(decimal: score / 100)
    bytes.append(UInt8(ascii: "."))
    bytes.append(twoDigits: score)
  }

  package static func text(_ score: Int) -> String {
    var bytes: [UInt8] = []
    append(score, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

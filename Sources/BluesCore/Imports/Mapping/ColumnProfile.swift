internal import Basics

/// What the cells of the first rows look like, column by column.
final class ColumnProfile {
  /// A look that a column has, and how surely.
  struct Look {
    let look: ValuePattern
    let likeness: ValuePattern.Similarity
  }

  /// Cells that must look alike before one is taken to be of a kind, in hundredths.
  private static let share = 80
  /// Filled cells without which nothing is settled by them.
  private static let fewest = 3

  private let sample: [[String]]
  private let country: CountryCode?
  private let blankWords: BlankWords
  private var seen: [Int: [Look]] = [:]

  init(sample: [[String]], country: CountryCode?, blankWords: BlankWords = BlankWords()) {
    self.blankWords = blankWords
    self.sample = sample
    self.country = country
  }

  /// The looks that at least four in five of the filled cells of a column have.
  func looks(of index: Int) -> [Look] {
    if let known = seen[index] { return known }
    let found = looks(of: filled(index))
    seen[index] = found
    return found
  }

  private func looks(of cells: [String]) -> [Look] {
    guard !cells.isEmpty else { return [] }
    return ValuePattern.allCases.compactMap { look in
      let found = cells.map { look.likeness(of: $0, country: country) }
      let telling = found.count { $0 == .telling }
      let alike = found.count { $0 > .none }
      guard alike * 100 >= cells.count * Self.share else { return nil }
      if look.isOfEachRow, Set(cells.map { look.key(of: $0) }).count * 2 < cells.count {
        return nil
      }
      let isTelling = look.isTelling && telling * 100 >= cells.count * Self.share
      return Look(look: look, likeness: isTelling ? .telling : .weak)
    }
  }

  /// Whether the cells of a column look like one thing, and like nothing else.
  func isPlain(_ index: Int) -> Bool {
    let looks = looks(of: index)
    return looks.count == 1 && looks[0].likeness == .telling
      && filled(index).count >= Self.fewest
  }

  /// Whether there are rows, and no cell of the column says anything.
  func isBlank(_ index: Int) -> Bool {
    !sample.isEmpty
      && sample.allSatisfy { row in
        index >= row.count || row[index].isEmpty || InvisibleSign.plain(row[index]).isEmpty
      }
  }

  /// The cells that say something; a word for nothing is as none.
  private func filled(_ index: Int) -> [String] {
    sample.compactMap { row in
      let cell = index < row.count ? row[index].trimmed : ""
      return cell.isEmpty || blankWords.contains(cell) ? nil : cell
    }
  }
}

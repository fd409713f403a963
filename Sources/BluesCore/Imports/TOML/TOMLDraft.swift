/// A table while its text is read: headers and dotted keys further down may still add to it.
final class TOMLDraft {
  /// What made the table, which decides what may add to it (TOML 1.0.0, "Table").
  enum Origin {
    /// Named on the way to another table, as `a` in `[a.b]`.
    case passing
    case header
    case dottedKey
  }

  /// What a key of the table holds so far.
  enum Item {
    case value(TOMLValue)
    case table(TOMLDraft)
    /// The elements of `[[key]]`; never empty.
    case tables([TOMLDraft])
  }

  var origin: Origin
  let depth: Int
  private var keys: [TOMLKey] = []
  private var items: [TOMLKey: (line: Int, item: Item)] = [:]

  init(_ origin: Origin, depth: Int) {
    self.origin = origin
    self.depth = depth
  }

  func item(_ key: TOMLKey) -> Item? { items[key]?.item }

  /// The line that a key is set in.
  func line(of key: TOMLKey) -> Int? { items[key]?.line }

  /// Sets a key, for the first time or to more than it was; its line stays the first one.
  func set(_ key: TOMLKey, to item: Item, line: Int) {
    if let known = items[key] {
      items[key] = (known.line, item)
    } else {
      keys.append(key)
      items[key] = (line, item)
    }
  }

  /// The table as it stands.
  var table: TOMLTable {
    TOMLTable(
      entries: keys.compactMap { key in
        guard let (line, item) = items[key] else { return nil }
        let value: TOMLValue =
          switch item {
          case .value(let value): value
          case .table(let draft): .table(draft.table)
          case .tables(let drafts): .list(drafts.map { .table($0.table) })
          }
        return TOMLTable.Entry(key: key.text, line: line, value: value)
      })
  }
}

/// A key of a TOML table.
///
/// Two keys are the same when their bytes are, as TOML has it; Swift's own
/// comparison takes `é` and `e` with an accent for one.
struct TOMLKey: Hashable, Sendable {
  let text: String

  static func == (one: TOMLKey, other: TOMLKey) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

/// What a TOML key is set to.
indirect enum TOMLValue: Sendable {
  case text(String)
  case integer(Int)
  case number(Double)
  case truth(Bool)
  /// A date, a time or both, as it is written.
  case moment(String)
  case list([TOMLValue])
  case table(TOMLTable)

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
  var list: [TOMLValue]? { if case .list(let list) = self { list } else { nil } }
  var table: TOMLTable? { if case .table(let table) = self { table } else { nil } }
}

/// A TOML table: its entries in the order of the text, no key twice.
struct TOMLTable: Sendable {
  /// A key and its value, with the line that the key stands in, counted from 1.
  struct Entry: Sendable {
    let key: String
    let line: Int
    let value: TOMLValue
  }

  let entries: [Entry]

  /// The entry with a key; tables are small, so they are looked through.
  subscript(_ key: String) -> Entry? { entries.first { $0.key == key } }
}

/// Why a text is not TOML, with the place, both counted from 1.
struct TOMLFault: Error, Equatable {
  let line: Int
  let column: Int
  /// What is wrong there, without a full stop.
  let sentence: String
  var hint: String?
}

internal import Basics

/// Cards as rows, one to a card, under the keys of contacts.
final class CardRows: RowSource {
  let reading: Reading
  let header: [String]?
  let width: Int

  let cards: CardReader
  /// Keys that the first cards hold and cards have no property for.
  private let others: [[UInt8]]

  private let beginning: HeadSample
  private var groups = 0
  private var things = 0

  init(input: RawInput, options: ReadingOptions) throws(TabularProblem) {
    beginning = HeadSample(bytes: input.head, options: options)
    others = try Self.others(in: input.head, options)
    cards = try CardReader(input: input, options: options)
    reading = Reading(kind: .cards(cards.reading), preambleLines: 0)
    let header = CardField.keys + others.map { String(decoding: $0, as: UTF8.self) }
    self.header = header
    width = header.count
  }

  func forEach(_ body: (borrowing Row) throws -> Void) throws {
    var row = RowBuilder()
    while let card = try cards.next() {
      guard !card.isGroup else {
        groups += 1
        continue
      }
      guard !card.isThing else {
        things += 1
        continue
      }
      fill(&row, from: card)
      try row.hand(to: body)
    }
  }

  var remarks: [String] {
    let ofGroups = "\(counted(groups, "card")) of \(agreeing(groups, "a group", "groups")) ignored"
    let ofThings =
      "\(counted(things, "card")) of "
      + agreeing(
        things, "a place, device or program ignored", "places, devices or programs ignored")
    return (groups == 0 ? [] : [ofGroups]) + (things == 0 ? [] : [ofThings])
  }

  func firstRows(_ count: Int) -> [[String]] {
    beginning.rows(count) { (input, options) throws(TabularProblem) in
      try CardRows(input: input, options: options)
    }
  }

  private func fill(_ row: inout RowBuilder, from card: Card) {
    row.begin(line: card.line, width: width)
    if let fault = card.fault { row.fail(fault) }
    guard card.outside.isEmpty else { return row.fallApart(into: card.outside) }
    var properties = card.properties
    var cells = [[UInt8]](repeating: [], count: others.count)
    properties.removeAll { property in
      guard let (key, value) = CardExact.read(property), let column = others.firstIndex(of: key)
      else { return false }
      cells[column] = value
      return true
    }
    let contact = CardContact(properties)
    if let fault = contact.fault { row.fail(fault) }
    var record = CardExact.settled(contact.record, properties)
    // A key that came up too late to be a column is kept with the lines that have none.
    for property in properties {
      guard let (key, _) = CardExact.read(property), CardExact.field(of: key) == nil else {
        continue
      }
      record[.vcard] += record[.vcard].isEmpty ? property.raw : [LineEnds.lf] + property.raw
    }
    for field in CardField.allCases { row.set(field.rawValue, to: record[field]) }
    for (index, cell) in cells.enumerated() { row.set(CardField.keys.count + index, to: cell) }
  }

  private static func others(
    in head: [UInt8], _ options: ReadingOptions
  ) throws(TabularProblem) -> [[UInt8]] {
    let first = try CardReader(source: .bytes(head), options: options)
    var keys: [[UInt8]] = []
    while let card = try? first.next() {
      for property in card.properties {
        guard let (key, _) = CardExact.read(property), CardExact.field(of: key) == nil,
          !keys.contains(key)
        else { continue }
        keys.append(key)
      }
    }
    return keys
  }
}

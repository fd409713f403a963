internal import BluesCore
internal import Documents

/// The contacts on their way out: chosen, shaped, and written as they come.
///
/// Only an order asked for, or a page for people, holds them all at once.
struct ContactExport {
  let listing: Listing
  /// Whether each row is a person who can be written to, instead of a contact.
  let isMailMerge: Bool
  /// Who may be written to; without one nobody is asked.
  var permission: MailPermission?

  /// Writes the rows wanted; a sink is made once the columns are known.
  ///
  /// - Returns: How many rows it wrote, and the mail merge, which tells whom it left out; nil for
  ///   contacts.
  @discardableResult
  func run(
    _ rows: ContactRows, into makeSink: ([Column]) throws -> any RowSink
  ) throws -> (rows: Int, merge: MailMerge?) {
    guard listing.sort.isEmpty else {
      let (table, merge) = try table(rows)
      let sink = try makeSink(table.columns)
      for row in table.rows { try sink.write(cells: row) }
      try sink.finish()
      return (table.rows.count, merge)
    }
    let merge = try mailMerge(rows.columns)
    let columns = merge?.columns ?? rows.columns
    let positions = try shape.selection(over: columns).positions
    let sink = try makeSink(positions.map { columns[$0] })
    let isWhole = positions.elementsEqual(columns.indices)
    let most = listing.limit.map { max(0, $0) } ?? Int.max
    var count = 0
    try each(rows, merge) { row in
      guard count < most else { throw Enough() }
      count += 1
      try sink.write(isWhole ? row : positions.map { row[$0] })
    }
    try sink.finish()
    return (count, merge)
  }

  /// The rows wanted as a table, for pages and for an order.
  func table(_ rows: ContactRows) throws -> (table: Table, merge: MailMerge?) {
    let merge = try mailMerge(rows.columns)
    var cells: [[Cell]] = []
    try each(rows, merge) { row in
      cells.append(
        row.map { $0.baseAddress == nil ? .empty : .text(String(decoding: $0, as: UTF8.self)) })
    }
    let columns = merge?.columns ?? rows.columns
    return (try shape.apply(to: Table(noun: "contacts", columns: columns, rows: cells)), merge)
  }

  /// What letters want beyond the usual is what the columns and the order speak of.
  private func mailMerge(_ columns: [Column]) throws -> MailMerge? {
    guard isMailMerge else { return nil }
    let names = Listing(columns: shape.names)
    return MailMerge(
      columns, also: try names.selection(over: columns).positions, permission: permission)
  }

  /// No more rows are wanted.
  private struct Enough: Error {}

  /// The conditions are put to the contacts, all else to what is made of them.
  private var shape: Listing {
    Listing(columns: listing.columns, sort: listing.sort, limit: listing.limit)
  }

  private func each(
    _ rows: ContactRows, _ merge: MailMerge?,
    _ body: ([UnsafeBufferPointer<UInt8>]) throws -> Void
  ) throws {
    let choice = try Listing(conditions: listing.conditions).selection(over: rows.columns)
    do {
      try rows.forEach { row in
        guard try choice.takes(row) else { return }
        guard let merge else { return try body(row) }
        try merge.each(row, body)
      }
    } catch is Enough {}
  }
}

internal import Basics
internal import Tabular

/// Stores the costs of a list whose cells can be read as they stand, new ones in blocks.
///
/// A row that is of a known cost, that has a cell in another form or that is refused takes the way of
/// every list, which knows what to do with it and what to say of it.
final class PlainCosts {
  private let list: ListedRecords<CostLine>
  private let new: NewCosts
  private var cells: CostCells?

  init(_ list: ListedRecords<CostLine>) throws {
    self.list = list
    new = try NewCosts(list.write)
  }

  /// Makes ready for the rows of a list; answers whether any can be taken.
  func begin(_ reader: ListReader, _ request: ImportRequest) -> Bool {
    guard list.repeats == .once, !list.hasRemoved, let columns = PlainColumns(reader, request)
    else { return false }
    cells = CostCells(columns, reader, list)
    return cells != nil
  }

  /// Stores a row; nil where it has to take the way of every list.
  func put(_ row: borrowing Tabular.Row) throws -> RecordList.Verdict? {
    guard let keyed = list.keyed, let code = keyed.next,
      var read = cells?.read(row, code), !read.cost.partner.isEmpty
    else { return nil }
    let keys = keyed.digests(of: read.cost)
    guard let key = keys.first, !keyed.has(key) else { return nil }
    var said = Changes([:])
    do {
      try CostLine.register.rules.check(&read.cost, nil, &said, list.context)
    } catch is Refusal {
      return nil
    } catch is AttributeProblem {
      return nil
    }
    try new.add(read.cost, read.places)
    list.earlier.note(code, cells?.said ?? [], line: row.line)
    keyed.note(code, by: keys)
    var verdict = RecordList.Verdict.created
    verdict.doubts = try list.doubts(of: read.cost)
    return verdict
  }

  /// Writes what waits, before a row goes another way.
  func flush() throws { try new.flush() }

  /// Writes what waits; the indexes are whole again.
  func finish() throws { try new.finish() }
}

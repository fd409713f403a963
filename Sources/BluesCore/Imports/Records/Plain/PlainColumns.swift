internal import Basics
internal import Tabular

/// The columns of a list whose cells can be read as they stand, by the fields that they fill.
struct PlainColumns {
  private var places: [String: Int] = [:]

  /// Nil where a column needs more than its cell: a transformation, a value that is given, a sign to be
  /// taken off, or a column that is kept.
  init?(_ rows: ListReader, _ request: ImportRequest) {
    guard rows.isPlain, request.given.isEmpty, request.mostRows == nil else { return nil }
    for column in rows.mapping.columns {
      switch column.target {
      case .ignored where !column.isPassedOver: continue
      case .field(let name) where column.transformation == nil && places[name] == nil:
        places[name] = column.number - 1
      case .ignored, .field, .fields, .more, .kept: return nil
      }
    }
  }

  /// The index of the column that fills a field.
  subscript(field: String) -> Int? { places[field] }

  /// A cell that can be read as it stands, blank where the row has none; nil for one with blanks or
  /// signs that nobody sees, or with the apostrophe that our own lists put before a formula.
  static func cell(
    _ index: Int?, of row: borrowing Tabular.Row
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let index, index < row.count, let first = row[index].first else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let cell = row[index]
    let isPlain = first != 0x27 && CellText.trimmed(cell).count == cell.count
    return isPlain && !CellText.hasInvisible(cell) ? cell : nil
  }

  /// How many fields have a column.
  var count: Int { places.count }
}

internal import Basics
internal import Tabular

/// Reads costs from cells as they stand: codes and words, days in ISO form, plain amounts, and texts.
struct CostCells {
  /// The rows that a cost refers to.
  struct Places {
    var partner: Int64 = 0
    var workPackage: Int64?
    var task: Int64?
    var period: Int64?
  }

  /// What a column of a list of costs fills.
  private enum Field: String {
    case partner, category, task, description, supplier, invoice, amount, currency, vat, foreseen
    case id, evidence, note
    case workPackage = "work_package"
    case incurredOn = "incurred_on"
    case paidOn = "paid_on"
    case isVATDeductible = "vat_deductible"
    case isOutsideExchanges = "outside_exchanges"
    case chargedIn = "charged_in"
  }

  /// A column, with the place of its field among those that a row can say.
  private struct Column {
    let field: Field
    let index: Int
    let place: Int
    /// The decimal sign of its amounts, where it is known.
    let sign: DecimalSign?
  }

  private let context: RecordContext
  private let blankWords: BlankWords
  private var columns: [Column] = []
  /// By the places of columns.
  private var references: [ByteCache<(id: Int64, code: String)>]
  private var categories = ByteCache<String>()
  private var currencies = ByteCache<Currency>()
  private var answers = ByteCache<YesNo>()
  /// A digest of what the row says for each name; 0 where it says nothing.
  private(set) var said: [Int]

  /// Nil where a column fills something else.
  init?(_ plain: PlainColumns, _ reader: ListReader, _ list: ListedRecords<CostLine>) {
    context = list.context
    blankWords = reader.blankWords
    said = Array(repeating: 0, count: list.names.count)
    references = Array(repeating: ByteCache(), count: list.names.count)
    for (place, name) in list.names.enumerated() {
      guard let index = plain[name] else { continue }
      guard let field = Field(rawValue: name) else { return nil }
      columns.append(
        Column(field: field, index: index, place: place, sign: reader.decimalSign(of: index)))
    }
    guard columns.count == plain.count else { return nil }
  }

  /// A cost with the rows that it refers to; nil where a cell has another form.
  mutating func read(
    _ row: borrowing Tabular.Row, _ code: CostCode
  ) -> (cost: CostLine, places: Places)? {
    var cost = CostLine(code: code)
    var places = Places()
    for column in columns {
      said[column.place] = 0
      guard let cell = PlainColumns.cell(column.index, of: row) else { return nil }
      if cell.isEmpty { continue }
      guard let digest = take(cell, column, &cost, &places) else { return nil }
      said[column.place] = digest
    }
    // A task without its work package, or with another one, is looked at as a single cost is.
    if let task = cost.task, (try? TaskCode(task))?.workPackage.description != cost.workPackage {
      return nil
    }
    return (cost, places)
  }

  /// Reads a cell, and answers with the digest of what it says; nil where it has another form.
  private mutating func take(
    _ cell: UnsafeBufferPointer<UInt8>, _ column: Column, _ cost: inout CostLine,
    _ places: inout Places
  ) -> Int? {
    switch column.field {
    case .partner:
      guard let found = reference(cell, column, Partner.target) else { return nil }
      (places.partner, cost.partner) = found
    case .workPackage:
      guard let found = reference(cell, column, WorkPackage.target) else { return nil }
      (places.workPackage, cost.workPackage) = found
    case .task:
      guard let found = reference(cell, column, PlanTask.target) else { return nil }
      (places.task, cost.task) = found
    case .chargedIn:
      guard let found = reference(cell, column, Period.target) else { return nil }
      (places.period, cost.chargedIn) = found
    case .category:
      guard let code = category(cell) else { return nil }
      cost.category = code
    case .currency:
      guard let currency = Self.word(cell, &currencies, blankWords, { Currency($0) }) else {
        return nil
      }
      cost.currency = currency
    case .incurredOn:
      guard let day = Day(iso: cell) else { return nil }
      cost.incurredOn = day
    case .paidOn:
      guard let day = Day(iso: cell) else { return nil }
      cost.paidOn = day
    case .amount:
      guard let cents = cents(of: cell, column.sign) else { return nil }
      cost.amount = cents
      return digest(of: cents, in: cell)
    case .vat:
      guard let cents = cents(of: cell, column.sign) else { return nil }
      cost.vat = cents
      return digest(of: cents, in: cell)
    case .isVATDeductible:
      guard let answer = answer(cell) else { return nil }
      cost.isVATDeductible = answer
    case .foreseen:
      guard let answer = answer(cell) else { return nil }
      cost.isForeseen = answer
    case .isOutsideExchanges:
      guard let answer = answer(cell) else { return nil }
      cost.isOutsideExchanges = answer
    case .description: cost.description = String(decoding: cell, as: UTF8.self)
    case .supplier: cost.supplier = String(decoding: cell, as: UTF8.self)
    case .invoice: cost.invoice = String(decoding: cell, as: UTF8.self)
    case .id: cost.sender = String(decoding: cell, as: UTF8.self)
    case .evidence: cost.evidence = String(decoding: cell, as: UTF8.self)
    case .note: cost.note = String(decoding: cell, as: UTF8.self)
    }
    return EarlierRows<CostCode>.digest(of: cell)
  }

  private mutating func reference(
    _ cell: UnsafeBufferPointer<UInt8>, _ column: Column, _ target: RecordTarget
  ) -> (Int64, String)? {
    if let known = references[column.place][cell] { return known }
    let text = String(decoding: cell, as: UTF8.self)
    guard let id = try? context.id(text, in: target),
      let code = try? context.code(text, in: target)
    else { return nil }
    references[column.place].note(cell, (id, code))
    return (id, code)
  }

  private mutating func category(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    if let known = categories[cell] { return known }
    let text = String(decoding: cell, as: UTF8.self)
    guard let found = try? context.costCategories().meant(by: text) else { return nil }
    categories.note(cell, found.code)
    return found.code
  }

  private mutating func answer(_ cell: UnsafeBufferPointer<UInt8>) -> YesNo? {
    Self.word(cell, &answers, blankWords) { YesNo(listed: $0) }
  }

  /// A word that stands for a value, unless it is one that means nothing.
  private static func word<Value>(
    _ cell: UnsafeBufferPointer<UInt8>, _ cache: inout ByteCache<Value>, _ blanks: BlankWords,
    _ read: (String) -> Value?
  ) -> Value? {
    if let known = cache[cell] { return known }
    let text = String(decoding: cell, as: UTF8.self)
    guard !blanks.empties(text, of: .typed), let value = read(text) else { return nil }
    cache.note(cell, value)
    return value
  }

  /// Whole cents of `1234`, `-1234.5` or `1234.50`, or with a comma where the column has that.
  private func cents(of cell: UnsafeBufferPointer<UInt8>, _ sign: DecimalSign?) -> Int? {
    var (cents, decimals, index) = (0, -1, 0)
    let isNegative = cell[0] == 0x2D
    if isNegative { index = 1 }
    guard cell.count - index <= 12, index < cell.count, cell[index].isDigit else { return nil }
    while index < cell.count {
      let byte = cell[index]
      if byte.isDigit {
        cents = cents * 10 + Int(byte & 0x0F)
        if decimals >= 0 { decimals += 1 }
      } else if decimals < 0, let sign, byte == (sign == .point ? 0x2E : 0x2C) {
        decimals = 0
      } else {
        return nil
      }
      index += 1
    }
    switch decimals {
    case -1: cents *= 100
    case 1: cents *= 10
    case 2: break
    default: return nil
    }
    return isNegative ? -cents : cents
  }

  /// The digest of an amount as our lists write it, which most cells do.
  private func digest(of cents: Int, in cell: UnsafeBufferPointer<UInt8>) -> Int {
    if cell.count > 3, cell[cell.count - 3] == 0x2E, cell[0] != 0x30, cell[0] != 0x2D {
      return EarlierRows<CostCode>.digest(of: cell)
    }
    var text = Money(cents: Int64(cents)).decimal
    return text.withUTF8 { EarlierRows<CostCode>.digest(of: $0) }
  }
}

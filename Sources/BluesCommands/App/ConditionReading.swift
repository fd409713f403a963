internal import Basics
internal import BluesCore
internal import Documents

/// Reads the values of conditions as people write them: days become ISO, names of countries codes.
struct ConditionReading {
  let columns: [Column]
  /// What days are counted from; asked where a condition has one that is not ISO.
  let dates: () throws -> DateContext

  /// The same listing with its conditions read.
  ///
  /// - Throws: `ListingProblem` for an unknown column or a value that cannot be one of its column,
  ///   `DateProblem` for a day that says too little.
  func read(_ listing: Listing) throws -> Listing {
    var conditions: [Condition] = []
    for condition in listing.conditions {
      let place = try listing.position(of: condition.column, in: columns)
      conditions.append(try read(condition, of: columns[place]))
    }
    return Listing(
      columns: listing.columns, sort: listing.sort, conditions: conditions, limit: listing.limit)
  }

  private func read(_ condition: Condition, of column: Column) throws -> Condition {
    guard !condition.value.isEmpty else { return condition }
    switch column.kind {
    case .day, .writtenDay, .time:
      guard condition.relation != .contains else { return condition }
      return condition.with(try day(condition))
    case .due: return try due(condition, column)
    case .country, .countries:
      return condition.with(CountryCode(spelled: condition.value)?.code ?? condition.value)
    default: return condition
    }
  }

  /// The day in ISO form; a month or a year as it is.
  private func day(_ condition: Condition) throws -> String {
    let text = condition.value
    guard !Condition.isDay(text) else { return text }
    let expression: DateExpression
    do throws(DateProblem) {
      expression = try DateExpression(text)
    } catch .notADate {
      throw ListingProblem.wrongValue(
        column: condition.column, value: text, expected: Condition.day)
    } catch {
      throw error
    }
    return try expression.resolve(in: dates()).iso
  }

  /// Before or after a due date is asked of its day, however it is written.
  private func due(_ condition: Condition, _ column: Column) throws -> Condition {
    let isOrder = [.less, .greater, .atMost, .atLeast].contains(condition.relation)
    let isMonth = ProjectMonth(condition.value) != nil
    let days = "\(column.name)_on"
    guard condition.relation != .contains, isOrder || !isMonth,
      columns.contains(where: { $0.name == days && $0.kind == .day })
    else { return condition }
    return Condition(column: days, condition.relation, try day(condition))
  }
}

extension Condition {
  /// The same condition with another value.
  fileprivate func with(_ value: String) -> Condition { Condition(column: column, relation, value) }
}

extension Listing {
  /// The same listing with its conditions as the project's days and the columns want them.
  func read(for columns: [Column], in store: Store) throws -> Listing {
    let listing = try ConditionReading(columns: columns) { try store.project.dates() }.read(self)
    store.tellDays()
    return listing
  }
}

internal import Basics
internal import GRDB

/// What reading, checking and storing a record may ask: its project, today, and other records.
///
/// One serves one command, so that a list looks up the codes it refers to once.
package final class RecordContext {
  /// Where the texts come from that are to be read.
  enum Origin {
    /// The options of a command, where a day may be written as `+2w` or `M18`.
    case options
    /// The cells of a list.
    case list
  }

  let db: Database
  let invocation: Invocation
  let hooks: StoreHooks
  package let project: Project
  let origin: Origin
  private var targets: [String: [String: Referred]] = [:]
  private var known: [String: [String]] = [:]
  private var names: [String: RecordNames] = [:]
  private var categories: CostCategories?

  /// A record that others refer to.
  private struct Referred {
    let id: Int64
    let code: String
  }

  init(
    _ db: Database, _ invocation: Invocation, _ hooks: StoreHooks, origin: Origin = .options
  ) throws {
    self.db = db
    self.invocation = invocation
    self.hooks = hooks
    self.origin = origin
    project = try Project.fetch(db)
  }

  /// What date expressions are counted from.
  func dates() throws -> DateContext { try .of(project, invocation, in: db) }

  var today: Day { invocation.today }

  /// The categories of costs of the project.
  func costCategories() throws -> CostCategories {
    if let categories { return categories }
    let found = try CostCategories.of(db)
    categories = found
    return found
  }

  /// The code of the record that a text refers to, as that record writes it.
  ///
  /// - Throws: The problem of the target's kind when there is none.
  func code(_ text: String, in target: RecordTarget) throws -> String {
    try referred(text, in: target).code
  }

  /// The row of the record that a text refers to.
  ///
  /// - Throws: The problem of the target's kind when there is none.
  func id(_ text: String, in target: RecordTarget) throws -> Int64 {
    try referred(text, in: target).id
  }

  /// Forgets what is known of a kind, whose codes have changed.
  func forget(_ target: RecordTarget) {
    targets[target.table] = nil
    names[target.table] = nil
  }

  private func referred(_ text: String, in target: RecordTarget) throws -> Referred {
    let all = try targets[target.table] ?? load(target)
    if let key = target.key(text), let found = all[key] { return found }
    if let found = try referred(otherwise: text, all, in: target) { return found }
    throw target.unknown(text, known[target.table] ?? [])
  }

  /// The record by another of its names, where its kind has them.
  private func referred(
    otherwise text: String, _ all: [String: Referred], in target: RecordTarget
  ) throws -> Referred? {
    guard let sql = target.names else { return nil }
    let names = try names[target.table] ?? RecordNames(sql, in: db)
    self.names[target.table] = names
    if let code = names.codes(in: text).lazy.compactMap(target.key).first(where: { all[$0] != nil })
    {
      return all[code]
    }
    guard let id = names.id(of: text) else { return nil }
    return all.values.first { $0.id == id }
  }

  private func load(_ target: RecordTarget) throws -> [String: Referred] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT target.id, \(target.code) FROM \(target.table) AS target ORDER BY \(target.order)
        """)
    var all: [String: Referred] = [:]
    var codes: [String] = []
    while let row = try rows.next() {
      let code: String = try row.stored(1, target.table)
      codes.append(code)
      all[target.key(code) ?? code] = Referred(id: try row.stored(0, target.table), code: code)
    }
    targets[target.table] = all
    known[target.table] = codes
    return all
  }
}

/// A kind of record that others refer to by its code.
package struct RecordTarget: Sendable {
  /// What it is, such as `partner`.
  package let noun: String
  /// The command of its kind, such as `workpackage`.
  package let command: String
  let table: String
  /// The SQL of its code and of its order, where its table is called `target`.
  let code: String
  let order: String
  /// What two spellings of one code share; nil when a text cannot be a code.
  let key: @Sendable (String) -> String?
  /// The refusal of a text that names none; the known codes stand beside it.
  let unknown: @Sendable (String, [String]) -> any Problem
  /// The SQL of other names: the id, a name or none, a number or none; nil where there are none.
  var names: String?

  /// The kind whose codes are letters and a number.
  static func numbered<Code: NumberedCode>(
    _ type: Code.Type, table: String, command: String
  ) -> RecordTarget {
    RecordTarget(
      noun: Code.form.noun, command: command, table: table,
      code: "'\(Code.form.prefix)' || target.number",
      order: "target.number", key: { try? Code(listed: $0).description },
      unknown: { text, known in
        RecordProblem.unknown(text, noun: Code.form.noun, known: known, command: command)
      })
  }
}

internal import Basics
package import Documents
internal import GRDB

extension Attribute {
  /// The work package that the code of a part says; a list that says another is refused.
  static func whole(
    _ name: String, _ heading: String, headings: String,
    _ package: @escaping @Sendable (R) -> WorkPackageCode
  ) -> Attribute {
    Attribute(
      name, heading, "The work package, which its code says.", headings: headings,
      kind: .reference("workpackage"), uses: .listed,
      cell: { .text(package($0).description) },
      read: { texts, record, _ in
        guard let said = try? WorkPackageCode(listed: texts.last ?? "") else {
          throw Refusal(name, rule: "work-package", expected: "a work package such as WP3")
        }
        let own = package(record)
        guard said == own else {
          throw Refusal(
            name, rule: "work-package", expected: "\(own), as \(record.code) says")
        }
      }
    )
    .ranked(.minor)
  }

  /// A value of one of the code lists of the project's programme.
  static func code(
    _ name: String, _ path: any WritableKeyPath<R, String?> & Sendable, in list: String,
    _ heading: String, _ help: String, headings: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .code(list), uses: .hidden,
      cell: { .text(orEmpty: $0[keyPath: path]) },
      read: { texts, record, context in
        let known = try Programme.of(context.project).values(of: list)
        let text = (texts.last ?? "").trimmed
        guard let value = known.first(where: { $0.isMeant(by: text) }) else {
          throw Refusal(name, rule: name, words: known.map(\.code))
        }
        record[keyPath: path] = value.code
      },
      clear: { $0[keyPath: path] = nil },
      storage: .optional(name, path))
  }

  /// Work in person-months that may be missing.
  static func personMonths(
    _ name: String, _ path: any WritableKeyPath<R, PersonMonths?> & Sendable, _ heading: String,
    _ help: String, headings: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .number, uses: .hidden,
      cell: { $0[keyPath: path].map { .decimal($0.text) } ?? .empty },
      read: { texts, record, _ in
        try AttributeProblem.refuseEitherWay(name, texts.last ?? "")
        guard let effort = PersonMonths(texts.last ?? "") else {
          throw Refusal(name, rule: name, expected: "person-months such as 14.50")
        }
        record[keyPath: path] = effort
      },
      clear: { $0[keyPath: path] = nil },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in
          let hundredths: Int? = try row.storedOrNil(at, name)
          record[keyPath: path] = hundredths.map { PersonMonths(hundredths: $0) }
        },
        bind: { record, _ in [record[keyPath: path]?.hundredths.databaseValue ?? .null] }))
  }

  /// Whether it is late today, for programs.
  static func late(_ standing: any KeyPath<R, Standing> & Sendable) -> Attribute {
    computed("late", "Late", "Whether it is due and not done.", kind: .flag, shown: false) {
      .flag($0[keyPath: standing].isLate)
    }
  }

  /// By how many days it is late or was done late, for programs.
  static func daysLate(_ standing: any KeyPath<R, Standing> & Sendable) -> Attribute {
    computed(
      "days_late", "Days late", "How many days after the due date it is, or was done.",
      kind: .number, shown: false
    ) { $0[keyPath: standing].daysLate.map { .integer($0) } ?? .empty }
  }

  /// When something is due, in two columns of which one is filled.
  static func due(_ path: any WritableKeyPath<R, Due> & Sendable, headings: String) -> Attribute {
    Attribute(
      "due", "Due", "When it is due: a project month such as M6, or a date.", headings: headings,
      kind: .due, uses: [.all, .neededInLists],
      cell: { .text($0[keyPath: path].text) },
      read: { texts, record, context in
        record[keyPath: path] = try context.due(texts.last ?? "")
      },
      storage: AttributeStorage(
        columns: ["due_month", "due_day"],
        load: { row, at, record in
          if let month: ProjectMonth = try row.storedOrNil(at, "due_month") {
            record[keyPath: path] = .month(month)
          } else {
            record[keyPath: path] = .day(try row.stored(at + 1, "due_day"))
          }
        },
        bind: { record, _ in
          let due = record[keyPath: path]
          return [due.monthNumber.databaseValue, due.fixedDay?.databaseValue ?? .null]
        }))
  }
}

extension RecordContext {
  /// A due date as grant tables write it; an option may say a day as any date is said.
  func due(_ text: String) throws -> Due {
    if let due = Due(text) { return due }
    if case .options = origin {
      do {
        return .day(try DateExpression(text).resolve(in: dates()))
      } catch let problem as DateProblem {
        if case .orderUnknown = problem { throw problem }
      }
    }
    throw Refusal("due", rule: "due", expected: "a project month such as M6 or a date")
  }
}

/// Gives a new thing its due month where an option does not say it; a list has to say it.
func completeDue(
  _ due: inout Due, _ isNew: Bool, _ said: Changes, _ context: RecordContext,
  otherwise month: () throws -> ProjectMonth
) throws {
  guard isNew, !said.says("due") else { return }
  if case .list = context.origin {
    throw Refusal("due", rule: "due", expected: "a project month such as M6 or a date")
  }
  due = .month(try month())
}

extension Standing {
  /// What the column of it says.
  static let help = "Its status today: done, done late, late, or due in a number of days."

  /// In a list, what is due within two weeks stands out.
  package var cell: Cell {
    guard case .ahead(0...14) = self else { return .state(words, tone) }
    return .state(words, .warning)
  }

  package var tone: Tone {
    switch self {
    case .done: .good
    case .doneLate: .warning
    case .late: .bad
    case .ahead: .plain
    }
  }
}

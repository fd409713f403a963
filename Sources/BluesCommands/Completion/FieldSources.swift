internal import ArgumentParser
internal import BluesCore
internal import Documents

/// A command that shows a list, or chooses from one, and knows its columns.
protocol ColumnedCommand: ParsableCommand {
  static var columns: [Column] { get }
}

/// A command that reads a list, and knows the fields it fills.
protocol FilledCommand: ParsableCommand {
  static var filled: [String] { get }
}

/// A command that makes records one, and knows the fields that can be taken from one of them.
protocol MergingCommand: ParsableCommand {
  static var taken: [String] { get }
}

/// A command whose first argument names what is not there yet.
protocol NamingCommand: ParsableCommand {
  /// What its name begins with, where that is there.
  static var start: ValueKind { get }
}

/// The list of a kind of record: by it a register is known to completion.
protocol RegisteredCommand: ColumnedCommand {
  static var records: RegisteredRecords { get }
}

/// A kind of record as completion needs it.
struct RegisteredRecords {
  /// The words of its command, such as `workpackage task`.
  let path: String
  /// The type of its codes.
  let code: ObjectIdentifier
  /// Every record with its title.
  let candidates: (Store) throws -> [Candidate]

  init<R: CommandedRecord>(_ kind: R.Type) {
    let register = R.register
    path = register.path
    code = ObjectIdentifier(R.Code.self)
    candidates = { store in
      try store.records(R.self).all().map { record in
        guard case .text(let title)? = register.title?.cell(record) else {
          return Candidate(record.code.description)
        }
        return Candidate(record.code.description, title)
      }
    }
  }

  /// Those of all lists of records below a command.
  static func all(below command: any ParsableCommand.Type = Blues.self) -> [RegisteredRecords] {
    command.configuration.subcommands.flatMap { child in
      ((child as? any RegisteredCommand.Type).map { [$0.records] } ?? []) + all(below: child)
    }
  }
}

extension ListRecords: RegisteredCommand {
  static var columns: [Column] { R.register.fields.map(\.column) }
  static var records: RegisteredRecords { RegisteredRecords(R.self) }
}

extension AddRecord: NamingCommand {
  static var start: ValueKind { R.self is PersonRate.Type ? .personOfName : .free }
}

extension ImportRecords: FilledCommand {
  static var filled: [String] { R.register.list.fields.map(\.name) }
}

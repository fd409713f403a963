import ArgumentParser
import Testing

@testable import BluesCommands

@Suite struct `The commands that completion knows` {
  static let leaves: [any ParsableCommand.Type] = leaves(of: Blues.self)

  private static func leaves(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    let children = command.configuration.subcommands
    return children.isEmpty ? [command] : children.flatMap { leaves(of: $0) }
  }

  @Test func `each argument of each command is a property, in the same order`() throws {
    #expect(Self.leaves.count > 90)
    for leaf in try DumpedCommand.leaves() {
      let described = leaf.described.filter { $0.kind != "flag" }
      let values = ArgumentValue.of(leaf.type)
      #expect(described.count == values.count, "\(leaf.path)")
      for (description, value) in zip(described, values) where description.names == nil {
        #expect(description.isPositional, "\(leaf.path): \(value.name)")
      }
    }
  }

  @Test func `no name of an option stands twice, and only the last argument takes many`() throws {
    for leaf in try DumpedCommand.leaves() {
      let names = leaf.described.flatMap { $0.names ?? [] }.map(\.typed)
      #expect(Set(names).count == names.count, "\(leaf.path)")
      let early = leaf.described.filter(\.isPositional).dropLast()
      #expect(early.filter(\.isRepeating).isEmpty, "\(leaf.path)")
    }
  }

  @Test func `a command that takes columns, conditions or fields knows them`() {
    for leaf in Self.leaves {
      let kinds = ArgumentValue.of(leaf).map(\.kind)
      if kinds.contains(.columns) || kinds.contains(.condition) {
        #expect(!FieldNames.columns(of: leaf).isEmpty, "\(leaf)")
      }
      if kinds.contains(.assignment) || kinds.contains(.given) {
        #expect(!FieldNames.filled(by: leaf).isEmpty, "\(leaf)")
      }
      if kinds.contains(.taken) { #expect(!FieldNames.taken(by: leaf).isEmpty, "\(leaf)") }
    }
  }

  @Test func `a code is that of a register`() {
    let known = RegisteredRecords.all().map(\.code)
    for leaf in Self.leaves {
      for value in ArgumentValue.of(leaf) {
        if case .code(let code) = value.kind { #expect(known.contains(code), "\(leaf)") }
      }
    }
    #expect(
      RegisteredRecords.all().map(\.path) == [
        "workpackage", "workpackage deliverable", "workpackage indicator", "workpackage milestone",
        "workpackage review", "workpackage risk", "workpackage task", "workpackage activity",
        "workpackage decision", "workpackage action", "partner", "partner person",
        "partner person rate",
        "partner budget", "partner cost", "partner cost estimate", "partner label",
        "partner strategy", "partner payment",
      ])
  }
}

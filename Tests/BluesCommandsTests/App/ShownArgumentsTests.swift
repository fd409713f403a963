import ArgumentParser
import BluesCore
@_spi(Reflection) import Swift
import Testing

@testable import BluesCommands

@Suite struct `Arguments that show themselves` {
  /// The wrappers of a group, in their order, with those of its parts in their places.
  private static func stored(in type: Any.Type) -> [String] {
    var stored: [String] = []
    _ = _forEachField(of: type) { name, _, field, _ in
      if field is any ShownArguments.Type {
        stored += Self.stored(in: field)
      } else {
        stored.append(String(cString: name))
      }
      return true
    }
    return stored
  }

  @Test func `no property is forgotten, and each stands at its place`() {
    let shown: [any ShownArguments] = [
      StoreOptions(), RowOptions(), ListOptions(), OutputOptions(), ListRecords<Deliverable>(),
    ]
    for arguments in shown {
      let stored = Self.stored(in: type(of: arguments)).filter { $0 != "texts" }
      let labels = arguments.customMirror.children.compactMap(\.label)
      #expect(labels.filter { !["_partner", "_period"].contains($0) } == stored)
    }
  }

  @Test func `a list has the choices and the narrowing that its records allow`() {
    func labels<R: CommandedRecord>(_ list: ListRecords<R>) -> [String] {
      Array(list.customMirror.children.compactMap(\.label).prefix { $0 != "_path" })
    }
    #expect(labels(ListRecords<WorkPackage>()) == [])
    #expect(labels(ListRecords<Deliverable>()) == ["_flags", "_period"])
    #expect(labels(ListRecords<CostLine>()) == ["_partner", "_period"])
  }

  @Test func `what a part refuses is refused`() {
    #expect(Launch.run(["workpackage", "list", "--limit", "0"]) == 64)
    #expect(Launch.run(["history", "--limit", "0"]) == 64)
  }
}

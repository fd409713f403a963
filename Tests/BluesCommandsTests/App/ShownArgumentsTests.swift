import BluesCore
@_spi(Reflection) import Swift
import Testing

@testable import BluesCommands

@Suite struct `Arguments that show themselves` {
  @Test func `no property is forgotten, and each stands at its place`() {
    let shown: [any ShownArguments] = [
      StoreOptions(), RowOptions(), ListOptions(), OutputOptions(), ListRecords<CostLine>(),
    ]
    for arguments in shown {
      var stored: [String] = []
      _ = _forEachField(of: type(of: arguments)) { name, _, _, _ in
        stored.append(String(cString: name))
        return true
      }
      #expect(arguments.customMirror.children.compactMap(\.label) == stored)
    }
  }
}

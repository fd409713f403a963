import Testing

@testable import BluesCore

@Suite struct `What is remembered of a list` {
  @Test func `an import leaves it with its step, and one that changes nothing leaves none`() throws
  {
    let store = try Store.blues()
    var request = ImportRequest.test()
    request.memory = ListMemory(
      list: "list", source: "fair", options: ["--country=CZ", "--map=a=b"])
    try store.importContacts("name\nAlfa\n", request)
    request.memory = ListMemory(list: "list", source: "fair", options: [])
    try store.importContacts("name\nAlfa\n", request)
    #expect(
      try store.answer(
        "SELECT list, source, json_array_length(options) AS options FROM list_option")
        == ["[list:\"list\" source:\"fair\" options:2]"])
    #expect(
      try store.optionsOfLastImport(list: "list", source: nil) == ["--country=CZ", "--map=a=b"])
    #expect(
      try store.optionsOfLastImport(list: "x", source: "fair") == ["--country=CZ", "--map=a=b"])
    #expect(try store.optionsOfLastImport(list: "x", source: nil) == [])
    #expect(try store.optionsOfLastImport(list: "list", source: "other") == [])
  }

  @Test func `an import that is undone is none, until it is done again`() throws {
    let store = try Store.blues()
    var request = ImportRequest.test()
    request.memory = ListMemory(list: "list", source: nil, options: ["--country=CZ"])
    try store.importContacts("name\nAlfa\n", request)
    _ = try store.history.undo()
    #expect(try store.optionsOfLastImport(list: "list", source: nil) == [])
    _ = try store.history.redo()
    #expect(try store.optionsOfLastImport(list: "list", source: nil) == ["--country=CZ"])
  }
}

import Tabular
import Testing

@testable import BluesCore

/// Known records that a list no longer has.
@Suite struct `Records that a list no longer has` {
  let store: Store
  static let list = "code,title,due\nD1.2,Plan,M8\nD3.2,Guide,M12\nD3.3,Map,M12\n"

  init() throws {
    store = try Store.blues()
    for one in try store.deliverables.codes() { try store.deliverables.remove(.init(one)) }
    try store.importList(.deliverables, Self.list)
  }

  private func take(_ list: String, _ absent: AbsentChoice = .remove) throws -> ImportOutcome {
    var request = ImportRequest.test()
    request.absent = absent
    return try store.importList(.deliverables, list, request).outcome
  }

  @Test func `they are told and stay`() throws {
    let outcome = try take("code,title,due\nD3.2,Guide,M12\n", .keep)
    #expect(outcome.absent?.kept == ["D1.2", "D3.3"] && outcome.absent?.removed == [])
    #expect(try store.deliverables.codes() == ["D1.2", "D3.2", "D3.3"])
  }

  @Test func `they go if asked, in the step of the import`() throws {
    let outcome = try take("code,title,due\nD3.2,Guide,M12\n")
    #expect(outcome.absent?.removed == ["D1.2", "D3.3"] && outcome.absent?.kept == [])
    #expect(try store.deliverables.codes() == ["D3.2"])
    #expect(
      try store.history.steps()[0].summary
        == "imported deliverables from list.csv: 0 created, 0 updated, 2 removed")
    _ = try store.history.undo()
    #expect(try store.deliverables.codes() == ["D1.2", "D3.2", "D3.3"])
  }

  @Test func `a list with rejected rows takes nothing away, and knows the rejected ones`() throws {
    let outcome = try take("code,title,due\nD3.2,Guide,soon\n")
    #expect(outcome.rejected == 1)
    #expect(outcome.absent?.kept == ["D1.2", "D3.3"] && outcome.absent?.heldBack == .rejectedRows)
    #expect(try store.deliverables.codes().count == 3)
  }

  @Test func `a list without rows takes nothing away`() throws {
    let outcome = try take("code,title,due\n")
    #expect(outcome.absent?.kept == ["D1.2", "D3.2", "D3.3"])
    #expect(outcome.absent?.heldBack == .noRows)
  }

  @Test func `before any goes it is asked, and a no leaves everything as it was`() throws {
    struct No: Error {}
    var request = ImportRequest.test()
    request.absent = .remove
    #expect(throws: No.self) {
      try store.recordImport.run(
        .deliverables, RowReader(source: .bytes(Array("code,title,due\nD3.2,Chart,M12\n".utf8))),
        request, rejects: RejectedRows()
      ) { codes in
        #expect(codes == ["D1.2", "D3.3"])
        throw No()
      }
    }
    #expect(try store.deliverables.codes() == ["D1.2", "D3.2", "D3.3"])
    #expect(try store.deliverables.one(.init("D3.2")).title == "Guide")
  }

  @Test func `what is in use stays, with what refers to it`() throws {
    var request = ImportRequest.test()
    request.absent = .remove
    let outcome = try store.importList(
      .workPackages, "code,title\nWP1,One\nWP2,Two\nWP3,Three\nWP4,Four\n", request
    ).outcome
    #expect(outcome.absent?.removed == ["WP5"])
    let fewer = try store.importList(.workPackages, "code,title\nWP1,One\n", request).outcome
    #expect(fewer.absent?.removed == ["WP2", "WP4"])
    #expect(
      fewer.absent?.inUse == [AbsentRecords.Use(code: "WP3", by: "2 deliverables")])
  }

  @Test func `part of a list says nothing of the rest`() throws {
    var request = ImportRequest.test()
    request.absent = .remove
    request.mostRows = 1
    #expect(try store.importList(.deliverables, Self.list, request).outcome.absent == nil)
    #expect(try store.deliverables.codes().count == 3)
  }
}

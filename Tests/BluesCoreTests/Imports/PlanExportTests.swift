import Documents
import Testing

@testable import BluesCore

@Suite struct `Exported lists of the plan` {
  let store: Store

  init() throws {
    store = try Store.rich()
    _ = try store.deliverables.add(
      .init("D2.1"), ["title": "A, \"b\"\nc", "lead": "AV", "type": "R"])
    _ = try store.deliverables.submit(.init("D2.1"), on: .of("2020-08-01"))
    _ = try store.deliverables.reject(.init("D2.1"), on: .of("2020-08-09"), note: "x")
    _ = try store.deliverables.accept(.init("D1.2"), on: .of("2020-08-20"))
    _ = try store.deliverables.add(.init("D3.1"), ["due": "2021-05-15"])
    _ = try store.milestones.add(.init("MS2"), ["due": "M3"])
    _ = try store.milestones.achieve(.init("MS2"), on: .of("2020-05-02"))
    _ = try store.milestones.set(.init("MS1"), ["leads": "NP; AV"])
    _ = try store.milestones.forecast(.init("MS1"), for: .of("2021-01-01"))
  }

  func export<R: Record>(_ records: Records<R>) throws -> String {
    let document = Document(
      schema: "test/1",
      blocks: [.table(Table(noun: "rows", fields: R.register.exported, rows: try records.all()))])
    return try String(decoding: document.bytes(Rendering(format: .csv)), as: UTF8.self)
  }

  func check(_ list: RecordList, _ text: String, rows: Int) throws {
    let before = try store.dump()
    #expect(try store.importList(list, text).counts == [rows, 0, 0, rows, 0])
    #expect(try store.dump() == before)
  }

  @Test func `come in again and change nothing`() throws {
    try check(
      .deliverables, export(store.deliverables), rows: 4)
    try check(.milestones, export(store.milestones), rows: 2)
    try check(.tasks, export(store.tasks), rows: 1)
    try check(
      .workPackages, export(store.workPackages), rows: 5)
    try check(.partners, export(store.partners), rows: 5)
  }

  @Test func `fill an empty plan with the same`() throws {
    let other = try Store.blues()
    try other.importList(.tasks, export(store.tasks))
    try other.importList(
      .deliverables, export(store.deliverables))
    try other.importList(.milestones, export(store.milestones))
    #expect(try other.tasks.all() == store.tasks.all())
    #expect(try other.deliverables.all() == store.deliverables.all())
    #expect(try other.milestones.all() == store.milestones.all())
  }
}

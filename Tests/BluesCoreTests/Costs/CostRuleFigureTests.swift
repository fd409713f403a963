import Testing

@testable import BluesCore

/// The checks of costs take their categories and days from the rules of the programme.
@Suite struct `The figures of the checks of costs` {
  @Test func `how long before the start travel is eligible`() throws {
    let store = try Store.blues()
    let cost = Costs.texts(["incurred_on": "2020-01-01"])
    #expect(try store.costs.add(.init("K1"), cost).checks == [])
    _ = try store.grantFigures.set(
      "travel-before-start", "days", to: "30", because: "The grant agreement")
    #expect(try store.costs.one(.init("K1")).checks == ["outside-action"])
    _ = try store.grantFigures.set(
      "travel-before-start", "category", to: "D.3", because: "The grant agreement")
    _ = try store.costs.set(.init("K1"), ["category": "D.3", "incurred_on": "2020-01-02"])
    #expect(try store.costs.one(.init("K1")).checks == [])
  }

  @Test func `what is declared by its depreciation`() throws {
    let store = try Store.blues()
    let cost = Costs.texts(["category": "D.2"])
    #expect(try store.costs.add(.init("K1"), cost).checks == ["equipment-price"])
    _ = try store.grantFigures.set(
      "equipment-depreciation", "category", to: "D.3", because: "The grant agreement")
    #expect(try store.costs.one(.init("K1")).checks == [])
  }
}

import Testing

/// Strings that break documents, in every text field of a project.
@Suite struct `Naughty strings` {
  @Test func `they leave every report, list, letter and calendar well formed and inert`() throws {
    let place = try Place()
    try place.must("mkdir made")
    let read = try place.run("/usr/bin/python3 \(Repository.root)/Tests/Reports/naughty.py made")
    #expect(read.output.hasSuffix("files well formed and inert.\n"), "\(read.output)")
    #expect(read.exit == 0)
  }
}

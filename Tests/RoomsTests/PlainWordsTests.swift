import Testing

/// Messages and help are in plain English: no phrase of this list stands in a text of the sources.
@Suite struct `The words of messages and help` {
  /// A phrase to avoid, and what to write instead.
  static let avoided = [
    (" is no ", "Not a date: …"),
    ("held against", "checked against"),
    ("hold against", "check against"),
    ("set aside", "waive"),
    ("no other has", "a unique part of"),
    ("nobody ", "no contact, or a sentence without it"),
    ("somebody", "the person, or the passive"),
    (" shall ", "must, or the present"),
    ("doubles", "duplicates"),
    (" any more", "no longer"),
    ("passed over", "ignored"),
    ("cannot stand", "is not allowed"),
    (" stands", "is"),
    (" is told", "is listed"),
    ("are told", "are listed"),
    (" whom", "whose, or another sentence"),
    ("takes back", "undoes"),
    ("take back", "undo"),
    ("taken back", "undone"),
    ("so many", "at most this many"),
    (" amid ", "in the middle of"),
    ("rehearsal", "dry run"),
    ("mend them", "correct them"),
  ]

  @Test func `no text has a phrase that is hard to read`() {
    let found = SourceFile.all.filter { !$0.path.contains("/Migrations/") }.flatMap { file in
      file.texts.flatMap { line, text in
        Self.avoided.filter { Self.has($0.0, text) }
          .map { "\(file.path):\(line): not “\($0.0)” but “\($0.1)”" }
      }
    }
    #expect(found == [])
  }

  @Test(arguments: [
    ("31.05. is no date.", true), ("There is no project file.", false),
    ("No rule was set aside.", true), ("No rule was waived.", false),
  ])
  func `a phrase is found, and "there is no" is plain`(text: String, isFound: Bool) {
    #expect(Self.avoided.contains { Self.has($0.0, text) } == isFound)
  }

  private static func has(_ phrase: String, _ text: String) -> Bool {
    text.lowercased().replacing("there is no ", with: "").contains(phrase)
  }
}

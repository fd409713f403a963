import Testing

/// Rules of the house that neither the compiler nor the formatter keeps.
@Suite struct `The style of the house` {
  static let quiet = SourceFile.all.filter { !($0.target == "BluesCommands" && $0.room == "App") }

  @Test func `only the App room prints`() {
    #expect(calls(["print", "debugPrint", "dump", "puts", "printf"]) == [])
  }

  @Test func `only the App room knows the clock, the environment and the current folder`() {
    let functions = [
      "getenv", "setenv", "time", "clock_gettime", "gettimeofday", "localtime_r", "gmtime_r",
      "getcwd", "chdir", "Date", "getlogin", "setlocale",
    ]
    #expect(calls(functions) == [])
    let names: Set<Substring> = [
      "ProcessInfo", "CommandLine", "ContinuousClock", "SuspendingClock", "currentDirectoryPath",
      "Locale", "TimeZone", "Calendar",
    ]
    let found = Self.quiet.flatMap { file in
      file.places { !SourceFile.words($0).isDisjoint(with: names) }
    }
    #expect(found == [])
  }

  @Test func `nothing is forced`() {
    let found = SourceFile.all.flatMap { file in
      file.places { line in
        if line.contains("try!") || line.contains("as!") { return true }
        return zip(line, line.dropFirst()).contains { before, mark in
          mark == "!" && (before.isLetter || before.isNumber || ")]}_".contains(before))
        } && !line.contains("#if !")
      }
    }
    #expect(found == [])
  }

  @Test func `no file reaches 250 lines`() {
    #expect(SourceFile.all.filter { $0.lines.count > 250 }.map(\.path) == [])
  }

  @Test func `no two files of a target have one name, nor two types of the core`() {
    let names = Dictionary(grouping: SourceFile.all) { "\($0.target)/\($0.name)" }
    #expect(names.filter { $0.value.count > 1 }.keys.sorted() == [])
    let types = SourceFile.of("BluesCore").flatMap { Declaration.of($0) }.filter(\.isTopLevel)
    let twice = Dictionary(grouping: types, by: \.name).filter { $0.value.count > 1 }
    #expect(twice.values.flatMap { $0.map(\.place) }.sorted() == [])
  }

  @Test func `no source names a programme or its scheme`() {
    // What depends on the programme is data, asked for through `Programme.of`.
    let words = ["cosme", "interreg", "erasmus", "clusterxchange", "bluesxchange"]
    let found = SourceFile.all.filter { !Self.mayName.contains($0.name) }.flatMap { file in
      file.lines.enumerated().filter { _, line in
        let line = line.lowercased()
        return words.contains { line.contains($0) }
      }.map { "\(file.path):\($0.offset + 1)" }
    }
    #expect(found == [])
  }

  /// The list of data files, and the help that lists the templates.
  private static let mayName = ["Programme.swift", "ProgrammeFile.swift", "InitCommand.swift"]

  @Test func `every type says what it is`() {
    let undescribed = SourceFile.all.flatMap { Declaration.of($0) }.filter { !$0.isDescribed }
    #expect(undescribed.map(\.place) == [])
  }

  @Test func `every migration is in the list, and each has a file of its own`() {
    let files = SourceFile.all.filter { $0.path.contains("/Migrations/") }
    let declared = files.flatMap { file in
      file.code.compactMap { line -> String? in
        let words = line.split(separator: " ")
        return words.starts(with: ["static", "let"]) && words.contains("Migration(")
          || line.contains("= Migration(") ? words.dropFirst(2).first.map(String.init) : nil
      }
    }
    #expect(declared.count == files.count)
    let list = SourceFile.all.first { $0.name == "Migration.swift" }?.code ?? []
    let lines = list.drop { !$0.contains("static let all") }.dropFirst()
      .prefix { !$0.contains("]") }
    let listed = lines.flatMap { SourceFile.words($0) }
    #expect(Set(declared.map { Substring($0) }) == Set(listed))
  }

  /// Calls of functions by these names that belong to nothing else.
  private func calls(_ functions: [String]) -> [String] {
    Self.quiet.flatMap { file in
      file.places { line in
        functions.contains { name in
          line.ranges(of: "\(name)(").contains { range in
            guard range.lowerBound > line.startIndex else { return true }
            let before = line[line.index(before: range.lowerBound)]
            return !before.isLetter && !before.isNumber && before != "_" && before != "."
              && !line[..<range.lowerBound].hasSuffix("func ")
          }
        }
      }
    }
  }
}

import Basics
import Tabular
import Testing

@testable import BluesCore

/// Mapping files with bytes changed, moved, doubled and lost, from seeds that give the same ones
/// in every run.
@Suite struct `Mutated mapping files` {
  private static let seeds = [
    MappingFileTexts.all, "[[\\",
    "a.b.c = { d = [1, 2.5e3, 1979-05-27T07:32:00Z], 'e' = \"\"\"\nf\\\n g\"\"\" }",
    "[columns]\n\"E-Mail\" = 'email'\n[[columns.\"x\"]]\nfields = ['phone', 'mobile']\n",
  ].map { Array($0.utf8) }
  private static let pieces = [
    "[[", "]]", "[", "]", "{", "}", "\"\"\"", "'''", "\"", "'", "\\", "\\u", "\\U0010FFFF", "=",
    ".",
    ",", "#", "\n", "\r\n", "\u{0}", "\u{FEFF}", "columns", "0x", "1e", "inf", "é", "[a.b.c]\n",
  ].map { Array($0.utf8) }

  private func mutated(_ random: inout SplitMix64) -> [UInt8] {
    var bytes = random.pick(Self.seeds)
    for _ in 0...random.upTo(6) {
      let place = random.upTo(bytes.count + 1)
      switch random.upTo(6) {
      case 0: bytes.insert(contentsOf: random.pick(Self.pieces), at: place)
      case 1 where place < bytes.count: bytes[place] = UInt8(random.upTo(256))
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.upTo(8)))
      case 3: bytes.removeLast(bytes.count - place)
      case 4:
        let other = random.pick(Self.seeds)
        bytes.insert(contentsOf: other.dropFirst(random.upTo(other.count)).prefix(60), at: place)
      default: bytes += bytes[..<place].suffix(random.upTo(40) + 1)
      }
    }
    return bytes
  }

  @Test(arguments: 1...8)
  func `each is read and written as the same, or refused with a sentence and its line`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: seed)
    var refused = 0
    for _ in 0..<1000 {
      let bytes = mutated(&random)
      do {
        let file = try MappingFile(text: bytes, name: "list.toml")
        let text = file.toml(list: "list.csv", on: Day(number: 0))
        let again = try MappingFile(text: Array(text.utf8), name: "list.toml")
        #expect(again.toml(list: "list.csv", on: Day(number: 0)).isSame(as: text))
      } catch let problem {
        let line = problem.message.utf8.dropFirst("list.toml:".utf8.count).prefix(while: \.isDigit)
        let isTold = problem.message == "list.toml: the file is not UTF-8 text." || !line.isEmpty
        #expect(isTold && problem.message.hasSuffix("."), "\(problem.message)")
        refused += 1
      }
    }
    #expect((200..<1000).contains(refused))
  }
}

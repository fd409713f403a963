/// A program that writes a kind of file for us.
package struct Engine: Hashable, Sendable {
  /// The name of the program, as it is looked for.
  package let program: String
  /// Debian's package of it.
  package let package: String
  /// The first version that can what is asked of it.
  package let least: [Int]

  package static let weasyprint = Engine(program: "weasyprint", package: "weasyprint", least: [57])
  package static let pandoc = Engine(program: "pandoc", package: "pandoc", least: [2, 17])
  package static let pictures = Engine(
    program: "rsvg-convert", package: "librsvg2-bin", least: [2, 50])

  /// The least version as people write it.
  package var leastVersion: String { least.map { String($0) }.joined(separator: ".") }

  /// Whether a version is too old, by the line that the program says of itself.
  package func isTooOld(_ line: String) -> Bool {
    let numbers =
      line.split { !$0.isNumber && $0 != "." }
      .map { $0.split(separator: ".").compactMap { Int($0) } }.first { !$0.isEmpty } ?? []
    return numbers.lexicographicallyPrecedes(least)
  }
}

/// One run of an engine: it reads a file and writes another, both in memory.
package struct EngineCall: Sendable {
  package let engine: Engine
  package let arguments: [String]
  /// What it reads from standard input.
  package let input: [UInt8]
  /// Further files it reads, as `/proc/self/fd/100` and on.
  package let attachments: [[UInt8]]
  /// Seconds since 1970 that it takes for now, so that the same input gives the same bytes.
  package let instant: Int

  package init(
    _ engine: Engine, _ arguments: [String], input: [UInt8], attachments: [[UInt8]] = [],
    instant: Int
  ) {
    self.engine = engine
    self.arguments = arguments
    self.input = input
    self.attachments = attachments
    self.instant = instant
  }

  /// The number of the first attachment's descriptor.
  package static let firstAttachment: Int32 = 100

  /// How the program calls an attachment.
  static func path(ofAttachment number: Int32) -> String {
    "/proc/self/fd/\(firstAttachment + number)"
  }
}

/// Runs an engine and gives what it wrote to standard output.
package typealias EngineRunner = @Sendable (EngineCall) throws -> [UInt8]

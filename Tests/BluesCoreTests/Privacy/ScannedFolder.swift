import Basics
import Foundation
import Testing

@testable import BluesCore

/// A project in a folder of its own, whose every byte is looked through for forms of texts.
final class ScannedFolder {
  let folder: URL
  var path: String { folder.appending(path: "blues.db").path }

  init() throws {
    folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appending(path: "blues-erase-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try Store.create(
      at: path, invocation: .test("init", on: "2020-02-01"), from: .named("blues"), .init())
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Opens the project to do something on a day.
  func store(on day: String, _ command: String = "test") throws -> Store {
    try Store.openToWrite(at: path, invocation: .test(command, on: day))
  }

  /// A text as it stands, in small letters, in capitals and folded.
  static func forms(_ texts: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return texts.flatMap { [$0, $0.lowercased(), $0.uppercased(), Folding.folded($0)] }
      .filter { seen.insert(Array($0.utf8)).inserted }
  }

  /// The forms that some file has, in UTF-8 or UTF-16, with the file.
  func hits(_ forms: [String]) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().flatMap { name in
      let file = folder.appending(path: name)
      guard let bytes = try? Data(contentsOf: file) else { return [String]() }
      return forms.filter { form in
        let encodings: [String.Encoding] = [.utf8, .utf16LittleEndian, .utf16BigEndian]
        return encodings.contains {
          form.data(using: $0).map { bytes.range(of: $0) != nil } == true
        }
      }.map { "\(name): \($0)" }
    }
  }
}

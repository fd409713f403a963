/// Which parts a part of a workbook refers to (OPC, ECMA-376 part 2).
final class Relationships: XMLVisitor {
  /// A part that another part refers to.
  struct Relation {
    /// The last word of the relation's type, which is the same in both kinds of OOXML.
    let kind: String
    let part: String
  }

  private(set) var all: [String: Relation] = [:]
  private let folder: String

  /// Reads what a part refers to; the part's name is empty for the package itself.
  init(of part: String, in archive: ZipArchive) throws {
    let slash = part.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { String(part[...$0]) } ?? ""
    let name = String(part.dropFirst(folder.count))
    try XMLPart.read("\(folder)_rels/\(name).rels", of: archive, by: self)
  }

  func part(of kind: String) -> String? {
    all.values.first { $0.kind == kind }?.part
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      attributes["TargetMode"] != "External"
    else { return }
    let type = attributes["Type"] ?? ""
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    all[id] = Relation(kind: kind, part: resolve(target))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: String) {}

  /// A target is relative to the folder of the part that refers, or to the package's root.
  private func resolve(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps: [Substring] = []
    for step in (folder + target).split(separator: "/") where step != "." {
      if step == ".." {
        _ = steps.popLast()
      } else {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

/// XML elements one under the other, two blanks for each level.
struct IndentedXML {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  mutating func open(_ name: String, attributes: String = "") {
    line("<\(name)\(attributes)>")
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  mutating func nest(_ name: String, _ body: (inout IndentedXML) -> Void) {
    open(name)
    body(&self)
    close(name)
  }

  /// An element that holds text.
  mutating func add(_ name: String, _ text: String, attributes: String = "") {
    let escaped = HTMLEscaping.attribute(text)
    line("<\(name)\(attributes)>\(escaped)</\(name)>")
  }

  private mutating func line(_ text: String) {
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    bytes += "\(text)\n".utf8
  }
}

/// The elements of an XML file that is no workbook, in the order in which they begin.
package enum XMLElements {
  /// The attributes of an element, by their names without prefix.
  package struct Attributes {
    fileprivate let base: XMLAttributes

    package subscript(name: StaticString) -> String? { base[name] }
  }

  /// Hands over each element as it begins; document types are refused.
  ///
  /// Throws what the body throws, or a `TabularProblem` for what is no XML.
  package static func forEach(
    in bytes: [UInt8], named name: String, _ body: @escaping (String, Attributes) throws -> Void
  ) throws {
    try XMLPart.read(name, in: bytes, by: Listener(body))
  }

  /// Passes on where elements begin.
  private final class Listener: XMLVisitor {
    private let body: (String, Attributes) throws -> Void

    init(_ body: @escaping (String, Attributes) throws -> Void) { self.body = body }

    func start(_ name: String, _ attributes: XMLAttributes) throws {
      try body(name, Attributes(base: attributes))
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

    func end(_ name: String) throws {}
  }
}

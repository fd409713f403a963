internal import Basics

/// Whose values stand where the records that are merged disagree.
package struct MergePreferences: Sendable, Equatable {
  /// One field from one record, such as `email=C23`.
  package struct Take: Sendable, Equatable {
    package let field: String
    package let code: String

    package init?(_ text: String) {
      guard let equals = text.firstIndex(of: "=") else { return nil }
      field = String(text[..<equals]).trimmed
      code = String(text[text.index(after: equals)...]).trimmed
      guard !field.isEmpty, !code.isEmpty else { return nil }
    }
  }

  /// The record whose values come first; otherwise the survivor's do.
  package var prefer: String?
  package var take: [Take]

  package init(prefer: String? = nil, take: [Take] = []) {
    self.prefer = prefer
    self.take = take
  }

  /// The record that is preferred, then the others in their order.
  func order(_ codes: [String]) throws -> [Int] {
    guard let prefer else { return Array(codes.indices) }
    let first = try index(of: prefer, in: codes)
    return [first] + codes.indices.filter { $0 != first }
  }

  /// Which record each field is taken from.
  func taken(_ codes: [String], fields: [String]) throws -> [String: Int] {
    try take.reduce(into: [:]) { taken, wish in
      guard fields.contains(wish.field) else {
        throw DuplicatesProblem.unknownField(wish.field, known: fields)
      }
      taken[wish.field] = try index(of: wish.code, in: codes)
    }
  }

  private func index(of code: String, in codes: [String]) throws -> Int {
    guard let index = codes.firstIndex(where: { $0.asciiRaised == code.asciiRaised }) else {
      throw DuplicatesProblem.notAmong(code, known: codes)
    }
    return index
  }
}

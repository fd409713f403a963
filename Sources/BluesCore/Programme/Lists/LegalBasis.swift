package import Basics

/// Why personal data may be kept: Regulation (EU) 2016/679, Article 6(1), points (a) to (f).
package enum LegalBasis: String, CaseIterable, Sendable {
  case consent, contract
  case legalObligation = "legal_obligation"
  case vitalInterests = "vital_interests"
  case publicTask = "public_task"
  case legitimateInterests = "legitimate_interests"

  /// Reads a name of the list `legal-basis` or its wording, or the point, such as `6(1)(f)`.
  package init(_ text: String) throws(LegalBasisProblem) {
    let key = Self.key(text)
    let point = Self.point(key)
    for (index, basis) in Self.allCases.enumerated() {
      let isMeant =
        point == UInt8(0x61 + index) || key == Self.key(basis.rawValue)
        || key == Self.key(basis.wording) || key + "s" == Self.key(basis.wording)
      guard !isMeant else {
        self = basis
        return
      }
    }
    let near = EditDistance.nearest(
      to: text.trimmed.replacing(" ", with: "_"), in: Self.allCases.map(\.rawValue))
    throw LegalBasisProblem(near: near)
  }

  /// The wording of the list, such as `Legal obligation`.
  package var wording: String {
    Self.list.first { $0.code == rawValue }?.label ?? rawValue
  }

  private static let list = CodeList.common.first { $0.name == "legal-basis" }?.values ?? []

  private static func key(_ text: String) -> String {
    String(decoding: Folding.folded(text).utf8.filter(\.isAlphanumeric), as: UTF8.self)
  }

  /// The letter of `6(1)(f)`, with or without words such as `Art.` and `GDPR` around it.
  private static func point(_ key: String) -> UInt8? {
    let words = ["art", "article"].first { key.utf8.starts(with: "\($0)61".utf8) } ?? ""
    let point = key.utf8.dropFirst(words.utf8.count)
    guard point.count == 3, point.starts(with: "61".utf8) else { return nil }
    return point.last
  }
}

/// A text that names no legal basis; it is not repeated, since it stands in a list of people.
package struct LegalBasisProblem: Problem, Equatable {
  let near: [String]

  package var message: String { "It is not a legal basis of Article 6(1) of the GDPR." }

  package var hint: String? {
    near.isEmpty
      ? "Write one of \(LegalBasis.allCases.map(\.rawValue).joined(separator: ", "))."
      : "Did you mean \(near.joined(separator: ", "))?"
  }

  package var kind: ProblemKind { .usage }
}

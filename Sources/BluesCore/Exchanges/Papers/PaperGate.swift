internal import Basics

/// Holds the papers of an exchange against what its states ask for.
struct PaperGate {
  let exchange: Exchange
  /// What the scheme asks for.
  let kinds: [PaperKind]
  var papers: [Paper]
  /// The days on which its states were reached.
  let reached: [Exchange.State: Day]

  /// What came of the look at one paper that a state asks for.
  enum Finding {
    case found(Paper, signatures: [Paper.Signature])
    case missing(MissingPaper)
  }

  /// Looks for every paper up to a state of the way, as if that were reached on the day.
  func findings(upTo state: Exchange.State, on day: Day) -> [Finding] {
    let way = exchange.mode.way
    guard let last = way.firstIndex(of: state) else { return [] }
    return way[...last].flatMap { state in
      kinds.filter { $0.isRequired(for: state, exchange.mode) }.map { kind in
        finding(kind, for: state, on: reached[state] ?? day)
      }
    }
  }

  func missing(upTo state: Exchange.State, on day: Day) -> [MissingPaper] {
    findings(upTo: state, on: day).compactMap { finding in
      guard case .missing(let missing) = finding else { return nil }
      return missing
    }
  }

  /// One paper holds all its signatures; of several incomplete ones the latest is told of.
  func finding(_ kind: PaperKind, for state: Exchange.State, on day: Day) -> Finding {
    let candidates = papers.filter { $0.kind == kind.kind }
    for paper in candidates {
      let signatures = kind.signatures.compactMap { paper.signature(of: $0) }
      if signatures.count == kind.signatures.count && signatures.allSatisfy({ $0.on <= day }) {
        return .found(paper, signatures: signatures)
      }
    }
    let paper = candidates.last
    return .missing(
      MissingPaper(
        exchange: exchange.code, kind: kind, state: state, isThere: paper != nil,
        unsigned: paper.map { paper in
          kind.signatures.filter { paper.signature(of: $0) == nil }
        } ?? [],
        late: paper.map { paper in
          kind.signatures.compactMap { paper.signature(of: $0) }.filter { $0.on > day }
        } ?? []))
  }
}

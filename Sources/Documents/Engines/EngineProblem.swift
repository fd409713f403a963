package import Basics

/// Why a program that writes a kind of file did not write it.
package enum EngineProblem: Problem, Hashable {
  case missing(Engine)
  case tooOld(Engine, version: String)
  case tookTooLong(Engine, seconds: Int)
  /// It ended with a code or wrote nothing; what it said last.
  case failed(Engine, detail: String)

  /// The program that it is about.
  package var engine: Engine {
    switch self {
    case .missing(let engine), .tooOld(let engine, _), .tookTooLong(let engine, _),
      .failed(let engine, _):
      engine
    }
  }

  package var message: String {
    switch self {
    case .missing(let engine):
      "\(Self.purpose(engine)) \(engine.program), which is not installed."
    case .tooOld(let engine, let version):
      "\(Self.purpose(engine)) \(engine.program) \(engine.leastVersion) or later; found: "
        + "\(version)."
    case .tookTooLong(let engine, let seconds):
      "\(engine.program) did not finish within \(seconds) seconds."
    case .failed(let engine, let detail): "\(engine.program) failed: \(detail)."
    }
  }

  package var hint: String? {
    switch self {
    case .missing(let engine), .tooOld(let engine, _): "apt install \(engine.package)"
    case .tookTooLong: "set BLUES_ENGINE_SECONDS to a larger number, or choose --format html"
    case .failed: "choose --format html"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .missing, .tooOld: .cannotCreate
    case .tookTooLong, .failed: .failed
    }
  }

  private static func purpose(_ engine: Engine) -> String {
    switch engine {
    case .weasyprint: "PDF files are written with"
    case .pandoc: "Word documents are written with"
    default: "Pictures in Word documents are drawn with"
    }
  }
}

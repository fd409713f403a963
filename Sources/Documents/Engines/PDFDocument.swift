internal import Basics

/// A document as a PDF file: our own HTML, printed by WeasyPrint.
struct PDFDocument: FormatWriter {
  let rendering: Rendering

  func bytes(of document: Document) throws -> [UInt8] {
    let html = Array(HTMLWriter().text(of: document).utf8)
    var digest = Digest()
    html.withUnsafeBufferPointer { digest.add(bytes: $0) }
    return try rendering.run(
      EngineCall(
        .weasyprint,
        [
          "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1",
          "--pdf-identifier", String(UInt64(bitPattern: digest.value), radix: 16), "-", "-",
        ], input: html, instant: document.instant(rendering)))
  }
}

extension Document {
  /// The first second of the day of the page, since 1970; the day of the rendering without one.
  func instant(_ rendering: Rendering) -> Int {
    max(0, Int((imprint?.day ?? rendering.day)?.number ?? 3_652) * 86_400)
  }
}

extension Rendering {
  /// Runs an engine, where there is one to run.
  func run(_ call: EngineCall) throws -> [UInt8] {
    guard let engines else { throw EngineProblem.missing(call.engine) }
    return try engines(call)
  }
}

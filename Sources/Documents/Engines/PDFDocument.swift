package import Basics

/// A document as a PDF file: our own HTML, printed by WeasyPrint.
struct PDFDocument: FormatWriter {
  let rendering: Rendering

  func bytes(of document: Document) throws -> [UInt8] {
    try rendering.run(document.printing(rendering.day))
  }
}

extension Document {
  /// The run of WeasyPrint that makes a PDF file of it.
  package func printing(_ day: Day?) -> EngineCall {
    let html = Array(HTMLWriter().text(of: evened).utf8)
    var digest = Digest()
    html.withUnsafeBufferPointer { digest.add(bytes: $0) }
    return EngineCall(
      .weasyprint,
      [
        "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1",
        "--pdf-identifier", String(UInt64(bitPattern: digest.value), radix: 16), "-", "-",
      ], input: html, instant: instant(day))
  }

  /// The first second of the day of the page, since 1970; that of another day where it has none.
  func instant(_ day: Day?) -> Int {
    max(0, Int((imprint?.day ?? day)?.number ?? 3_652) * 86_400)
  }
}

extension Rendering {
  /// Runs an engine, where there is one to run.
  func run(_ call: EngineCall) throws -> [UInt8] {
    guard let engines else { throw EngineProblem.missing(call.engine) }
    return try engines(call)
  }
}

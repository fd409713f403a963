internal import Basics

/// A document as Word opens it: simple HTML, turned by pandoc with a reference document of ours.
///
/// Charts and the emblem are drawn as pictures by rsvg-convert, since not every Word shows SVG.
struct WordDocument: FormatWriter {
  let rendering: Rendering

  func bytes(of document: Document) throws -> [UInt8] {
    let page = WordPage(document: document) { svg in
      try rendering.run(
        EngineCall(
          .pictures, ["--width", "1600", "--format", "png"], input: Array(svg.utf8),
          instant: document.instant(rendering.day)))
    }
    let reference = WordReference(
      running: document.imprint?.running ?? document.title ?? "", isWide: page.endsWide)
    return try rendering.run(
      EngineCall(
        .pandoc,
        [
          "--from", "html", "--to", "docx", "--no-highlight", "--shift-heading-level-by=-1",
          "--reference-doc=\(EngineCall.path(ofAttachment: 0))",
          "--lua-filter=\(EngineCall.path(ofAttachment: 1))", "--output", "-", "-",
        ], input: Array(try page.html().utf8),
        attachments: [try reference.bytes(), PackageResources.word_sections_lua],
        instant: document.instant(rendering.day)))
  }
}

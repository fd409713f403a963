internal import Basics

/// The maps of a PDF's fonts, by the content stream that shows text with them.
struct PDFFonts {
  /// The fonts by the names that a content stream has for them.
  typealias Named = [String: PDFCharacterMap]

  private let values: [Int: PDFValue]
  /// What each stream unpacks to is asked for only where it is a map.
  private let stream: (Int) -> [UInt8]?
  private var maps: [Int: PDFCharacterMap?] = [:]
  private var byStream: [Int: Named] = [:]
  /// The fonts of all pages, for streams that no page names, such as those of forms.
  private var all: Named = [:]

  /// Goes from the pages and forms to their fonts.
  init(_ values: [Int: PDFValue], stream: @escaping (Int) -> [UInt8]?) {
    self.values = values
    self.stream = stream
    for number in values.keys.sorted() {
      guard let object = values[number] else { continue }
      let isPage = object["Type"] == .name("Page")
      guard isPage || object["Subtype"] == .name("Form") else { continue }
      let fonts = named(resources(of: object))
      all.merge(fonts) { known, _ in known }
      for content in isPage ? references(object["Contents"]) : [number] {
        byStream[content, default: [:]].merge(fonts) { known, _ in known }
      }
    }
  }

  /// The fonts of a content stream, by the number of its object.
  func of(_ stream: Int?) -> Named { stream.flatMap { byStream[$0] } ?? all }

  /// The resources of a page, or of the nearest group of pages that it is in.
  private func resources(of page: PDFValue) -> PDFValue? {
    var object: PDFValue? = page
    for _ in 0..<32 {
      if let resources = resolved(object?["Resources"]) { return resources }
      object = resolved(object?["Parent"])
    }
    return nil
  }

  private mutating func named(_ resources: PDFValue?) -> Named {
    guard case .dictionary(let fonts)? = resolved(resources?["Font"]) else { return [:] }
    var named: Named = [:]
    for (name, font) in fonts {
      guard case .reference(let number)? = resolved(font)?["ToUnicode"] else { continue }
      if maps[number] == nil {
        maps[number] = .some(stream(number).flatMap { PDFCharacterMap($0) })
      }
      named[name] = maps[number] ?? nil
    }
    return named
  }

  private func resolved(_ value: PDFValue?) -> PDFValue? {
    var value = value
    for _ in 0..<8 {
      guard case .reference(let number)? = value else { return value }
      value = values[number]
    }
    return nil
  }

  private func references(_ value: PDFValue?) -> [Int] {
    switch value {
    case .reference(let number)?:
      if case .array(let values)? = values[number] { return values.flatMap { references($0) } }
      return [number]
    case .array(let values)?: return values.flatMap { references($0) }
    default: return []
    }
  }
}

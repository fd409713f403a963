internal import Basics

/// A town or city and where it is.
package struct Place: Hashable, Sendable {
  package let name: String
  package let country: CountryCode
  package let coordinates: Coordinates
}

/// The places of more than 15,000 inhabitants in the countries that take part, from GeoNames.
///
/// The list is read where it lies, one country at a time, when a place is asked for.
package enum Gazetteer {
  /// The place of that name in that country; spelling, accents and hyphens matter little.
  ///
  /// The name a place goes by wins over another spelling of another place; two places that
  /// answer alike are refused, never guessed at.
  package static func place(
    _ name: String, in country: CountryCode
  ) throws(PlaceProblem) -> Place {
    let key = key(name)
    var named: [Place] = []
    var spelt: [Place] = []
    for line in lines(of: country) where !key.isEmpty {
      let cells = line.split(separator: 0x09)
      guard cells.count >= 3 else { continue }
      if self.key(cells[0]) == key {
        named += place(cells, country)
      } else if cells.count > 3,
        cells[3].split(separator: 0x7C).contains(where: { self.key($0) == key })
      {
        spelt += place(cells, country)
      }
    }
    let found = named.isEmpty ? spelt : named
    guard let place = found.first else { throw .unknown(name.trimmed, in: country) }
    guard found.count == 1 else {
      throw .ambiguous(name.trimmed, in: country, candidates: found)
    }
    return place
  }

  /// Every place of a country, by name.
  package static func places(in country: CountryCode) -> [Place] {
    lines(of: country).flatMap { place($0.split(separator: 0x09), country) }
  }

  private static func place(_ cells: [EmbeddedText.Line], _ country: CountryCode) -> [Place] {
    guard cells.count >= 3, let latitude = Double(String(decoding: cells[1], as: UTF8.self)),
      let longitude = Double(String(decoding: cells[2], as: UTF8.self)),
      let point = Coordinates(latitude: latitude, longitude: longitude)
    else { return [] }
    let name = String(decoding: cells[0], as: UTF8.self)
    return [Place(name: name, country: country, coordinates: point)]
  }

  /// The lines between `#DE` and the next country.
  private static func lines(of country: CountryCode) -> [EmbeddedText.Line] {
    var found: [EmbeddedText.Line] = []
    var isInside = false
    let heading = Array("#\(country.code)".utf8)
    for line in EmbeddedText.places.lines {
      if line.first == 0x23 {
        if isInside { break }
        isInside = line.elementsEqual(heading)
      } else if isInside {
        found.append(line)
      }
    }
    return found
  }

  /// What two spellings are compared by: the folded letters and digits alone.
  private static func key(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in key(bytes[...]) }
  }

  private static func key(_ bytes: EmbeddedText.Line) -> [UInt8] {
    var folded: [UInt8] = []
    Folding.append(UnsafeBufferPointer(rebasing: bytes), to: &folded)
    return folded.filter { $0.isAlphanumeric || $0 >= 0x80 }
  }
}

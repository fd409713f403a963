internal import Basics
import Glibc

/// A point of the earth in degrees, north and east positive.
package struct Coordinates: Hashable, Sendable {
  package let latitude: Double
  package let longitude: Double

  /// The mean radius of the earth in kilometres: IUGG, Geodetic Reference System 1980.
  package static let meanRadius = 6371.0088

  /// A point; nil off the globe.
  package init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Latitude and longitude as people write them, such as `43.6109,3.8772` or `43.6109 3.8772`.
  package init(_ text: String) throws(PlaceProblem) {
    let parts = Self.parts(text)
    guard parts.count == 2, let latitude = Self.degrees(parts[0]),
      let longitude = Self.degrees(parts[1]),
      let point = Coordinates(latitude: latitude, longitude: longitude)
    else { throw .noCoordinates(text.trimmed) }
    self = point
  }

  /// What stands between commas, semicolons and blanks.
  static func parts(_ text: String) -> [ArraySlice<UInt8>] {
    text.trimmedBytes.split { $0 == 0x2C || $0 == 0x3B || $0.isBlank }
  }

  /// Digits with at most one point amid them and a sign; no exponents, no words.
  private static func degrees(_ bytes: ArraySlice<UInt8>) -> Double? {
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
    guard digits.first?.isDigit == true, digits.last?.isDigit == true,
      digits.allSatisfy({ $0.isDigit || $0 == 0x2E })
    else {
      return nil
    }
    return Double(text)
  }

  /// The way to another point along a great circle, in kilometres, by the haversine formula.
  package func kilometres(to other: Coordinates) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let north = sin(radians(other.latitude - latitude) / 2)
    let east = sin(radians(other.longitude - longitude) / 2)
    let share =
      north * north + cos(radians(latitude)) * cos(radians(other.latitude)) * east * east
    return 2 * Self.meanRadius * asin(min(1, share.squareRoot()))
  }

  /// The same way in whole kilometres, the rest cut off.
  ///
  /// A way below a limit of whole kilometres stays below it, and one at the limit stays at it.
  package func wholeKilometres(to other: Coordinates) -> Int {
    Int(kilometres(to: other).rounded(.down))
  }
}

extension Coordinates: CustomStringConvertible {
  /// Degrees with four decimals, about eleven metres: `43.6109,3.8772`.
  package var description: String { "\(Self.text(latitude)),\(Self.text(longitude))" }

  private static func text(_ degrees: Double) -> String {
    let parts = Int((degrees * 10_000).rounded()).magnitude.quotientAndRemainder(dividingBy: 10_000)
    let sign = degrees < 0 && (parts.quotient, parts.remainder) != (0, 0) ? "-" : ""
    return "\(sign)\(parts.quotient).\(padded(Int(parts.remainder), to: 4))"
  }
}

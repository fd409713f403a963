internal import Glibc

/// The emblem of the European Union, drawn by its official geometry: a field half as wide again as it
/// is high, twelve upright stars at the hours of a circle of a third of the height, each star within a
/// circle of an eighteenth of it; Reflex Blue and Yellow.
enum Emblem {
  static let blue = "#003399"
  static let yellow = "#FFCC00"

  /// As SVG with a title for those who do not see it.
  static func svg(title: String) -> String {
    let size = "width=\"90\" height=\"60\""
    let shapes = stars.map { star in
      let points = star.map { "\(SVGElement.length($0.x)),\(SVGElement.length($0.y))" }
      return "<polygon points=\"\(points.joined(separator: " "))\" fill=\"\(yellow)\"/>\n"
    }
    return "<svg class=\"emblem\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 810 540\""
      + " \(size) role=\"img\" aria-labelledby=\"emblem\">\n"
      + "<title id=\"emblem\">\(HTMLEscaping.attribute(title))</title>\n"
      + SVGElement.rectangle(0, 0, width, height, blue) + shapes.joined() + "</svg>\n"
  }

  /// The corners of each star, from the hour of twelve on, in a field of 810 by 540.
  static var stars: [[(x: Double, y: Double)]] {
    (0..<12).map { hour in
      let angle = Double(hour) * .pi / 6
      return star(width / 2 + ring * sin(angle), height / 2 - ring * cos(angle))
    }
  }

  private static let height = 540.0
  private static let width = 810.0
  private static let ring = 180.0
  private static let radius = 30.0
  /// The inner corners of a star whose sides are straight.
  private static let inner = 0.381_966

  /// The ten corners of a star that stands on two points.
  private static func star(_ x: Double, _ y: Double) -> [(x: Double, y: Double)] {
    (0..<10).map { corner in
      let reach = corner.isMultiple(of: 2) ? radius : radius * inner
      let angle = Double(corner) * .pi / 5
      return (x + reach * sin(angle), y - reach * cos(angle))
    }
  }
}

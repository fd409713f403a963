import CZlib
import Testing

@testable import Documents

/// The emblem as a picture, held to the corners of its stars.
@Suite struct `The emblem as a picture` {
  private static let width = 405
  private static let height = 270
  /// Units of the drawing to a dot.
  private static let scale = 2.0
  /// Places looked at across a dot, and down it.
  private static let fine = 4

  @Test func `each dot has as much yellow as lies within a star`() throws {
    let png = EmblemPicture.png
    #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    // Width and height, eight bits, three colours.
    #expect(Array(png[16..<26]) == [0, 0, 1, 0x95, 0, 0, 1, 0x0E, 8, 2])
    #expect(String(decoding: png[37..<41], as: UTF8.self) == "IDAT")
    var rows = [UInt8](repeating: 0, count: (Self.width * 3 + 1) * Self.height)
    var count = uLong(rows.count)
    let packed = Array(png[41...])
    #expect(uncompress(&rows, &count, packed, uLong(packed.count)) == Z_OK)
    #expect(Int(count) == rows.count)
    #expect(rows == Self.drawn())
  }

  /// The rows of the picture, each with the byte of its filter, which is none, before it.
  private static func drawn() -> [UInt8] {
    let (blue, yellow) = ([0x00, 0x33, 0x99], [0xFF, 0xCC, 0x00])
    var shares = [Int](repeating: 0, count: width * height)
    for star in Emblem.stars { add(star, to: &shares) }
    let most = fine * fine
    let shades = (0...most).map { share in
      zip(blue, yellow).map { UInt8(($0 * (most - share) + $1 * share) / most) }
    }
    var rows: [UInt8] = []
    for row in 0..<height {
      rows.append(0)
      for column in 0..<width { rows += shades[shares[row * width + column]] }
    }
    return rows
  }

  /// Counts how much of each dot lies within a star.
  private static func add(_ star: [(x: Double, y: Double)], to shares: inout [Int]) {
    let columns = star.map { $0.x / scale }
    let lines = star.map { $0.y / scale }
    guard let left = columns.min(), let right = columns.max(), let top = lines.min(),
      let bottom = lines.max()
    else { return }
    for row in max(0, Int(top))...min(height - 1, Int(bottom)) {
      for part in 0..<fine {
        let crossings = crossings(of: star, (Double(row) + middle(of: part)) * scale)
        guard !crossings.isEmpty else { continue }
        for column in max(0, Int(left))...min(width - 1, Int(right)) {
          for part in 0..<fine {
            let x = (Double(column) + middle(of: part)) * scale
            if !crossings.count(where: { x < $0 }).isMultiple(of: 2) {
              shares[row * width + column] += 1
            }
          }
        }
      }
    }
  }

  /// Where the middle of a part of a dot is, across it or down it.
  private static func middle(of part: Int) -> Double { (Double(part) + 0.5) / Double(fine) }

  /// Where the sides of a star cross a line.
  private static func crossings(of star: [(x: Double, y: Double)], _ y: Double) -> [Double] {
    var crossings: [Double] = []
    var last = star[star.count - 1]
    for corner in star {
      if (corner.y > y) != (last.y > y) {
        crossings.append((last.x - corner.x) * (y - corner.y) / (last.y - corner.y) + corner.x)
      }
      last = corner
    }
    return crossings
  }
}

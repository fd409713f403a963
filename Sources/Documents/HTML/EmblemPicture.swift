internal import CZlib

/// The emblem as a PNG picture, for files that hold no SVG.
enum EmblemPicture {
  static let width = 405
  static let height = 270
  /// Units of the drawing to a dot.
  private static let scale = 2.0
  /// Places looked at across a dot, and down it.
  private static let fine = 4

  /// The bytes of the picture; the same at every call.
  static let png: [UInt8] = {
    let (blue, yellow) = ([0x00, 0x33, 0x99], [0xFF, 0xCC, 0x00])
    var shares = [Int](repeating: 0, count: width * height)
    for star in Emblem.stars { add(star, to: &shares) }
    let most = fine * fine
    let shades = (0...most).map { share in
      zip(blue, yellow).map { UInt8(($0 * (most - share) + $1 * share) / most) }
    }
    var rows: [UInt8] = []
    rows.reserveCapacity((width * 3 + 1) * height)
    for row in 0..<height {
      // No filter of the row.
      rows.append(0)
      for column in 0..<width { rows += shades[shares[row * width + column]] }
    }
    return file(rows)
  }()

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

  /// A PNG file of rows of three bytes a dot, each row with the byte of its filter before it.
  private static func file(_ rows: [UInt8]) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: Int(compressBound(uLong(rows.count))))
    var count = uLong(packed.count)
    guard compress2(&packed, &count, rows, uLong(rows.count), 9) == Z_OK else { return [] }
    let size = number(width) + number(height)
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      // Eight bits, three colours, and the only ways of packing that there are.
      + part("IHDR", size + [8, 2, 0, 0, 0]) + part("IDAT", Array(packed[..<Int(count)]))
      + part("IEND", [])
  }

  private static func part(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + bytes
    return number(bytes.count) + named + number(Int(crc32(0, named, uInt(named.count))))
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

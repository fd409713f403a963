internal import Basics
internal import Tabular

/// The columns of a plain list of hours, whose rows can be read cell by cell without texts.
///
/// Nearly all rows of a long list are of persons and work that earlier rows named; the others take the
/// way of every list.
struct QuickColumns {
  let person: Int
  let date: Int
  let package: Int?
  let task: Int?
  let hours: Int
  /// Of activity and the two days of signatures and the supervisor.
  let texts: [Int?]

  /// Nil where a column needs more than its cell: a transformation, a value that is given, a sign to be
  /// taken off.
  init?(_ rows: ListReader, _ request: ImportRequest) {
    guard rows.isPlain, request.given.isEmpty, request.mostRows == nil else { return nil }
    var places: [String: Int] = [:]
    for column in rows.mapping.columns {
      switch column.target {
      case .ignored where !column.isPassedOver: continue
      case .field(let name) where column.transformation == nil && places[name] == nil:
        places[name] = column.number - 1
      case .ignored, .field, .fields, .more, .kept: return nil
      }
    }
    guard let person = places["person"], let date = places["date"], let hours = places["hours"]
    else { return nil }
    self.person = person
    self.date = date
    self.hours = hours
    package = places["work_package"]
    task = places["task"]
    texts = TimesheetValues.names.map { places[$0] }
  }
}

/// Values by the bytes of the cells that said them.
struct ByteCache<Value> {
  private var values: [Int: (bytes: [UInt8], value: Value)] = [:]

  subscript(bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    guard let found = values[Self.hash(bytes)], found.bytes.count == bytes.count,
      found.bytes.elementsEqual(bytes)
    else { return nil }
    return found.value
  }

  mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Value) {
    values[Self.hash(bytes)] = (Array(bytes), value)
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(bitPattern: UInt(hash))
  }
}

extension Hours {
  /// Plain hours, such as `7`, `7.5` or `7,25`; nil for anything else.
  init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard (1...7).contains(bytes.count), bytes[0].isDigit else { return nil }
    var (whole, fraction, decimals) = (0, 0, -1)
    for byte in bytes {
      if byte.isDigit {
        if decimals >= 0 {
          fraction = fraction * 10 + Int(byte & 0x0F)
          decimals += 1
        } else {
          whole = whole * 10 + Int(byte & 0x0F)
        }
      } else if byte == 0x2E || byte == 0x2C, decimals < 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    guard decimals != 0, decimals <= 2 else { return nil }
    self.init(hundredths: whole * 100 + (decimals == 1 ? fraction * 10 : fraction))
  }
}

extension Day {
  /// A day in ISO form, by its bytes.
  init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for index in range {
        guard bytes[index].isDigit else { return nil }
        number = number * 10 + Int(bytes[index] & 0x0F)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}

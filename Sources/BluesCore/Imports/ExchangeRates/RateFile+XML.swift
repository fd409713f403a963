internal import Basics
internal import Tabular

extension RateFile {
  /// Reads the cubes of days and currencies of the history or the daily file.
  mutating func read(xml bytes: [UInt8], _ file: String) throws {
    var found: [(Currency, Day, ExactRate)] = []
    var day: Day?
    do {
      try XMLElements.forEach(in: bytes, named: file) { name, attributes in
        guard name == "Cube" else { return }
        if let time = attributes["time"] {
          guard let read = Day(iso: time) else {
            throw RateFileProblem.broken(file: file, detail: "\"\(time)\" is not a day")
          }
          day = read
        }
        guard let code = attributes["currency"], let text = attributes["rate"] else { return }
        if text == "N/A" { return }
        guard let day, let currency = Currency(code), let rate = ExactRate(Array(text.utf8)) else {
          throw RateFileProblem.broken(
            file: file, detail: "\"\(text)\" is not a rate of \(code) on a day")
        }
        found.append((currency, day, rate))
      }
    } catch let problem as TabularProblem {
      if case .damagedWorkbook(_, let detail) = problem {
        throw RateFileProblem.broken(file: file, detail: detail)
      }
      throw problem
    }
    for (currency, day, rate) in found { add(place(of: currency), day, rate) }
  }
}

internal import Tabular

extension RecordList {
  /// The costs of partners, of which a list may have hundreds of thousands.
  package static var costs: RecordList {
    let register = CostLine.register
    var list = register.list
    list.begin = { write, request in
      let reading = try ListedRecords(register, write, request)
      let plain = try PlainCosts(reading)
      var filling = register.filling(reading)
      let (put, settle) = (filling.put, filling.settle)
      filling.plain = { reader in
        guard plain.begin(reader, request) else { return nil }
        return { row in try plain.put(row) }
      }
      filling.put = { row in
        try plain.flush()
        return try put(row)
      }
      filling.settle = {
        try plain.finish()
        return try settle()
      }
      return filling
    }
    return list
  }
}

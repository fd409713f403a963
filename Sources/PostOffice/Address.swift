internal import CPostgres

/// Where a post office is, as libpq reads it: `postgresql://ROLE@HOST:PORT/DATABASE?OPTIONS`.
///
/// It never holds a password: the words of a command are seen by everybody on the machine.
struct Address: Sendable {
  let text: String
  /// How many seconds the address gives the server to answer, where it says so.
  let patience: Int32?

  init(_ text: String) throws(PostOfficeProblem) {
    let library = try PostgresLibrary.get()
    guard !text.utf8.contains(0), (1...4096).contains(text.utf8.count) else {
      throw .unreadableAddress
    }
    // What libpq says of a fault repeats the address, which may hold a password; so it is not read.
    var fault: UnsafeMutablePointer<CChar>?
    let options = library.parseOptions(text, &fault)
    if let fault { library.freeText(fault) }
    guard let options else { throw .unreadableAddress }
    defer { library.freeOptions(options) }
    var given: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { given[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    guard given["password"] == nil, given["sslpassword"] == nil else { throw .passwordInAddress }
    self.text = text
    patience = given["connect_timeout"].flatMap { Int32($0) }.flatMap { $0 > 0 ? $0 : nil }
  }
}

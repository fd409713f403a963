import Foundation

/// A shared project, made once: the coordinator's copy, that of NP, and a parcel from NP.
struct SharedStock {
  private let coordinator: [String: Data]
  /// The coordinator's copy once the parcel was received.
  private let received: Data
  private let partner: [String: Data]
  private let parcel: Data

  static func get() throws -> SharedStock { try made.get() }

  private static let made = Result { try SharedStock() }

  /// The coordinator's project and key, and the parcel that came.
  func files(received isReceived: Bool) -> [String: Data] {
    var files = coordinator
    if isReceived { files["blues.db"] = received }
    files["came.parcel"] = parcel
    return files
  }

  /// The project and key of NP, as `blues.db`.
  var filesOfPartner: [String: Data] { partner }

  private init() throws {
    let shop = try Workshop()
    func run(_ words: [String]) throws -> String {
      let ending = try shop.command(words).run()
      guard ending.code == 0 else { throw Workshop.UnexpectedEnding(ending: ending) }
      return ending.output
    }
    _ = try run(["init", "--template", "blues"])
    _ = try run(["share", "init", "--as", "BNPT"])
    let said = try run(["share", "key", "make", "--db", "np.db", "--json"])
    let key = said.firstMatch(of: /"public_key": "([0-9a-f]{64})"/)?.output.1 ?? ""
    _ = try run(["share", "key", "admit", "NP", "\(key)", "--because", "Read out by phone"])
    _ = try run(["share", "pack", "NP", "-o", "."])
    _ = try run(
      ["share", "init", "--as", "NP", "--from", "BLUES-BNPT-NP-0001.parcel", "--db", "np.db"]
        + ["--yes"])
    _ = try run(
      ["partner", "cost", "add", "K3000001", "NP", "--category", "D.1", "--wp", "WP5"]
        + ["--on", "2020-05-14", "--description", "Train", "--amount", "310", "--db", "np.db"])
    partner = [
      "blues.db": try shop.read("np.db"), "blues.db.key": try shop.read("np.db.key"),
    ]
    coordinator = [
      "blues.db": try shop.read("blues.db"), "blues.db.key": try shop.read("blues.db.key"),
    ]
    _ = try run(["share", "pack", "coordinator", "-o", ".", "--db", "np.db"])
    parcel = try shop.read("BLUES-NP-BNPT-0001.parcel")
    _ = try run(["share", "receive", "BLUES-NP-BNPT-0001.parcel"])
    received = try shop.read("blues.db")
  }
}

import Foundation
import GRDB
import Testing

@testable import BluesCore

/// What commands on parcels leave that were killed; `A killed command` has receive and apply among its
/// commands.
@Suite struct `A killed command on parcels` {
  /// The parcels of the log of a project, by number and state.
  private static func log(_ shop: Workshop) throws -> [String] {
    let queue = try DatabaseQueue(path: shop.project)
    defer { try? queue.close() }
    return try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT direction || ' ' || sequence || ' ' || state FROM parcel ORDER BY id")
    }
  }

  @Test func `crash during receive: one transaction, the file remains, and the next receives it`()
    throws
  {
    let files = try SharedStock.get().files(received: false)
    let found = try Stills.each(
      Proof.count(12, full: .max), of: Job.receiving.words, on: files
    ) { point, shop in
      #expect(try shop.read("came.parcel") == files["came.parcel"], "\(point)")
      #expect(try shop.read("blues.db.key") == files["blues.db.key"], "\(point)")
      let isDone = try Self.log(shop) == ["sent 1 sent", "received 1 waiting"]
      let again = try shop.command(Job.receiving.words).run()
      #expect(again.code == 0, "\(point): \(again)")
      #expect(
        again.output.hasPrefix(isDone ? "Nothing changed: " : "Received parcel 1 of NP"),
        "\(point): \(again)")
      #expect(try Self.log(shop) == ["sent 1 sent", "received 1 waiting"], "\(point)")
      return isDone
    }
    #expect(found.first == false && found.last == true)
    #expect(found == found.sorted { !$0 && $1 })
    Proof.tell("receive killed at \(found.count) points")
  }

  @Test func `crash during pack: no number is used for two parcels, and no draft stays`() throws {
    let words = ["share", "pack", "coordinator", "-o", "out"]
    let name = "BLUES-NP-BNPT-0001.parcel"
    // A folder of its own, whose drafts opening the project does not clear.
    let files = try SharedStock.get().filesOfPartner.merging(["out/list.txt": Data()]) { $1 }
    func names(_ shop: Workshop) throws -> [String] {
      try shop.files().filter { $0.hasPrefix("out/BLUES") }.map { String($0.dropFirst(4)) }
    }
    let found = try Stills.each(Proof.count(12, full: .max), of: words, on: files) { point, shop in
      let log = try Self.log(shop)
      let isLogged = log.contains("sent 1 sent")
      let isNamed = try names(shop).contains(name)
      // In the log before it has its name: nothing that others can have got is not known here.
      #expect(isLogged || !isNamed, "\(point)")
      let again = try shop.command(words).run()
      #expect(again.code == 0, "\(point): \(again)")
      let next = isLogged ? "BLUES-NP-BNPT-0002.parcel" : name
      #expect(try names(shop) == (isNamed ? [name, next] : [next]), "\(point)")
      return isLogged
    }
    #expect(found.first == false && found.last == true)
    Proof.tell("pack killed at \(found.count) points")
  }
}

import Foundation
import Glibc

extension Listener {
  /// Greets as a PostgreSQL of a version does, and answers nothing after that.
  static func greeting(as version: String) throws -> Listener {
    try Listener { client in
      _ = receive(client)
      let name = Array("server_version\0\(version)\0".utf8)
      let greeting: [[UInt8]] = [
        [UInt8(ascii: "R"), 0, 0, 0, 8, 0, 0, 0, 0],
        [UInt8(ascii: "S"), 0, 0, 0, UInt8(name.count + 4)] + name,
        [UInt8(ascii: "Z"), 0, 0, 0, 5, UInt8(ascii: "I")],
      ]
      let bytes = greeting.flatMap { $0 }
      _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      while receive(client) > 0 {}
    }
  }

  /// Takes connections, reads, and never answers.
  static func silent() throws -> Listener {
    try Listener { client in while receive(client) > 0 {} }
  }

  /// Refuses everybody with an error, as a server writes one.
  static func refusing(code: String, _ text: String) throws -> Listener {
    try Listener { client in
      _ = receive(client)
      let fields = Array("SFATAL\0VFATAL\0C\(code)\0M\(text)\0\0".utf8)
      let bytes = [UInt8(ascii: "E"), 0, 0, 0, UInt8(fields.count + 4)] + fields
      _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
  }

  private static func receive(_ client: Int32) -> Int {
    var buffer = [UInt8](repeating: 0, count: 4096)
    return read(client, &buffer, buffer.count)
  }
}

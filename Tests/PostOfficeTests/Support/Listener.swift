import Foundation
import Glibc
import Synchronization

/// A port of this computer that calls a function for each connection, on a thread of its own.
final class Listener: Sendable {
  let port: Int
  private let descriptor: Int32

  init(_ serve: @escaping @Sendable (Int32) -> Void) throws {
    let (descriptor, port) = try Self.bound()
    guard listen(descriptor, 16) == 0 else { throw PostgresServer.Fault(what: "no listener") }
    self.descriptor = descriptor
    self.port = port
    Thread.detachNewThread {
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        Thread.detachNewThread {
          serve(connection)
          close(connection)
        }
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  /// A port that nothing listens on now.
  static func freePort() throws -> Int {
    let (descriptor, port) = try bound()
    close(descriptor)
    return port
  }

  private static func bound() throws -> (Int32, Int) {
    let descriptor = socket(
      AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), Int32(IPPROTO_TCP))
    var address = loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw PostgresServer.Fault(what: "no free port") }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  private static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  /// Carries bytes between its clients and a port, and cuts each connection after some of them.
  static func cutting(
    after limit: Int, from isCounted: Direction, to port: Int
  ) throws -> Listener {
    try Listener { client in
      let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
      defer { close(server) }
      var address = loopback(port: port)
      let isConnected = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      guard isConnected else { return }
      var left = limit
      var ends = [
        pollfd(fd: client, events: Int16(POLLIN), revents: 0),
        pollfd(fd: server, events: Int16(POLLIN), revents: 0),
      ]
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while poll(&ends, 2, 60_000) > 0 {
        for index in 0...1 where ends[index].revents != 0 {
          let isLimited = (index == 0) == (isCounted == .client)
          let most = isLimited ? min(left, buffer.count) : buffer.count
          guard most > 0 else { return }
          let count = read(ends[index].fd, &buffer, most)
          guard count > 0,
            send(ends[1 - index].fd, buffer, count, Int32(MSG_NOSIGNAL)) == count
          else { return }
          if isLimited { left -= count }
          if left == 0 { return }
        }
      }
    }
  }

  /// Whose bytes are counted.
  enum Direction: String, CaseIterable, Sendable {
    case client, server
  }
}

/// Does something several times at once, each on a thread of its own, and waits for all.
func atOnce<Result: Sendable>(
  _ count: Int, _ work: @escaping @Sendable (Int) throws -> Result
) throws -> [Result] {
  let results = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
  let group = DispatchGroup()
  for index in 0..<count {
    group.enter()
    Thread.detachNewThread {
      let result = Swift.Result { try work(index) }
      results.withLock { $0[index] = result }
      group.leave()
    }
  }
  group.wait()
  return try results.withLock { $0 }.sorted { $0.key < $1.key }.map { try $0.value.get() }
}

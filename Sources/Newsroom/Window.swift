import Export
import FlyingFox
import FlyingSocks
import Foundation
import Glibc

/// A site on a port of this machine, for looking at it in a browser.
public struct Window: Sendable {
  /// What is shown.
  public enum View: Sendable {
    /// A folder as it was exported.
    case folder(String)
    /// The desk, whose pages load again by themselves when something changes.
    case desk(DeskView)
  }

  let view: View
  public let port: UInt16

  /// A window on a port that is free; 0 finds one.
  public init(on view: View, port: UInt16) throws(Failure) {
    self.view = view
    self.port = try Self.free(port)
  }

  /// The port, if it can be had.
  public static func free(_ port: UInt16) throws(Failure) -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = port.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 1) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw taken(port) }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func taken(_ port: UInt16) -> Failure {
    Failure(
      .failed,
      errno == EACCES
        ? "port \(port) is not yours to open" : "port \(port) is in use by another program",
      hint: "--port 0 takes one that is free")
  }

  public var address: String { "http://127.0.0.1:\(port)/" }

  /// Serves until the process ends; says so once it answers.
  ///
  /// Only this machine is answered, and only by its own name: a page of another site can't read a
  /// draft through a name that it points here.
  public func serve(once answering: @Sendable @escaping () async -> Void) async throws(Failure) {
    do {
      let server = HTTPServer(
        address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled, handler: Pages(self))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        if case .desk(let desk) = view { group.addTask { await desk.watch() } }
        try await server.waitUntilListening()
        await answering()
        try await group.next()
      }
    } catch {
      throw Self.taken(port)
    }
  }

  func isOwn(_ host: String?) -> Bool {
    ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host?.lowercased())
  }
}

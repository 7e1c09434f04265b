import Export
import FlyingFox
import FlyingSocks
import Foundation
import Glibc

/// A folder on a port of this machine, for looking at it in a browser.
public struct Window: Sendable {
  /// The folder that is shown.
  public let folder: String
  public let port: UInt16

  /// A window on `folder`; port 0 takes one that is free.
  public init(folder: String, port: UInt16) {
    (self.folder, self.port) = (folder, port == 0 ? Self.freePort() ?? port : port)
  }

  private static func freePort() -> UInt16? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    return isBound ? UInt16(bigEndian: address.sin_port) : nil
  }

  public var address: String { "http://127.0.0.1:\(port)/" }

  /// Serves until the process ends.
  ///
  /// Only this machine is answered, and only by its own name: a page of another site can't read a
  /// draft through a name that it points here.
  public func serve() async throws(Failure) {
    do {
      let server = HTTPServer(
        address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled, handler: Pages(self))
      try await server.run()
    } catch {
      throw Failure(
        .failed, "port \(port) is in use, or not yours to open", hint: "stet serve --port 8081")
    }
  }

  func isOwn(_ host: String?) -> Bool {
    ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host?.lowercased())
  }

  /// The file that an address means; nil for everything outside of the folder.
  func file(for path: String) -> String? {
    guard let plain = path.removingPercentEncoding else { return nil }
    let parts = plain.split(separator: "/")
    guard !parts.contains(".."), !parts.contains(where: { $0.hasPrefix(".") }),
      !plain.contains("\0")
    else { return nil }
    var file = folder + "/" + parts.joined(separator: "/")
    if Disk.isFolder(file) { file += "/index.html" }
    return Disk.exists(file) ? file : nil
  }

  static func type(of file: String) -> String {
    let types = [
      "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
      "js": "text/javascript; charset=utf-8", "json": "application/json",
      "xml": "application/xml; charset=utf-8", "txt": "text/plain; charset=utf-8",
      "md": "text/markdown; charset=utf-8", "jpg": "image/jpeg", "png": "image/png",
      "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "svg": "image/svg+xml",
    ]
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[ending] ?? "application/octet-stream"
  }
}

private struct Pages: HTTPHandler {
  let window: Window

  init(_ window: Window) { self.window = window }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard window.isOwn(request.headers[.host]) else {
      return HTTPResponse(statusCode: .forbidden, body: Data("Not this name.\n".utf8))
    }
    guard request.method == .GET || request.method == .HEAD else {
      return HTTPResponse(statusCode: .methodNotAllowed)
    }
    let found = window.file(for: request.path)
    let file = found ?? window.folder + "/404.html"
    guard let bytes = Disk.read(file) else { return HTTPResponse(statusCode: .notFound) }
    return HTTPResponse(
      statusCode: found == nil ? .notFound : .ok,
      headers: HTTPHeaders([
        .contentType: Window.type(of: file), HTTPHeader("Cache-Control"): "no-store",
      ]),
      body: request.method == .HEAD ? Data() : Data(bytes))
  }
}

import FlyingFox
import Foundation

/// Answers what a browser asks of a window.
struct Pages: HTTPHandler {
  let window: Window

  init(_ window: Window) { self.window = window }

  /// Where the pages of the desk hear of changes; no site has a path of this form.
  static let events = "/.stet/events"

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard window.isOwn(request.headers[.host]) else {
      return answer(request, .forbidden, "text/plain; charset=utf-8", "Not this name.\n".utf8)
    }
    guard request.method == .GET || request.method == .HEAD else {
      return answer(
        request, .methodNotAllowed, "text/plain; charset=utf-8", "Only for looking at.\n".utf8,
        [HTTPHeader("Allow"): "GET, HEAD"])
    }
    if case .desk(let desk) = window.view, request.path == Self.events {
      return try await events(request, desk)
    }
    // Asked before the page is made: what changes meanwhile makes it load again.
    let number = if case .desk(let desk) = window.view { desk.number } else { 0 }
    guard let path = Self.path(request.path) else { return missing(request, number) }
    do throws(Failure) {
      guard let bytes = try file(path) else { return missing(request, number) }
      return page(request, .ok, path, bytes, number)
    } catch {
      let html = Array(FaultPage.html(error).utf8)
      return page(request, .internalServerError, "fault.html", html, number)
    }
  }

  private func missing(_ request: HTTPRequest, _ number: Int) -> HTTPResponse {
    guard let bytes = try? file("404.html") else {
      return answer(request, .notFound, "text/plain; charset=utf-8", "Not found.\n".utf8)
    }
    return page(request, .notFound, "404.html", bytes, number)
  }

  private func file(_ path: String) throws(Failure) -> [UInt8]? {
    switch window.view {
    case .folder(let folder):
      let file = "\(folder)/\(path)"
      return Disk.size(file) == nil ? nil : Disk.read(file)
    case .desk(let desk): return try desk.file(at: path)
    }
  }

  /// The path of a file that an address means, a folder's being its index; nil for everything
  /// outside of a site.
  static func path(_ address: String) -> String? {
    guard let plain = address.removingPercentEncoding, !plain.contains("\0") else { return nil }
    let parts = plain.split(separator: "/")
    guard !parts.contains(where: { $0.hasPrefix(".") || $0.contains("\\") }) else { return nil }
    let path = parts.joined(separator: "/")
    let isFolder = plain.hasSuffix("/") || !(parts.last ?? "").contains(".")
    return isFolder ? (path.isEmpty ? "" : path + "/") + "index.html" : path
  }

  /// Tells a page the number of the newest change, at once where it has not heard of it and
  /// otherwise when there is one; the browser asks again after each answer.
  private func events(_ request: HTTPRequest, _ desk: DeskView) async throws -> HTTPResponse {
    let known =
      request.headers[HTTPHeader("Last-Event-ID")].flatMap { Int($0) }
      ?? request.query.first { $0.name == "since" }.flatMap { Int($0.value) } ?? -1
    // Well within the time that the server gives an answer.
    let end = ContinuousClock().now + .seconds(10)
    while request.method == .GET, desk.number <= known, ContinuousClock().now < end {
      try await Task.sleep(for: .milliseconds(100))
    }
    let number = desk.number
    let news =
      number > known ? "id: \(number)\nevent: change\ndata: \(number)\n\n" : ": nothing\n\n"
    return answer(request, .ok, "text/event-stream", "retry: 200\n\(news)".utf8)
  }

  private func page(
    _ request: HTTPRequest, _ status: HTTPStatusCode, _ path: String, _ bytes: [UInt8],
    _ number: Int
  ) -> HTTPResponse {
    let type = Self.type(of: path)
    guard case .desk = window.view, type.hasPrefix("text/html") else {
      return answer(request, status, type, bytes)
    }
    let script = Array(Reload.script(since: number).utf8)
    return answer(request, status, type, bytes + script)
  }

  private func answer(
    _ request: HTTPRequest, _ status: HTTPStatusCode, _ type: String, _ body: some Sequence<UInt8>,
    _ more: [HTTPHeader: String] = [:]
  ) -> HTTPResponse {
    let body = Data(body)
    var headers = HTTPHeaders([
      .contentType: type, .cacheControl: "no-store", .contentLength: String(body.count),
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
    ])
    for (name, value) in more { headers[name] = value }
    return HTTPResponse(
      statusCode: status, headers: headers, body: request.method == .HEAD ? Data() : body)
  }

  static func type(of file: String) -> String {
    let types = [
      "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
      "js": "text/javascript; charset=utf-8", "json": "application/json",
      "xml": "application/xml; charset=utf-8", "txt": "text/plain; charset=utf-8",
      "md": "text/markdown; charset=utf-8", "jpg": "image/jpeg", "jpeg": "image/jpeg",
      "png": "image/png", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
      "svg": "image/svg+xml", "woff2": "font/woff2",
    ]
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[ending] ?? "application/octet-stream"
  }
}

/// What makes a page of the desk load again; in no export.
enum Reload {
  /// A page that is not looked at does not ask: browsers open few connections to one place.
  static func script(since number: Int) -> String {
    """

    <script>
    (() => {
      let source;
      const look = () => {
        if (source) source.close();
        source = undefined;
        if (document.hidden) return;
        source = new EventSource("\(Pages.events)?since=\(number)");
        source.addEventListener("change", () => location.reload());
      };
      document.addEventListener("visibilitychange", look);
      look();
    })();
    </script>

    """
  }
}

/// The page that says what is wrong, until it is mended.
enum FaultPage {
  static func html(_ failure: Failure) -> String {
    let hint = failure.hint.map { "<p>\(escaped($0))</p>" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>A mistake – stet</title>
      <style>body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 4rem auto; max-width: 42rem; padding: 0 1rem }
      h1 { color: #8c1d18; font-size: 1.3rem } pre { background: #f4f1ec; overflow-wrap: anywhere; padding: 1rem; white-space: pre-wrap }</style>
      </head>
      <body>
      <h1>This page can’t be shown</h1>
      <pre>\(escaped(failure.problem))</pre>
      \(hint)
      <p>It comes back by itself when the file is mended and saved.</p>
      </body>
      </html>

      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

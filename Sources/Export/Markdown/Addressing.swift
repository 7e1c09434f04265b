/// How the addresses in one story's text are written: relative on its page, in full in feeds.
///
/// Judged after entities are decoded and control characters taken out: http, https, mailto and
/// relative ones go out, anything else is text.
struct Addressing: Sendable {
  /// The site's address with a slash at its end; empty where the newsroom has none.
  let site: String
  /// The page of the story below the site, `2026/11/24/slug.html`.
  let page: String
  /// Whether addresses must be whole.
  let isAbsolute: Bool

  /// From the page to the site's root: `../../../`.
  let root: String

  /// A root is given where the page's path does not tell it.
  init(site: String, page: String, isAbsolute: Bool, root: String? = nil) {
    (self.site, self.page, self.isAbsolute) = (site, page, isAbsolute)
    self.root = root ?? String(repeating: "../", count: page.utf8.count { $0 == 0x2F })
  }

  /// The address of a file of the site.
  func own(_ path: String) -> String { (isAbsolute ? site : root) + path }

  /// What stands in `href` for an address as it was written; nil where it must not be a link.
  func link(_ written: String) -> String? {
    guard let address = Self.cleaned(written) else { return nil }
    switch Self.scheme(of: address) {
    case "http"?, "https"?: return Self.hasHost(address) ? address : nil
    case "mailto"?: return address
    case .some: return nil
    case nil: break
    }
    if address.hasPrefix("//") { return "https:" + address }
    if address.hasPrefix("/") {
      let path = address.dropFirst()
      let base = sitePath.dropFirst()
      // A writer may know that the site lives at a path, or not care.
      let below = !base.isEmpty && path.hasPrefix(base) ? path.dropFirst(base.count) : path
      return own(String(below))
    }
    return isAbsolute && !site.isEmpty ? resolved(address) : address
  }

  /// The path of a picture of the newsroom, `media/2026/11/x.jpg`; nil for anything else.
  static func picture(_ written: String) -> String? {
    var path = written[...]
    while let first = path.first, first == "/" || first == "." {
      guard path.hasPrefix("/") || path.hasPrefix("./") || path.hasPrefix("../") else { break }
      path = path.drop { $0 == "." }.dropFirst()
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "media",
      parts.dropFirst().allSatisfy({ part in
        !part.isEmpty && part.first != "."
          && part.utf8.allSatisfy {
            isASCIILetter($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
          }
      })
    else { return nil }
    return String(path)
  }

  /// The address of a picture on another host; nil for anything else.
  static func elsewhere(_ written: String) -> String? {
    guard let address = cleaned(written) else { return nil }
    if address.hasPrefix("//") { return "https:" + address }
    return ["http", "https"].contains(scheme(of: address)) ? address : nil
  }

  /// The site's path: `/news/` of `https://paper.example/news/`.
  var sitePath: Substring {
    guard let scheme = site.firstRange(of: "://") else { return "/" }
    let rest = site[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
  }

  /// A relative address against that of the story, RFC 3986 §5.2.
  private func resolved(_ address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let tail = address[path.endIndex...]
    guard !path.isEmpty else { return site + page + tail }
    let origin = site.dropLast(sitePath.count)
    let folder = (sitePath + page).split(separator: "/", omittingEmptySubsequences: false)
      .dropLast()
    var parts: [Substring] = Array(folder)
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    for step in steps {
      switch step {
      case ".": continue
      case "..": if parts.count > 1 { parts.removeLast() }
      default: parts.append(step)
      }
    }
    if let last = steps.last, last == "." || last == ".." { parts.append("") }
    return origin + parts.joined(separator: "/") + tail
  }

  /// Whether a web address names a host that could be one: none holds a blank or a sign encoded.
  private static func hasHost(_ address: String) -> Bool {
    guard let scheme = address.firstRange(of: "://") else { return true }
    let host = address[scheme.upperBound...].prefix { !["/", "?", "#"].contains($0) }
    return !host.contains("%")
  }

  /// The schemes of addresses that go out.
  static let followed: Set = ["http", "https", "mailto"]

  /// The scheme that any reader of the address could see in it.
  private static func scheme(of address: String) -> String? {
    let bytes = address.utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
    return String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
  }

  /// Without control characters and blanks around it, with what no address may hold encoded.
  private static func cleaned(_ written: String) -> String? {
    // Nearly all are plain ASCII, of which nothing has to be changed.
    if !written.isEmpty, written.utf8.allSatisfy({ isPlain($0) }) {
      guard let scheme = scheme(of: written) else { return written }
      return followed.contains(scheme) ? written : nil
    }
    var scalars = Array(written.unicodeScalars.filter { !isInvisible($0) })
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    scalars = Array(scalars.drop { $0.properties.isWhitespace })
    guard !scalars.isEmpty else { return nil }
    // "java script:" is no scheme to a browser, but whoever wrote it meant one.
    let dense = String(String.UnicodeScalarView(scalars.filter { !$0.properties.isWhitespace }))
    if let scheme = scheme(of: dense), !followed.contains(scheme) { return nil }
    var result = ""
    for byte in String(String.UnicodeScalarView(scalars)).utf8 {
      switch byte {
      // A browser takes a backslash for a slash.
      case 0x5C: result += "/"
      case let byte where isPlain(byte):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count < 2 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }

  /// Whether a character may stand in an address as it is (RFC 3986 §2).
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

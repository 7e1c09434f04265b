/// Addresses of links as sources have them.
enum LinkAddress {
  /// Whether readers may be led there: what has no scheme, http, https and mailto.
  static func isAllowed(_ address: String) -> Bool {
    let part = address.unicodeScalars.prefix { !["/", "?", "#"].contains($0) }
    guard let colon = part.firstIndex(of: ":") else { return true }
    let scheme = part[..<colon].filter {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
    return ["http", "https", "mailto"].contains(String(scheme).lowercased())
  }

  /// Whether it is whole: a scheme, or a host.
  static func isWhole(_ address: String) -> Bool {
    address.hasPrefix("//") || address.lowercased().hasPrefix("http://")
      || address.lowercased().hasPrefix("https://") || address.lowercased().hasPrefix("mailto:")
  }

  static func isPicture(_ address: String) -> Bool {
    let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
    return [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"].contains { path.hasSuffix($0) }
  }

  /// An address of a page of `site` (without a slash at its end) in full; whole ones as they are.
  static func whole(_ address: String, on site: String) -> String {
    guard !isWhole(address), isAllowed(address), !site.isEmpty, !address.hasPrefix("#") else {
      return address
    }
    return address.hasPrefix("/") ? origin(of: site) + address : site + "/" + address
  }

  /// An address in a page as a browser reads it there (RFC 3986 §5.2); whole ones as they are.
  static func resolved(_ address: String, in page: String) -> String {
    guard !isWhole(address), isAllowed(address), !address.hasPrefix("#"), isWhole(page) else {
      return address
    }
    let origin = origin(of: page)
    if address.hasPrefix("/") { return origin + address }
    let path = page.dropFirst(origin.count).prefix { $0 != "?" && $0 != "#" }
    if address.hasPrefix("?") { return origin + (path.isEmpty ? "/" : path) + address }
    let own = address.prefix { $0 != "?" && $0 != "#" }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if parts.isEmpty { parts = [""] }
    for part in own.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..": if parts.count > 1 { parts.removeLast() }
      default: parts.append(part)
      }
    }
    if own.hasSuffix("..") || own.hasSuffix("/.") || own == "." { parts.append("") }
    return origin + parts.joined(separator: "/") + address[own.endIndex...]
  }

  /// Scheme and host: `https://old.example` of `https://old.example/blog`.
  static func origin(of address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return address }
    return String(address[..<scheme.upperBound])
      + address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  }

  /// Everything behind scheme and host, `/` at least; nil for what is no whole address.
  static func path(of address: String) -> String? {
    guard address.firstRange(of: "://") != nil else { return nil }
    let rest = address.dropFirst(origin(of: address).count).prefix { $0 != "#" }
    return rest.hasPrefix("/") ? String(rest) : "/" + rest
  }
}

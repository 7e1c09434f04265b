/// The site from which stories come, as links name it: with and without `www.`, encrypted or not.
struct OldSite {
  private let host: String
  /// Below its host, without a slash at the end: empty, or `/blog`.
  private let base: String

  /// Nil for what is no address of a site.
  init?(_ address: String) {
    guard let (host, path) = Self.parted(address), !host.isEmpty else { return nil }
    self.host = host
    var base = path.prefix { $0 != "?" && $0 != "#" }
    while base.hasSuffix("/") { base.removeLast() }
    self.base = String(base)
  }

  /// Host and path of a whole address; nil for any other.
  private static func parted(_ address: String) -> (host: String, path: Substring)? {
    guard let mark = address.firstRange(of: "//") else { return nil }
    guard ["", "http:", "https:"].contains(address[..<mark.lowerBound].lowercased()) else {
      return nil
    }
    let rest = address[mark.upperBound...]
    let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    var host = rest[..<end].lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    return (host, rest[end...])
  }

  /// The path below the site of one of its addresses, with what follows it; nil for those of others.
  func path(of address: String) -> String? {
    guard let (host, path) = Self.parted(address), host == self.host else { return nil }
    guard let below = below(path) else { return nil }
    return below
  }

  /// A path from the root of the host as one below the site; nil where it is beside that.
  private func below(_ path: Substring) -> String? {
    guard path.hasPrefix(base) else { return nil }
    let rest = path.dropFirst(base.count)
    if rest.isEmpty { return "/" }
    if rest.hasPrefix("?") || rest.hasPrefix("#") { return "/" + rest }
    return rest.hasPrefix("/") ? String(rest) : nil
  }

  /// What a path that begins with a slash is below the site: `/blog/x` and `/x` of a site at `/blog` are one.
  func path(ofRooted path: String) -> String {
    base.isEmpty ? path : below(path[...]) ?? path
  }

  /// The site that links of the stories themselves name where nothing else does: the host on which most of
  /// them find a story's old address, days and words and all.
  static func guessed(_ stories: [Incoming], _ isKnown: (AddressKey) -> Bool) -> OldSite? {
    var counts: [String: Int] = [:]
    for story in stories where story.body.contains("://") {
      for address in addresses(in: Array(story.body.utf8)) {
        guard let (host, path) = parted(address), path.count(where: { $0 == "/" }) > 2,
          let key = AddressKey(String(path)), isKnown(key)
        else { continue }
        counts[host, default: 0] += 1
      }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { OldSite("https://" + $0.key) }
  }

  /// Whatever in a text begins as a web address does, up to what surely is none of it.
  private static func addresses(in text: [UInt8]) -> [String] {
    var found: [String] = []
    var index = 0
    while index + 8 < text.count {
      guard text[index] == 0x3A, text[index + 1] == 0x2F, text[index + 2] == 0x2F else {
        index += 1
        continue
      }
      let rest = text[(index + 1)...].prefix {
        $0 > 0x20 && ![0x22, 0x29, 0x3C, 0x3E, 0x5D].contains($0)
      }
      found.append(String(decoding: rest, as: UTF8.self))
      index = rest.endIndex
    }
    return found
  }
}

extension [OldSite] {
  /// Those that a batch names.
  init(of batch: Batch) {
    self = ([batch.site].compactMap(\.self) + batch.furtherSites).compactMap { OldSite($0) }
  }

  func path(of address: String) -> String? {
    // Ghost's word for its own site.
    let mark = "__GHOST_URL__"
    if address.hasPrefix(mark) {
      return address == mark ? "/" : String(address.dropFirst(mark.count))
    }
    return lazy.compactMap { $0.path(of: address) }.first
  }

  func path(ofRooted path: String) -> String { first?.path(ofRooted: path) ?? path }
}

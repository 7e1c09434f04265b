/// A link in a text, with its address as it is written.
public struct WrittenLink: Hashable, Sendable {
  public var address: String
  /// Its place in the file, in bytes.
  public var offset: Int
  public var isPicture: Bool
}

/// Where a link leads, as the house sees it.
public enum Destination: Hashable, Sendable {
  /// A page of the site below its root, as `2026/11/20/plan.html`, and a place in it.
  case own(path: String, fragment: String?)
  /// A place in the story itself.
  case here(fragment: String)
  case elsewhere(String)
  case mail(String)
  /// Nothing that a reader can follow, and why.
  case nowhere(String)

  /// `page` is the story's own below the site's root.
  public init(_ address: String, site: String?, page: String) {
    let text = address.filter { !$0.isNewline && $0 != "\t" }
    if text.isEmpty {
      self = .nowhere("the link leads nowhere")
    } else if text.contains(" ") {
      self = .nowhere("an address has no blanks: write %20, or put it between < and >")
    } else if text.hasPrefix("#") {
      self = .here(fragment: String(text.dropFirst()))
    } else if let scheme = Self.scheme(of: text) {
      self.init(text, scheme: scheme, site: site)
    } else if text.hasPrefix("//") {
      self.init("https:\(text)", scheme: "https", site: site)
    } else if text.hasPrefix("/") {
      self = Self.page(text.dropFirst(), below: site)
    } else if text.hasPrefix("?") {
      self = .nowhere("\(text) leads to the page itself")
    } else {
      self = Self.page(Self.resolved(text, from: page)[...], below: nil)
    }
  }

  private init(_ text: String, scheme: String, site: String?) {
    switch scheme {
    case "mailto":
      let box = text.dropFirst("mailto:".count).prefix { $0 != "?" }
      let parts = box.split(separator: "@", omittingEmptySubsequences: false)
      self =
        parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && parts[1].contains(".")
        ? .mail(String(box)) : .nowhere("\(box) is no address of a mailbox")
    case "http", "https":
      let secure = "https" + text.dropFirst(scheme.count)
      let home = site.map { "https" + ($0.hasPrefix("https") ? $0.dropFirst(5) : $0.dropFirst(4)) }
      if let home, secure.lowercased().hasPrefix(home.lowercased()) {
        self = Self.page(secure.dropFirst(home.count)[...], below: nil)
        return
      }
      let host = Self.host(of: text)
      if host.isEmpty {
        self = .nowhere("\(text) names no host")
      } else if Self.isPrivate(host) {
        self = .nowhere("\(host) is a machine that readers can't reach")
      } else if !host.contains("."), !host.hasPrefix("[") {
        self = .nowhere("\(host) is no host on the web")
      } else {
        self = .elsewhere(text)
      }
    default: self = .nowhere("readers can't follow a `\(scheme):` link")
    }
  }

  private static func page(_ text: Substring, below site: String?) -> Destination {
    var text = text
    if let site, let start = site.firstRange(of: "://") {
      // A writer may know that the site lives at a path, or not care.
      let path = site[start.upperBound...].drop { $0 != "/" }.dropFirst()
      if !path.isEmpty, text.hasPrefix(path) { text = text.dropFirst(path.count) }
    }
    let path = text.prefix { $0 != "?" && $0 != "#" }
    let rest = text[path.endIndex...]
    let fragment = rest.firstIndex(of: "#").map { String(rest[$0...].dropFirst()) }
    return .own(path: String(path), fragment: fragment)
  }

  private static func resolved(_ text: String, from page: String) -> String {
    let path = text.prefix { $0 != "?" && $0 != "#" }
    var parts = page.split(separator: "/").dropLast()
    for step in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch step {
      case ".": continue
      case "..": parts = parts.dropLast()
      default: parts.append(step)
      }
    }
    return parts.joined(separator: "/") + text[path.endIndex...]
  }

  static func scheme(of text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon]
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic,
      name.unicodeScalars.allSatisfy({
        $0.isASCII && (Prose.isPart($0) || $0 == "+" || $0 == "-" || $0 == ".")
      })
    else { return nil }
    return name.lowercased()
  }

  private static func host(of text: String) -> String {
    guard let start = text.firstRange(of: "://") else { return "" }
    var host = text[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let at = host.lastIndex(of: "@") { host = host[at...].dropFirst() }
    if host.hasPrefix("[") { return String(host.prefix { $0 != "]" }) + "]" }
    return host.prefix { $0 != ":" }.lowercased()
  }

  private static func isPrivate(_ host: String) -> Bool {
    if host == "localhost" || host.hasSuffix(".localhost") || host.hasSuffix(".local") {
      return true
    }
    if host == "[::1]" || host.hasPrefix("[fe80") || host.hasPrefix("[fd") { return true }
    let numbers = host.split(separator: ".").compactMap { UInt8($0) }
    guard numbers.count == 4, host.split(separator: ".").count == 4 else { return false }
    return switch (numbers[0], numbers[1]) {
    case (127, _), (10, _), (0, _), (192, 168), (169, 254), (172, 16...31): true
    default: false
    }
  }
}

extension Sheet {
  /// The links and pictures of the body, the links of READ MORE, in the order in which they stand.
  public var links: [WrittenLink] {
    var links: [WrittenLink] = []
    for element in story["related"]?.elements ?? [] {
      guard case .outside(_, let url, _)? = Related(element) else { continue }
      links.append(
        WrittenLink(address: url, offset: offset(of: url, in: "related"), isPicture: false))
    }
    return links + body.links
  }

  /// The page of the story below the site's root: where readers have it, or will.
  func page(in desk: Desk) throws(Damage) -> String {
    let entry = try story.id.flatMap { id throws(Damage) in try desk.memory.entry(id) }
    let path = entry.map { $0.livePath ?? $0.path } ?? "articles/0000/00/00/story.md"
    return Sheet.page(ofPath: path)
  }

  static func page(ofPath path: String) -> String {
    path.dropFirst("articles/".count).dropLast(".md".count) + ".html"
  }
}

extension Prose {
  /// What its links lead to and which pictures it shows.
  var links: [WrittenLink] {
    var links: [WrittenLink] = []
    var index = 0
    while index < scalars.count {
      guard parts[index] != .code, parts[index] != .hidden, parts[index] != .escape,
        let target = LinkTarget(at: index, in: scalars)
      else {
        index += 1
        continue
      }
      let isMark = scalars[index] == "]"
      if let range = address(in: target.text, isMark: isMark) {
        // Between `<` and `>` a blank is part of the address.
        let isAngled = isMark && range.lowerBound > 0 && scalars[range.lowerBound - 1] == "<"
        links.append(
          WrittenLink(
            address: isAngled ? text(range).replacing(" ", with: "%20") : text(range),
            offset: starts[range.lowerBound],
            isPicture: isMark && scalar(index + 1) == "("
              ? pictureStart(before: index) != nil : target.isPicture))
      } else if isMark, scalar(index + 1) == "(" {
        links.append(
          WrittenLink(
            address: "", offset: starts[index],
            isPicture: pictureStart(before: index) != nil))
      }
      index = max(target.end, index + 1)
    }
    return links
  }

  /// An address without its title; between `<` and `>` it may hold blanks.
  func address(in range: Range<Int>, isMark: Bool) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound, Letter.isBlank(scalars[start]) { start += 1 }
    guard start < range.upperBound else { return nil }
    if isMark, scalars[start] == "<" {
      let end = scalars[start..<range.upperBound].firstIndex(of: ">") ?? range.upperBound
      return start + 1 < end ? start + 1..<end : nil
    }
    var end = range.upperBound
    // A title stands in quotation marks or brackets behind a blank.
    let title = scalars[start..<end].indices.dropFirst().first { index in
      Letter.isBlank(scalars[index - 1]) && ["\"", "'", "("].contains(scalars[index])
    }
    if let title { end = title }
    while end > start, Letter.isBlank(scalars[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// Where the picture begins whose bracket closes at `index`; nil where it is a link's.
  func pictureStart(before index: Int) -> Int? {
    var depth = 0
    var place = index
    while place >= 0, index - place < 2_000 {
      switch scalars[place] {
      case "]" where parts[place] != .code && parts[place] != .escape: depth += 1
      case "[" where parts[place] != .code && parts[place] != .escape:
        depth -= 1
        if depth == 0 {
          let isPicture = place > 0 && scalars[place - 1] == "!" && parts[place - 1] != .escape
          return isPicture ? place - 1 : nil
        }
      default: break
      }
      place -= 1
    }
    return nil
  }
}

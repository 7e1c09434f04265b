internal import Editorial

extension Format {
  static let sitemap = Format(
    "sitemap", "sitemap.xml, every page that search engines should know", owns: Sitemap.owns
  ) { archive, emit in
    for file in try Sitemap(archive, Lists(archive)).single() { try emit(file) }
    return archive.siteURL.isEmpty ? 0 : archive.live.count
  }
}

/// The addresses that search engines should know (https://www.sitemaps.org/protocol.html).
///
/// Of the lists, each one's first page: their years and the months lead on to what is here anyway.
/// Redirects, notices of withdrawn stories and the page of what is not found are left out. Without an
/// address of the newsroom there is no sitemap.
struct Sitemap: Sendable {
  /// As many addresses as one file may have.
  static let most = 50_000

  let archive: Archive
  let lists: Lists

  struct Address: Sendable {
    /// Below the site; empty for the front.
    let path: String
    let changed: Moment?
  }

  /// A file of addresses.
  struct Part: Sendable {
    let name: String
    let addresses: [Address]
  }

  init(_ archive: Archive, _ lists: Lists) { (self.archive, self.lists) = (archive, lists) }

  /// All addresses in one file; where that may not hold them, what a site has.
  func single() throws -> [File] {
    let addresses = parts().flatMap(\.addresses)
    guard addresses.count <= Self.most else { return try files() }
    return addresses.isEmpty ? [] : [try file(Part(name: "sitemap.xml", addresses: addresses))]
  }

  /// The index of the parts, and those, as a site has them.
  func files() throws -> [File] {
    let parts = parts()
    return parts.isEmpty ? [] : [try index(parts)] + (try parts.map(file))
  }

  /// `sitemap-pages.xml` for fronts and lists, `sitemap-2026-11.xml` for the stories of a month, the
  /// newest month first; one that does not fit into a file goes on in `sitemap-2026-11-2.xml`.
  func parts() -> [Part] {
    guard !archive.siteURL.isEmpty, !archive.live.isEmpty else { return [] }
    var parts = Self.split("sitemap-pages", pages)
    for month in lists.months {
      let addresses = month.places.map { place in
        let story = archive.live[place]
        return Address(path: String(story.urlPath.dropFirst()), changed: story.changed)
      }
      parts += Self.split("sitemap-\(padded(month.year, to: 4))-\(padded(month.month))", addresses)
    }
    return parts
  }

  static func split(_ name: String, _ addresses: [Address], most: Int = most) -> [Part] {
    stride(from: 0, to: addresses.count, by: most).map { start in
      Part(
        name: start == 0 ? "\(name).xml" : "\(name)-\(start / most + 1).xml",
        addresses: Array(addresses[start..<min(start + most, addresses.count)]))
    }
  }

  private var pages: [Address] {
    let newest = archive.live.map(\.changed).max()
    var pages = [
      Address(path: "", changed: newest), Address(path: "corrections/", changed: corrected),
    ]
    for list in lists.sections + lists.tags + lists.authors {
      let changed = list.places.map { archive.live[$0].changed }.max()
      pages.append(Address(path: list.folder(), changed: changed))
    }
    return pages
  }

  /// When the page of notices changed last.
  private var corrected: Moment? { archive.shown.flatMap(\.notices).map(\.at).max() }

  func file(_ part: Part) throws -> File {
    var writer = try XMLWriter()
    writer.comment(archive.edition.ribbon)
    writer.element("urlset", ["xmlns": Self.namespace]) { writer in
      for address in part.addresses {
        writer.element("url") { writer in
          writer.element("loc", [:], archive.siteURL + address.path)
          writer.element("lastmod", [:], address.changed?.description)
        }
      }
    }
    return File(part.name, try writer.finish())
  }

  func index(_ parts: [Part]) throws -> File {
    var writer = try XMLWriter()
    writer.comment(archive.edition.ribbon)
    writer.element("sitemapindex", ["xmlns": Self.namespace]) { writer in
      for part in parts {
        writer.element("sitemap") { writer in
          writer.element("loc", [:], archive.siteURL + part.name)
          writer.element(
            "lastmod", [:], part.addresses.compactMap(\.changed).max()?.description)
        }
      }
    }
    return File("sitemap.xml", try writer.finish())
  }

  static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  /// Whether a path has the form of one of ours.
  @Sendable static func owns(_ path: String) -> Bool {
    guard path != "sitemap.xml" else { return true }
    guard path.hasPrefix("sitemap-"), path.hasSuffix(".xml") else { return false }
    let name = path.dropFirst("sitemap-".count).dropLast(".xml".count)
    let isNumber = { (part: Substring) in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    var parts = name.split(separator: "-", omittingEmptySubsequences: false)[...]
    guard let first = parts.popFirst() else { return false }
    if first != "pages" {
      guard isNumber(first), first.utf8.count == 4, let month = parts.popFirst(), isNumber(month),
        month.utf8.count == 2
      else { return false }
    }
    return parts.count <= 1 && parts.allSatisfy(isNumber)
  }
}

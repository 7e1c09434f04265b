extension Site {
  /// What crawlers may read; it names the sitemaps that there are.
  func robots(_ sitemaps: [String]) -> File {
    guard archive.edition.ribbon == nil else {
      return File("robots.txt", "User-agent: *\nDisallow: /\n")
    }
    let lines = sitemaps.map { "Sitemap: \(archive.siteURL)\($0)\n" }
    return File(
      "robots.txt", "User-agent: *\nAllow: /\n" + (lines.isEmpty ? "" : "\n") + lines.joined())
  }

  /// The index of the sitemaps, the news and robots.txt.
  func finders() throws -> Rendering {
    let parts = sitemap.parts()
    let index = parts.isEmpty ? nil : try sitemap.index(parts)
    let files = [index, try NewsSitemap(archive).file()].compactMap { $0 }
    return Rendering(files: files + [robots(files.map(\.path))])
  }
}

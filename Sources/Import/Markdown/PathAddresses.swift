internal import Editorial

/// The addresses that pages of a folder of Markdown had, as far as their fields and paths show.
enum PathAddresses {
  /// Folders that systems keep pages in and that no address shows.
  private static let hidden: Set = ["content", "pages", "src", "source", "site", "app", "locale"]
  private static let ofPosts: Set = ["posts", "post", "articles", "blog-posts"]

  /// `day` is that of the story.
  static func of(_ path: String, _ matter: Matter, _ name: DatedName, on day: Day?) -> [String] {
    var found: [String] = []
    func add(_ address: String) { if !found.contains(address) { found.append(address) } }
    for key in ["permalink", "url", "path"] {
      guard let given = matter.text(key), isPath(given) else { continue }
      add(given.hasPrefix("/") ? given : "/" + given)
    }
    // Whoever says an address means no other.
    guard found.isEmpty else { return found }
    var folders = folder(of: path).split(separator: "/").map(String.init)
    var isSite = matter["layout"] != nil || matter["slug"] != nil
    // A site may be a folder of a larger whole: `apps/site/pages/en/x.md`.
    if let top = folders.prefix(4).lastIndex(where: { hidden.contains($0.lowercased()) }) {
      folders.removeFirst(top + 1)
      isSite = true
    }
    let slug = matter.text("slug").flatMap { isPath($0) && !$0.contains("/") ? $0 : nil }
    if let day = name.day {
      let posts = folders.first.map { ofPosts.contains($0.lowercased()) } ?? false
      let parts = folders.filter {
        !$0.hasPrefix("_") && !$0.allSatisfy(\.isNumber) && !ofPosts.contains($0.lowercased())
      }
      for last in [name.rest, slug ?? ""] where !last.isEmpty {
        let dated = Permalink.path(of: day) + "/" + last + ".html"
        let address = parts.map { "/" + $0 }.joined() + dated
        // Whether the folder was part of it, no file says.
        if isPath(address) {
          add(address)
          if posts { add(dated) }
        }
      }
      return found
    }
    // Hexo's posts have their days in their fields, and in their addresses.
    if folders.contains("_posts"), let day {
      let address = Permalink.path(of: day) + "/" + stem(of: path) + "/"
      return isPath(address) ? [address] : []
    }
    // A manuscript that never was on a site has no address there.
    guard isSite else { return found }
    var last = stem(of: path)
    // Next.js calls the page of a folder so.
    if last == "index" || last == "page", let folder = folders.popLast() { last = folder }
    let parts = folders.filter { !$0.hasPrefix("_") }
    for name in [last, slug ?? ""] where !name.isEmpty {
      let address = "/" + (parts + [name]).joined(separator: "/")
      if isPath(address) { add(address) }
    }
    return found
  }

  /// Whether a text is a path that an address may have: letters, digits, and a few signs.
  private static func isPath(_ text: String) -> Bool {
    !text.isEmpty && text != "/" && !text.contains("//")
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "-._~/%+@".unicodeScalars.contains($0)
      }
  }
}

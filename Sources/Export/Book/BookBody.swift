internal import Editorial

extension Book {
  /// A story's text as it stands in the book: links to its stories lead to them, all others are whole;
  /// pictures that are not in it are their words.
  func body(of story: Article) throws -> String {
    let text = try archive.markdown(of: story)
    let page = Self.path(of: story)
    let addressing = Addressing(site: "", page: page, isAbsolute: false)
    let ids = HTMLBody(text, addressing).ids
    return HTMLBody(Markdown(events: events(text, of: story, ids)), addressing).html
      // A book's reader has all pictures at hand.
      .replacing(" loading=\"lazy\"", with: "")
  }

  private func events(
    _ text: Markdown, of story: Article, _ ids: Set<String>
  ) -> [MarkdownEvent] {
    let links = links(on: String(story.urlPath.dropFirst()))
    return text.events.map { event in
      switch event {
      case .open(.link(let address, let title)):
        .open(.link(address: self.address(address, links, story, ids) ?? "", title: title))
      case .picture(let source, let title, let alt):
        switch Addressing.picture(source) {
        case let path? where Picture.isKnown(path):
          pictures[path] == nil
            ? .text(alt.isEmpty ? title : alt)
            : .picture(source: path, title: title, alt: alt)
        default: event
        }
      default: event
      }
    }
  }

  /// An address in the text of `story`, seen from its page in the book; nil where it leads nowhere.
  func address(
    _ written: String, _ links: Addressing, _ story: Article, _ ids: Set<String> = []
  ) -> String? {
    guard let whole = links.link(written) else { return nil }
    guard let (other, fragment) = target(of: whole) else {
      return isNobodys(whole) || !isAddress(whole) ? nil : whole
    }
    if other.id == story.id {
      if ids.contains(String(fragment)) { return "#\(fragment)" }
      return isAddress(whole) && !archive.siteURL.isEmpty ? whole : nil
    }
    return String(Self.path(of: other).dropFirst("stories/".count))
  }

  /// Whether a book's checker takes it for an address: it must have a host that is one.
  private func isAddress(_ whole: String) -> Bool {
    guard let start = whole.firstRange(of: "://")?.upperBound else { return !whole.hasSuffix(":") }
    let host = whole[start...].prefix { !"/?#".contains($0) }
    return !host.isEmpty
      && host.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
          || [0x2D, 0x2E, 0x3A].contains(byte)
      }
  }
}

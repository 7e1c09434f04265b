internal import Editorial

extension Book {
  /// The page of a story.
  func page(of story: Article) throws -> String {
    let path = Self.path(of: story)
    let language = story.language.flatMap { $0 == archive.house.language ? nil : $0 }
    let side = language.map { direction(of: $0) ?? "ltr" }
    let body = try body(of: story)
    return try page(story.headline, at: path) { writer in
      writer.element(
        "article", ["lang": language, "xml:lang": language, "dir": side]
      ) { writer in
        head(of: story, into: &writer)
        writer.start("div", ["class": "body"])
        writer.raw("\n" + body)
        writer.end()
        foot(of: story, into: &writer)
      }
    }
  }

  private func head(of story: Article, into writer: inout XMLWriter) {
    let attribution = archive.attribution(of: story)
    writer.element("header") { writer in
      let section = story.section.map { archive.house.label(ofSection: $0) }
      writer.element("p", ["class": "kicker"], story.kicker ?? section)
      writer.element("h1", [:], story.headline)
      writer.element("p", ["class": "standfirst"], story.standfirst)
      writer.element("p", ["class": "byline"], attribution.byline)
      let dated = [story.dateline, archive.zone.shown(story.published)].compactMap { $0 }
      let updated = story.updated.map { "Updated \(archive.zone.shown($0))" }
      writer.element("p", ["class": "dated"], dated.joined(separator: ", "))
      writer.element("p", ["class": "dated"], updated)
    }
    guard let image = story.image, let path = Addressing.picture(image.file),
      let facts = pictures[path]
    else { return }
    writer.element("figure") { writer in
      writer.empty(
        "img",
        [
          "src": "../\(path)", "alt": image.alt ?? image.caption ?? "",
          "width": String(facts.width), "height": String(facts.height),
        ])
      let caption = [image.caption, image.rights].compactMap { $0 }.joined(separator: " ")
      writer.element("figcaption", [:], caption.isEmpty ? nil : caption)
    }
  }

  private func foot(of story: Article, into writer: inout XMLWriter) {
    writer.element("p", ["class": "credit"], archive.attribution(of: story).credit)
    writer.element("p", ["class": "credit"], story.copyright)
    for notice in story.noticesByDate {
      writer.element("p", ["class": "notice"], notice.line(archive.zone))
    }
    let links = links(on: String(story.urlPath.dropFirst()))
    let related = archive.related(of: story).compactMap { entry -> FeedLink? in
      switch entry {
      case .own(let name):
        archive.story(named: name).flatMap { other in
          address(links.own(String(other.urlPath.dropFirst())), links, story).map {
            FeedLink(title: other.headline, address: $0)
          }
        }
      case .outside(let headline, let url, let source):
        address(url, links, story).map {
          FeedLink(title: Site.titled(headline, from: source), address: $0)
        }
      }
    }
    guard !related.isEmpty else { return }
    writer.element("aside") { writer in
      writer.element("h2", [:], "Read more")
      writer.element("ul") { writer in
        for link in related {
          writer.element("li") { $0.element("a", ["href": link.address], link.title) }
        }
      }
    }
  }
}

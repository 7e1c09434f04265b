internal import Editorial

extension Site {
  func storyPage(_ story: Article) throws -> Rendering {
    guard story.publication == .live else { return try withdrawnPage(story) }
    let path = String(story.urlPath.dropFirst())
    let links = addressing(path)
    let text = try archive.markdown(of: story)
    archive.note(text, of: story)
    let body = HTMLBody(text, links, try archive.pictures(in: text))
    let attribution = archive.attribution(of: story)
    let byline = bylineParts(of: story, links)
    let updated = story.updated
    let section = story.section.flatMap { id in lists.sections.first { $0.id == id } }
    let foreign = foreignLanguage(of: story)
    let tags = story.tags.map { tag in
      Fields(["label": tag, "url": links.own("tag/\(listName(tag))/index.html")])
    }
    let related = related(of: story, links)
    let image = shownPicture(of: story)
    let picture = try picture(of: story, image, links)
    let translations = translationFields(of: story, links)
    let content = templates.render(
      "story",
      Fields([
        "language": foreign, "direction": foreign.map { direction(of: $0) ?? "ltr" },
        "houseLanguage": archive.house.language, "isLong": Self.isLong(story.headline),
        "kicker": story.kicker ?? story.section.map { archive.house.label(ofSection: $0) },
        "sectionURL": section.map { links.own($0.folder() + "index.html") },
        "headline": story.headline, "standfirst": story.standfirst,
        "hasByline": !byline.isEmpty, "byline": byline, "dateline": story.dateline,
        "published": archive.zone.shown(story.published),
        "publishedISO": archive.zone.iso(story.published),
        "updated": updated.map(archive.zone.shown), "updatedISO": updated.map(archive.zone.iso),
        "flag": story.noticesByDate.first.map {
          "\($0.label), \(archive.zone.day(of: $0.at).shown)"
        },
        "hasTranslations": !translations.isEmpty, "translations": translations,
        "picture": picture, "body": body.html, "credits": attribution.credit,
        "hasNotices": !story.notices.isEmpty, "notices": notices(of: story),
        "hasTags": !tags.isEmpty, "tags": tags,
        "hasRelated": !related.isEmpty, "related": related,
        "authors": authors(of: story, links),
      ]).with(try recentFields(for: story, links)))
    let description = try archive.teaser(of: story, words: 40)
    var layout = Layout(path: path, title: story.headline)
    layout.description = description
    layout.section = story.section
    layout.image = picture == nil ? nil : image
    layout.imageAlt = story.image.flatMap { $0.alt ?? $0.caption }
    layout.language = foreign
    layout.alternates = alternates(of: story)
    layout.data = try linkedData(of: story, description: description, image: layout.image)
    layout.graph = graph(of: story)
    let linked = try body.linked.filter { try archive.picture(at: $0) != nil }
    return Rendering(
      files: [try page(layout, content)],
      pictures: body.pictures + linked + [image].compactMap { $0 })
  }

  private func withdrawnPage(_ story: Article) throws -> Rendering {
    let path = String(story.urlPath.dropFirst())
    let links = addressing(path)
    let content = templates.render(
      "withdrawn",
      Fields([
        "kicker": story.headline.isEmpty ? nil : Article.withdrawnTitle, "headline": story.title,
        "published": archive.zone.shown(story.published),
        "publishedISO": archive.zone.iso(story.published),
        "hasNotices": !story.notices.isEmpty, "notices": notices(of: story),
        "otherwise": story.withdrawal == nil ? story.withdrawalText : nil,
      ]).with(try recentFields(for: story, links)))
    var layout = Layout(path: path, title: story.title)
    layout.isHidden = true
    return Rendering(files: [try page(layout, content)])
  }

  /// The byline in house style, cut where a name leads to its author's page.
  private func bylineParts(of story: Article, _ links: Addressing) -> [Fields] {
    guard !story.byline.isEmpty else { return [] }
    // A noncharacter stands for each name while the house's words are put around them.
    let sign = Unicode.Scalar(0xFDD0 as UInt32).map(Character.init) ?? "\u{E000}"
    let pattern =
      Attribution(
        byline: story.byline.map { _ in String(sign) }, credit: [], reporting: [], editors: [],
        style: archive.house.credits
      ).byline ?? ""
    var parts: [Fields] = []
    let texts = pattern.split(separator: sign, omittingEmptySubsequences: false)
    for (index, text) in texts.enumerated() {
      if !text.isEmpty { parts.append(Fields(["text": String(text), "url": nil])) }
      guard index < texts.count - 1, index < story.byline.count else { continue }
      let (name, profile) = archive.person(story.byline[index])
      parts.append(Fields(["text": name, "url": lists.page(of: profile).map(links.own)]))
    }
    return parts
  }

  /// The picture over a story, with its caption.
  private func picture(
    of story: Article, _ path: String?, _ links: Addressing
  ) throws -> Fields? {
    guard let image = story.image, let path else { return nil }
    return try self.image(
      path, alt: image.alt ?? image.caption, at: .story, isFirst: true, links
    )?.with(
      Fields([
        "hasCaption": image.caption != nil || image.rights != nil, "caption": image.caption,
        "credit": image.rights,
      ]))
  }

  private func notices(of story: Article) -> [Fields] {
    story.noticesByDate.map { notice in
      Fields([
        "label": notice.label, "text": notice.text, "iso": archive.zone.iso(notice.at),
        "day": archive.zone.day(of: notice.at).shown, "language": foreignLanguage(of: story),
      ])
    }
  }

  private func related(of story: Article, _ links: Addressing) -> [Fields] {
    archive.related(of: story).compactMap { entry -> Fields? in
      switch entry {
      case .own(let name):
        guard let other = archive.story(named: name) else { return nil }
        return Fields([
          "headline": other.headline, "url": links.own(String(other.urlPath.dropFirst())),
          "language": foreignLanguage(of: other),
        ])
      case .outside(let headline, let url, let source):
        guard let target = links.link(url) else { return nil }
        return Fields([
          "headline": Self.titled(headline, from: source), "url": target, "language": nil,
        ])
      }
    }
  }

  /// `Tolls across Europe compared – ET`; a source that stands there already is not added again.
  static func titled(_ headline: String, from source: String?) -> String {
    guard let source, !source.isEmpty else { return headline }
    let end = headline.lowercased()
    for dash in ["–", "—", "-", "|", "·"] where end.hasSuffix("\(dash) \(source.lowercased())") {
      return headline
    }
    return "\(headline) – \(source)"
  }

  /// Those of the byline who have a bio; without a byline, the editors.
  private func authors(of story: Article, _ links: Addressing) -> [Fields] {
    let profiles =
      story.byline.isEmpty
      ? story.editors.map { archive.edition.people[$0] }
      : story.byline.map { archive.person($0).profile }
    return profiles.compactMap { $0 }.filter { $0.bio?.isEmpty == false }.map { profile in
      Fields([
        "name": profile.name, "bio": profile.bio, "url": lists.page(of: profile).map(links.own),
      ])
    }
  }
}

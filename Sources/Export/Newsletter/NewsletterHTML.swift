internal import Editorial

extension Newsletter {
  /// One column of tables with their styles in place, which is what programs for mail understand.
  ///
  /// A witness is told what the templates are given.
  func html(_ witness: Witness? = nil) throws -> String {
    var site = try Site(archive)
    site.templates.witness = witness
    let house = archive.house
    let page = site.templates.render(
      "newsletter",
      Fields([
        "language": house.language, "direction": direction(of: house.language) ?? "ltr",
        "title": title, "preheader": preheader, "ribbon": archive.edition.ribbon,
        "site": house.title, "day": day, "home": archive.siteURL,
        "lead": try lead.map { try fields(of: $0, isLead: true) },
        "chapters": try chapters.map { chapter in
          Fields([
            "heading": heading(of: chapter),
            "stories": try chapter.stories.map { try fields(of: $0, in: chapter) },
          ])
        },
        "hasCorrected": !corrected.isEmpty,
        "corrected": corrected.map { story, notice in
          Fields([
            "headline": story.title, "url": address(of: story), "label": notice.label,
            "day": archive.zone.day(of: notice.at).shown, "text": notice.text,
            "language": foreign(story), "direction": side(story),
          ])
        },
        "rest": rest == 0 ? nil : String(rest), "publisher": house.publisher,
      ]))
    return site.marked(page, archive.edition.ribbon)
  }

  /// What programs for mail show beside the subject.
  private var preheader: String { stories.prefix(3).map(\.title).joined(separator: " · ") }

  private func fields(
    of story: Article, isLead: Bool = false, in chapter: Chapter? = nil
  ) throws -> Fields {
    let picture = isLead ? try picture(of: story) : nil
    return Fields([
      "isLead": isLead, "headline": story.headline, "url": address(of: story),
      "kicker": kicker(of: story, in: chapter), "teaser": try teaser(of: story),
      "byline": archive.byline(of: story), "picture": picture,
      "language": foreign(story), "direction": side(story),
    ])
  }

  /// As wide as the mail at most.
  private func picture(of story: Article) throws -> Fields? {
    guard !archive.siteURL.isEmpty else { return nil }
    let links = Addressing(site: archive.siteURL, page: "", isAbsolute: true)
    guard let picture = try FeedPicture(of: story, archive, links), picture.facts.width > 0 else {
      return nil
    }
    let width = min(picture.facts.width, Self.width)
    return Fields([
      "source": picture.address, "alt": picture.words, "width": String(width),
      "height": String(max(1, picture.facts.height * width / picture.facts.width)),
      "credit": picture.image.credit,
    ])
  }

  private static let width = 592

  private func foreign(_ story: Article) -> String? {
    story.language.flatMap { $0 == archive.house.language ? nil : $0 }
  }

  private func side(_ story: Article) -> String? {
    foreign(story).map { direction(of: $0) ?? "ltr" }
  }
}

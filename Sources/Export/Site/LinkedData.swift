internal import Editorial

extension Site {
  /// The story as schema.org's NewsArticle (https://schema.org/NewsArticle, release 30.0).
  func linkedData(of story: Article, description: String, image: String?) throws -> JSON {
    let house = archive.house
    let url = canonical(String(story.urlPath.dropFirst()))
    let keywords = story.tags
    let reporting = story.reporting.map { person($0) }
    let translations = works(of: story, isOrigin: false)
    let (mentions, citations) = related(of: story)
    return .members([
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      "identifier": .string(story.id.urn),
      "headline": .string(story.headline),
      "alternativeHeadline": story.kicker.map(JSON.string),
      "description": description.isEmpty ? nil : .string(description),
      "abstract": story.summary.map(JSON.string),
      "url": url.map(JSON.string),
      "mainEntityOfPage": url.map { .members(["@type": "WebPage", "@id": .string($0)]) },
      "dateCreated": story.created.map { .string(archive.zone.iso($0)) },
      "datePublished": .string(archive.zone.iso(story.published)),
      "dateModified": .string(archive.zone.iso(story.changed)),
      "inLanguage": .string(story.language ?? house.language),
      "articleSection": story.section.map { .string(house.label(ofSection: $0)) },
      "keywords": keywords.isEmpty ? nil : .strings(keywords),
      "about": topics(of: story),
      "genre": story.genres.isEmpty ? nil : .strings(story.genres),
      "dateline": story.dateline.map(JSON.string),
      "locationCreated": story.dateline.map {
        .members(["@type": "Place", "name": .string($0)])
      },
      "author": authors(of: story),
      "contributor": reporting.isEmpty ? nil : .array(reporting),
      "editor": story.editors.isEmpty
        ? nil : .array(story.editors.map { person($0.description) }),
      "creditText": story.credit.isEmpty
        ? nil : .string(prose(story.credit, house.credits.and)),
      "copyrightNotice": story.copyright.map(JSON.string),
      "publisher": publisher,
      "image": try image.flatMap { try self.image($0, of: story) },
      "version": .number(story.version),
      "creativeWorkStatus": "Published",
      "mentions": mentions.isEmpty ? nil : .array(mentions),
      "citation": citations.isEmpty ? nil : .array(citations),
      "correction": corrections(of: story),
      "translationOfWork": works(of: story, isOrigin: true).first,
      "workTranslation": translations.isEmpty ? nil : .array(translations),
    ])
  }

  /// READ MORE: stories of this newsroom, and what others have.
  private func related(of story: Article) -> (own: [JSON], others: [JSON]) {
    let links = archive.addressing(of: story)
    var (own, others): ([JSON], [JSON]) = ([], [])
    for entry in archive.related(of: story) {
      switch entry {
      case .own(let name):
        guard let other = archive.story(named: name) else { continue }
        let url = canonical(String(other.urlPath.dropFirst()))
        own.append(
          .members([
            "@type": "NewsArticle", "url": url.map(JSON.string),
            "headline": .string(other.headline),
          ]))
      case .outside(let headline, let url, let source):
        guard let target = links.link(url) else { continue }
        others.append(
          .members([
            "@type": "WebPage", "url": .string(target), "name": .string(headline),
            "publisher": source.map { .members(["@type": "Organization", "name": .string($0)]) },
          ]))
      }
    }
    return (own, others)
  }

  private var publisher: JSON {
    .members([
      "@type": "NewsMediaOrganization", "name": .string(archive.house.publisher),
      "url": archive.siteURL.isEmpty ? nil : .string(archive.siteURL),
    ])
  }

  /// A picture with its address, which has to be whole.
  private func image(_ path: String, of story: Article) throws -> JSON? {
    guard !archive.siteURL.isEmpty, let facts = try archive.picture(at: path) else { return nil }
    return .members([
      "@type": "ImageObject", "url": .string(archive.siteURL + path),
      "width": .number(facts.width), "height": .number(facts.height),
      "caption": story.image?.caption.map(JSON.string),
      "creditText": story.image?.credit.map(JSON.string),
      "license": story.image?.license.map(JSON.string),
    ])
  }

  /// The Media Topics by their addresses at IPTC (https://iptc.org/standards/media-topics/).
  private func topics(of story: Article) -> JSON? {
    guard !story.mediatopics.isEmpty else { return nil }
    let scheme = "http://cv.iptc.org/newscodes/mediatopic/"
    return .array(
      story.mediatopics.map { code in
        .members([
          "@type": "DefinedTerm", "@id": .string(scheme + code), "termCode": .string(code),
          "name": MediaTopic.coded(code).map { .string($0.name) },
          "inDefinedTermSet": .string(scheme),
        ])
      })
  }

  /// The story that this one was translated from, or those that were made from it.
  private func works(of story: Article, isOrigin: Bool) -> [JSON] {
    let group = translations.group(of: story)
    guard let first = group.first, isOrigin != (first.story.id == story.id) else { return [] }
    return (isOrigin ? group.prefix(1) : group.dropFirst()).compactMap { version in
      canonical(String(version.story.urlPath.dropFirst())).map { url in
        .members([
          "@type": "NewsArticle", "@id": .string(url), "inLanguage": .string(version.language),
        ])
      }
    }
  }

  /// One object for each; agency copy without a byline is by its agencies, own copy by the house.
  private func authors(of story: Article) -> JSON {
    if !story.byline.isEmpty { return .array(story.byline.map { person($0) }) }
    guard !story.credit.isEmpty else { return .array([publisher]) }
    return .array(
      story.credit.map { .members(["@type": "Organization", "name": .string($0)]) })
  }

  private func person(_ entry: String) -> JSON {
    let (name, profile) = archive.person(entry)
    return .members([
      "@type": "Person", "name": .string(name),
      "url": lists.page(of: profile).flatMap(canonical).map(JSON.string),
    ])
  }

  private func corrections(of story: Article) -> JSON? {
    // What an update says is news, not an error put right.
    let notices = story.noticesByDate.filter { ["correction", "clarification"].contains($0.kind) }
    guard !notices.isEmpty else { return nil }
    return .array(
      notices.map { notice in
        .members([
          "@type": "CorrectionComment", "text": .string(notice.text),
          "datePublished": .string(archive.zone.iso(notice.at)),
        ])
      })
  }
}

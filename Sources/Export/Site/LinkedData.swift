internal import Editorial

extension Site {
  /// The story as schema.org's NewsArticle (https://schema.org/NewsArticle, release 30.0).
  func linkedData(of story: Article, description: String, image: String?) -> JSON {
    let house = archive.house
    let url = canonical(String(story.urlPath.dropFirst()))
    let keywords = story.tags
    let reporting = story.reporting.map { person($0) }
    return .members([
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      "identifier": .string("urn:ulid:\(story.id)"),
      "headline": .string(story.headline),
      "description": description.isEmpty ? nil : .string(description),
      "url": url.map(JSON.string),
      "mainEntityOfPage": url.map { .members(["@type": "WebPage", "@id": .string($0)]) },
      "datePublished": .string(archive.zone.iso(story.published)),
      "dateModified": .string(archive.zone.iso(story.changed)),
      "inLanguage": .string(story.language ?? house.language),
      "articleSection": story.section.map { .string(house.label(ofSection: $0)) },
      "keywords": keywords.isEmpty ? nil : .strings(keywords),
      "dateline": story.dateline.map(JSON.string),
      "author": authors(of: story),
      "contributor": reporting.isEmpty ? nil : .array(reporting),
      "editor": story.editors.isEmpty
        ? nil : .array(story.editors.map { person($0.description) }),
      "creditText": story.credit.isEmpty
        ? nil : .string(prose(story.credit, house.credits.and)),
      "publisher": .members([
        "@type": "NewsMediaOrganization", "name": .string(house.publisher),
        "url": archive.siteURL.isEmpty ? nil : .string(archive.siteURL),
      ]),
      "image": image.map { path in
        .members([
          "@type": "ImageObject", "url": .string(archive.siteURL + path),
          "caption": story.image?.caption.map(JSON.string),
          "creditText": story.image?.credit.map(JSON.string),
        ])
      },
      "version": .number(story.version),
      "correction": corrections(of: story),
    ])
  }

  /// One object for each; agency copy without a byline is by its agencies.
  private func authors(of story: Article) -> JSON? {
    if !story.byline.isEmpty { return .array(story.byline.map { person($0) }) }
    guard !story.credit.isEmpty else { return nil }
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
    let notices = story.noticesByDate.filter { !$0.isWithdrawal }
    guard !notices.isEmpty else { return nil }
    return .array(
      notices.map { notice in
        .members([
          "@type": "CorrectionComment", "text": .string(notice.text),
          "datePublished": .string(archive.zone.iso(notice.at)),
        ])
      })
  }

  /// OpenGraph's properties of an article (https://ogp.me/#type_article).
  func graph(of story: Article) -> [(property: String, content: String)] {
    var graph = [
      ("og:type", "article"), ("article:published_time", archive.zone.iso(story.published)),
    ]
    if let updated = story.updated {
      graph.append(("article:modified_time", archive.zone.iso(updated)))
    }
    if let section = story.section {
      graph.append(("article:section", archive.house.label(ofSection: section)))
    }
    graph += story.tags.map { ("article:tag", $0) }
    if let image = story.image, let alt = image.alt ?? image.caption {
      graph.append(("og:image:alt", alt))
    }
    return graph.map { (property: $0.0, content: $0.1) }
  }
}

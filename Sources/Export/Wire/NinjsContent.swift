internal import Editorial

/// What ninjs says of a story besides its text.
struct NinjsContent {
  private let archive: Archive
  private let story: Article

  init(_ archive: Archive, _ story: Article) { (self.archive, self.story) = (archive, story) }

  var members: [(String, JSON?)] {
    let house = archive.house
    return [
      (
        "headlines",
        list([
          described("main", story.headline), described("sub", story.standfirst),
          described("kicker", story.kicker),
        ])
      ),
      ("descriptions", descriptions),
      ("slugline", text(story.slugline)),
      ("by", text(prose(story.byline.map { archive.person($0).name }, house.credits.and))),
      ("located", text(story.dateline)),
      ("places", text(story.dateline).map { .array([.members(["name": $0, "rel": "dateline"])]) }),
      ("people", people),
      ("infoSources", sources),
      ("copyrightHolder", text(archive.holder(of: story))),
      ("copyrightNotice", text(story.copyright)),
      ("genres", list(story.genres.map(genre))),
      ("subjects", subjects),
      (
        "digitalSourceType",
        story.agents.isEmpty
          ? nil
          : .members([
            "uri": .string("http://cv.iptc.org/newscodes/digitalsourcetype/\(madeWithPrograms)"),
            "literal": .string(madeWithPrograms),
          ])
      ),
      (
        "renditions",
        archive.address(of: story).map {
          .array([
            .members(["name": "web", "href": .string($0), "contentType": "text/html"])
          ])
        }
      ),
    ]
  }

  /// The summary, then what readers are told of its versions, and the newsroom's own fields.
  private var descriptions: JSON? {
    list(
      [described("summary", story.summary)]
        + story.noticesByDate.map { described($0.kind, $0.line(archive.zone)) }
        + [described("credit", archive.attribution(of: story).credit)]
        + story.furtherTexts.map { described($0.name, $0.value) })
  }

  private var people: JSON? {
    list(
      story.byline.map { person($0, "author") } + story.reporting.map { person($0, "contributor") }
        + story.editors.map { person($0.description, "editor") })
  }

  private func person(_ entry: String, _ relation: String) -> JSON? {
    let (name, profile) = archive.person(entry)
    return text(name).map {
      .members([
        "name": $0, "rel": .string(relation),
        "literal": (profile?.handle.description).map(JSON.string),
      ])
    }
  }

  /// Agencies, and programs that wrote.
  private var sources: JSON? {
    list(
      story.credit.map { name in
        text(name).map {
          .members(["name": $0, "role": .string("\(partyRole)contentSource")])
        }
      }
        + story.agents.map { handle in
          text(archive.name(of: handle)).map {
            .members(["name": $0, "role": "program", "literal": .string(handle.description)])
          }
        })
  }

  private func genre(_ written: String) -> JSON? {
    let genre = Genre(written)
    return text(genre.name).map {
      .members([
        "name": $0,
        "uri": genre.code.map { .string("http://cv.iptc.org/newscodes/genre/\($0)") },
      ])
    }
  }

  private var subjects: JSON? {
    let (topics, others) = story.subjects
    var all: [JSON?] = topics.map { code, name in
      .members([
        "name": text(name), "rel": "about", "uri": .string(mediaTopicScheme + code),
        "literal": .string(code),
      ])
    }
    if let section = story.section {
      all.append(
        .members([
          "name": text(archive.house.label(ofSection: section)), "rel": "section",
          "literal": text(section),
        ]))
    }
    all += (others + story.tags).map { tag in
      text(tag).map { .members(["name": $0, "rel": "keyword"]) }
    }
    return list(all)
  }
}

/// Where IPTC's roles of who had a hand in a story are.
private let partyRole = "http://cv.iptc.org/newscodes/contentprodpartyrole/"

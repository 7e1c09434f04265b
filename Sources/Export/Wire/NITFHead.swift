internal import Editorial

/// What NITF says about a story.
///
/// A story of which nothing may be said has its identity and the order to take it down.
struct NITFHead {
  private let archive: Archive
  private let item: WireItem
  private let words: Int?

  init(_ archive: Archive, _ item: WireItem, words: Int?) {
    (self.archive, self.item, self.words) = (archive, item, words)
  }

  func write(into writer: inout XMLWriter) {
    let story = item.isStory ? item.story : nil
    writer.element("head") { writer in
      writer.element("title", [:], line(archive.marked(item.title)))
      if let story {
        for (name, value) in story.furtherTexts {
          writer.empty("meta", ["name": name, "content": value])
        }
        if let original = archive.original(of: story) {
          writer.empty("meta", ["name": "translation-of", "content": original.id.urn])
        }
        let genres = story.genres.map { Genre($0).name }.compactMap(line)
        if !genres.isEmpty {
          writer.element("tobject", ["tobject.type": "news"]) { writer in
            for genre in genres {
              writer.empty("tobject.property", ["tobject.property.type": genre])
            }
          }
        }
      }
      writer.element("docdata", ["management-status": status]) { docdata(story, into: &$0) }
      guard let story else { return }
      writer.empty(
        "pubdata",
        [
          "type": "web", "item-length": words.map(String.init),
          "unit-of-measure": words.map { _ in "word" }, "date.publication": story.published.norm,
          "name": line(archive.house.title),
          "position.section": story.section.flatMap { line(archive.house.label(ofSection: $0)) },
          "ex-ref": archive.address(of: story),
        ])
      history(of: story, into: &writer)
    }
  }

  /// In the words of the DTD: `embargoed` is one of them.
  private var status: String {
    guard item.status == .usable, let embargo = item.story?.embargo,
      embargo > archive.edition.time
    else { return item.status.rawValue }
    return "embargoed"
  }

  private func docdata(_ story: Article?, into writer: inout XMLWriter) {
    let source = line(archive.house.publisher)
    for notice in story?.noticesByDate ?? []
    where notice.kind == "correction" || notice.kind == "clarification" {
      writer.empty(
        "correction", ["info": line(notice.text), "id-string": item.id.urn, "regsrc": source])
    }
    writer.empty("doc-id", ["regsrc": source, "id-string": item.id.urn])
    // NITF keeps 9 for what its users agree on; 8 is its least.
    writer.optional("urgency", "ed-urg", story?.knownUrgency.map { String(min($0, 8)) })
    writer.empty("date.issue", ["norm": item.changed.norm])
    writer.optional("date.release", "norm", story?.embargo?.norm)
    for note in archive.advisories(on: item) {
      writer.empty("ed-msg", ["msg-type": item.isStory ? "note" : "order", "info": line(note)])
    }
    writer.empty(
      "du-key",
      [
        "generation": String(item.version), "version": String(item.version),
        "key": line(story?.slugline),
      ])
    guard let story else { return }
    writer.empty(
      "doc.copyright",
      [
        "year": padded(archive.zone.day(of: story.published).year, to: 4),
        "holder": line(archive.holder(of: story)),
      ])
    let subjects = story.subjects
    let keys = (story.tags + subjects.others).compactMap(line)
    if !keys.isEmpty {
      writer.element("key-list") { writer in
        for key in keys { writer.empty("keyword", ["key": key]) }
      }
    }
    guard !subjects.topics.isEmpty else { return }
    // `tobject.subject` is for the codes that came before these.
    writer.element("identified-content") { writer in
      for topic in subjects.topics {
        writer.element(
          "classifier",
          ["type": "medtop", "idsrc": mediaTopicScheme, "value": topic.code], topic.name ?? "")
      }
    }
  }

  private func history(of story: Article, into writer: inout XMLWriter) {
    func write(_ name: String, _ function: String, _ at: Moment?, comment: String? = nil) {
      writer.empty(
        "revision-history",
        ["name": line(name), "function": function, "norm": at?.norm, "comment": comment])
    }
    for entry in story.byline {
      write(archive.person(entry).name, "writer-author", story.created)
    }
    // Agency copy without a byline was begun by somebody too.
    if story.byline.isEmpty, let created = story.created {
      write(archive.holder(of: story), "writer-author", created)
    }
    for entry in story.reporting {
      write(archive.person(entry).name, "writer-author", nil, comment: "additional reporting")
    }
    for handle in story.editors { write(archive.name(of: handle), "editor", item.changed) }
    for handle in story.agents { write(archive.name(of: handle), "other", nil, comment: "program") }
  }
}

/// Where IPTC's Media Topics are.
let mediaTopicScheme = "http://cv.iptc.org/newscodes/mediatopic/"

extension XMLWriter {
  /// Writes an empty element with one attribute, or nothing where that has no value.
  mutating func optional(_ name: String, _ attribute: String, _ value: String?) {
    guard let value else { return }
    empty(name, [attribute: value])
  }
}

extension Article {
  /// Further public fields as text, where their names may be names in XML as well.
  var furtherTexts: [(name: String, value: String)] {
    further.compactMap { pair in
      let texts = pair.value.text.map { [$0] } ?? pair.value.texts
      guard let value = line(texts.joined(separator: ", ")), let first = pair.key.utf8.first,
        isASCIILetter(first),
        pair.key.utf8.allSatisfy({
          isASCIILetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        })
      else { return nil }
      return (pair.key, value)
    }
  }
}

internal import Editorial

extension Format {
  static let ninjs = Format(
    "ninjs", "each story as ninjs 3.1, IPTC's news in JSON, for partners",
    owns: { isStory($0, ".json") }
  ) { archive, emit in
    try await archive.forEachWireItem(".json", emit) { try Ninjs(archive, $0).object.file }
  }
}

/// A story as ninjs (https://iptc.org/standards/ninjs/).
struct Ninjs {
  private let archive: Archive
  private let item: WireItem

  init(_ archive: Archive, _ item: WireItem) { (self.archive, self.item) = (archive, item) }

  var object: JSON {
    get throws {
      var members: [(String, JSON?)] = [
        ("uri", .string(item.id.urn)),
        (
          "standard",
          .members([
            "name": "ninjs", "version": "3.1",
            "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
          ])
        ),
        ("type", "text"), ("representationType", item.isStory ? "full" : "partial"),
        ("version", .string(String(item.version))), ("pubStatus", .string(item.status.rawValue)),
      ]
      let story = item.isStory ? item.story : nil
      members += [
        ("firstCreated", time(story?.created ?? item.published)),
        ("versionCreated", time(item.changed)),
        ("contentCreated", story?.created.map(time)),
        ("embargoedUntil", story?.embargo.map(time)),
        ("urgency", story?.knownUrgency.map(JSON.number)),
        ("language", .string(archive.languageTag(of: item.story))),
        ("title", text(archive.marked(item.title))),
        ("edNote", text(archive.advisories(on: item).joined(separator: " "))),
      ]
      if let story {
        members += NinjsContent(archive, story).members
        members += [("bodies", try bodies(of: story))]
        members += [("associations", try NinjsAssociations(archive, story).list)]
      } else if let story = item.story {
        members += [
          ("headlines", list([described("main", item.title)])),
          (
            "descriptions",
            list([
              described(
                story.withdrawal?.kind ?? "withdrawal",
                story.withdrawal?.line(archive.zone) ?? story.withdrawalText)
            ])
          ),
        ]
      }
      return .object(members.compactMap { key, value in value.map { (key, $0) } })
    }
  }

  private func bodies(of story: Article) throws -> JSON {
    let source = try archive.markdown(of: story)
    let size = source.size
    let body = HTMLBody(source, archive.addressing(of: story))
    return .array([
      .members([
        "role": "main", "contentType": "text/html", "charCount": .number(size.characters),
        "wordCount": .number(size.words), "value": .string(xmlText(body.html)),
      ])
    ])
  }

  private func time(_ moment: Moment) -> JSON { .string(archive.zone.iso(moment)) }
}

/// A text with its role, as in `headlines` and `descriptions`; nil for none.
func described(_ role: String, _ words: String?) -> JSON? {
  text(words).map { .members(["role": .string(role), "contentType": "text/plain", "value": $0]) }
}

/// Words in one line, without the characters that XML does not allow; nil for none.
///
/// Partners make XML of what they get.
func text(_ words: String?) -> JSON? { line(words).map(JSON.string) }

/// An array of those that there are; nil for none.
func list(_ elements: [JSON?]) -> JSON? {
  let all = elements.compactMap { $0 }
  return all.isEmpty ? nil : .array(all)
}

internal import Editorial

extension Newsletter {
  private static let width = 72

  /// The same as plain text: lines of at most 72 columns, its links as notes at the foot.
  func text() throws -> String {
    var parts: [String] = []
    var notes: [String] = []
    func note(_ address: String?) -> String {
      guard let address else { return "" }
      notes.append(address)
      return " [\(notes.count)]"
    }
    func add(_ lines: [String?]) {
      parts.append(
        lines.compactMap { $0 }.filter { !$0.isEmpty }
          .flatMap { wrap($0, to: Self.width) }.joined(separator: "\n"))
    }
    func story(_ story: Article, in chapter: Chapter? = nil) throws {
      add([
        kicker(of: story, in: chapter)?.uppercased(), story.headline + note(address(of: story)),
        try teaser(of: story), archive.byline(of: story),
      ])
    }
    add([archive.edition.ribbon, archive.house.title, day])
    if let lead { try story(lead) }
    for chapter in chapters {
      if let heading = heading(of: chapter) { add(["== \(heading) =="]) }
      for each in chapter.stories { try story(each, in: chapter) }
    }
    if !corrected.isEmpty { add(["== Corrections =="]) }
    for (story, notice) in corrected {
      add([story.title + note(address(of: story)), notice.line(archive.zone)])
    }
    if rest > 0 { add(["\(rest) more on the site\(note(archive.siteURL))"]) }
    add([
      archive.house.publisher
        + (archive.siteURL.isEmpty ? "" : ", \(archive.siteURL)")
    ])
    if !notes.isEmpty {
      // An address is never broken.
      parts.append(
        notes.enumerated().map { "[\($0 + 1)] \($1)" }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}

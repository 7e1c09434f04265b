internal import Editorial

extension Format {
  static let text = Format(
    "text", "each story as plain text, for reading and for wires", owns: { isStory($0, ".txt") }
  ) { archive, emit in
    try await archive.shown.forEachStory { story in
      File("\(story.stem).txt", try archive.plain(story))
    } consume: {
      try emit($0)
    }
    return archive.shown.count
  }
}

extension [Article] {
  /// Works on stories on all cores and consumes the results in the order of the stories.
  func forEachStory<Output: Sendable>(
    _ transform: @escaping @Sendable (Article) throws -> Output,
    consume: (Output) throws -> Void
  ) async throws {
    try await forEach(inWindowOf: Window.width) { (story: Article) async throws(any Error) in
      try transform(story)
    } consume: { (output: Output) throws(any Error) in
      try consume(output)
    }
  }
}

extension Archive {
  private static let width = 72

  /// A story as text: lines of at most 72 columns, its links as notes at the foot.
  fileprivate func plain(_ story: Article) throws -> String {
    var parts: [String] = []
    func add(_ text: String?) {
      guard let text, !text.isEmpty else { return }
      parts.append(wrap(text, to: Self.width).joined(separator: "\n"))
    }
    add(edition.ribbon)
    guard story.publication == .live else {
      add(["KILL", story.headline].filter { !$0.isEmpty }.joined(separator: ": "))
      parts.append(cancellation(of: story))
      add("\(house.publisher) has withdrawn this story. Do not use it; remove it where it stands.")
      add(story.withdrawal?.line(zone) ?? story.withdrawalText)
      return joined(parts)
    }
    add(story.headline)
    add(story.standfirst)
    let attribution = attribution(of: story)
    var lines = [attribution.byline].compactMap { $0 }
    lines.append(
      [story.dateline, zone.shown(story.published)].compactMap { $0 }.joined(separator: ", "))
    if let updated = story.updated { lines.append("Updated \(zone.shown(updated))") }
    parts.append(lines.joined(separator: "\n"))
    let page = String(story.urlPath.dropFirst())
    let body = PlainBody(
      try markdown(of: story), width: Self.width,
      addressing: Addressing(site: siteURL, page: page, isAbsolute: true))
    parts.append(String(body.text.drop { $0 == "\n" }.trimmingSuffix { $0 == "\n" }))
    add(attribution.credit)
    for notice in story.noticesByDate { add(notice.line(zone)) }
    if !body.notes.isEmpty {
      parts.append(
        body.notes.enumerated().map { "[\($0 + 1)] \($1)" }.joined(separator: "\n"))
    }
    return joined(parts)
  }

  /// Which story a wire's clients have to take out: no word of it, but how they find it.
  private func cancellation(of story: Article) -> String {
    var lines = ["Story urn:ulid:\(story.id)"]
    if !siteURL.isEmpty { lines.append(siteURL + story.urlPath.dropFirst()) }
    lines.append("Published \(zone.shown(story.published))")
    if let withdrawal = story.withdrawal {
      lines.append("Withdrawn \(zone.shown(withdrawal.at))")
    }
    return lines.joined(separator: "\n")
  }

  private func joined(_ parts: [String]) -> String {
    (parts + ["-30-\n"]).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Collection where Self: BidirectionalCollection {
  func trimmingSuffix(while condition: (Element) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, condition(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}

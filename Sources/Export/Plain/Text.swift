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
    let isLive = story.publication == .live
    let head = story.headline.isEmpty ? "Withdrawn" : story.headline
    add(isLive || story.headline.isEmpty ? head : "Withdrawn: \(head)")
    if isLive { add(story.standfirst) }
    let attribution = attribution(of: story)
    var lines = isLive ? [attribution.byline].compactMap { $0 } : []
    let time = zone.shown(story.published)
    lines.append(isLive ? [story.dateline, time].compactMap { $0 }.joined(separator: ", ") : time)
    if isLive, let modified = story.modified, modified > story.published {
      lines.append("Updated \(zone.shown(modified))")
    }
    parts.append(lines.joined(separator: "\n"))
    var links: [String] = []
    if isLive {
      let page = String(story.urlPath.dropFirst())
      let body = PlainBody(
        try markdown(of: story), width: Self.width,
        addressing: Addressing(site: siteURL, page: page, isAbsolute: true))
      parts.append(String(body.text.drop { $0 == "\n" }.trimmingSuffix { $0 == "\n" }))
      links = body.notes
      add(attribution.credit)
    }
    for notice in story.noticesByDate {
      add("\(notice.label), \(zone.day(of: notice.at).shown): \(notice.text)")
    }
    if !links.isEmpty {
      parts.append(
        links.enumerated().map { "[\($0 + 1)] \($1)" }.joined(separator: "\n"))
    }
    parts.append("-30-\n")
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Collection where Self: BidirectionalCollection {
  func trimmingSuffix(while condition: (Element) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, condition(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}

/// What a story must have before a transition.
///
/// A new one is a case here, its test in ``missing(in:_:)`` or ``Desk/findings(of:in:)``, and a name that
/// workflows may demand and `stet check` reports.
public enum Requirement: String, Sendable, CaseIterable {
  case headline, section, body, byline, credit, standfirst, image
  case bylineOrCredit = "byline-or-credit"
  case noQueries = "no-queries"
  /// Every story of READ MORE is there, and readers have it.
  case related
  case noHTML = "no-html"
  /// Every picture says what it shows, and who made it.
  case alt
  case pictureCredit = "picture-credit"

  /// What is missing, or nil where the story satisfies it.
  public func missing(in story: Story, _ policy: Policy) -> String? {
    switch self {
    case .headline:
      story.headline.isEmpty
        ? "a headline"
        : story.headline.contains(where: \.isNewline) ? "a headline of one line" : nil
    case .section:
      switch story.section {
      case nil: "a section"
      case let id? where !policy.house.sections.contains { $0.id == id }:
        "a section of the paper (it has none called \(id))"
      default: nil
      }
    case .body: story.hasBody ? nil : "a body"
    case .byline: story.byline.isEmpty ? "a byline" : unknown(story, policy)
    case .credit: story.credit.isEmpty ? "a credit" : nil
    case .bylineOrCredit:
      story.byline.isEmpty && story.credit.isEmpty
        ? "a byline or a credit" : unknown(story, policy)
    case .standfirst: story.standfirst == nil ? "a standfirst" : nil
    case .image: story.image == nil ? "a picture" : nil
    case .noQueries: queries(in: story)
    case .noHTML:
      RawHTML.tags(in: story).isEmpty ? nil : "a body without raw HTML"
    case .alt, .pictureCredit: pictures(lackingIn: story)
    // What needs other stories is asked of the desk.
    case .related: nil
    }
  }

  private func unknown(_ story: Story, _ policy: Policy) -> String? {
    story.bylineHandles.first { policy.people[$0] == nil }
      .map { "a byline of people on the staff (\($0) is not)" }
  }

  private func pictures(lackingIn story: Story) -> String? {
    let found = lacking(in: story)
    guard !found.isEmpty else { return nil }
    return prose(found.prefix(3).map { $0.what }) + (found.count > 3 ? ", …" : "")
  }

  private func queries(in story: Story) -> String? {
    let open = story.openMarks
    guard !open.isEmpty else { return nil }
    let lines = open.prefix(4).map(\.place)
    let places = prose(lines.indices.filter { !lines[..<$0].contains(lines[$0]) }.map { lines[$0] })
    return open.count == 1
      ? "an answer to 1 query (\(places))" : "answers to \(open.count) queries (\(places))"
  }
}

/// The look of the site: templates and files that come with stet, each of which `theme/` of the
/// newsroom may replace by its name.
public enum Theme {
  /// One template or file.
  public struct Part: Sendable {
    /// Its path below `theme/`, as `story.mustache`.
    public let file: String
    /// What it is for, in a line.
    public let purpose: String
    public let text: String

    /// The name that templates know it by; nil for what goes to `/assets/` as it is.
    var template: String? { Theme.template(file) }
  }

  /// Every built-in part: the pages, what stands on several of them, and the files.
  ///
  /// Register a new one here.
  public static let parts: [Part] = [
    Part(file: "layout.mustache", purpose: "what stands around every page", text: layout),
    Part(file: "front.mustache", purpose: "the front page", text: front),
    Part(file: "story.mustache", purpose: "a story", text: story),
    Part(
      file: "withdrawn.mustache", purpose: "what stands in the place of a withdrawn story",
      text: withdrawn),
    Part(
      file: "list.mustache", purpose: "a section, a tag, an author, a month or a year", text: list),
    Part(file: "corrections.mustache", purpose: "the log of notices", text: corrections),
    Part(
      file: "notfound.mustache", purpose: "the page for an address with nothing", text: notfound),
    Part(
      file: "redirect.mustache", purpose: "a whole page at the old address of a story",
      text: redirect),
    Part(file: "card.mustache", purpose: "a story in a list, on fronts and lists", text: card),
    Part(file: "image.mustache", purpose: "a picture, on fronts, lists and stories", text: image),
    Part(
      file: "months.mustache", purpose: "the archive by months, on fronts and lists", text: months),
    Part(file: "notices.mustache", purpose: "the notices of a story", text: notices),
    Part(file: "recent.mustache", purpose: "Recent posts, under stories", text: recent),
    Part(file: "newsletter.mustache", purpose: "the mail to readers", text: newsletter),
    Part(
      file: "newsletter-story.mustache", purpose: "a story in the mail", text: newsletterStory),
    Part(file: "style.css", purpose: "the style of every page", text: style),
    Part(
      file: "recent.js", purpose: "brings Recent posts up to date; pages do without it",
      text: recentScript),
  ]

  /// The name of a template by its path below `theme/`; nil for other files.
  static func template(_ file: String) -> String? {
    file.hasSuffix(".mustache") ? String(file.dropLast(".mustache".count)) : nil
  }

  /// What a file of the theme may weigh, where that is kept an eye on.
  static let budgets = ["style.css": 30_000, "recent.js": 6_000]
}

public import Editorial

/// Markdown as readers get it, for whoever asks about one story.
public enum StoryHTML {
  /// The body of a story as HTML, its addresses written in full where the house has one.
  ///
  /// Throws where the text is longer, or would grow larger, than any page may be.
  public static func body(of text: String, path: String, _ house: House) throws -> String {
    let page = path.dropFirst("articles/".count).dropLast(".md".count) + ".html"
    let addressing = Addressing(
      site: house.url ?? "", page: String(page), isAbsolute: house.url != nil)
    return HTMLBody(try Markdown(text), addressing).html
  }
}

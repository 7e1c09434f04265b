internal import Editorial

/// A story's text as a feed carries it: with the picture on top, the dateline before the first words,
/// the credit line and the notices under it.
struct FeedBody {
  private(set) var html: String
  private(set) var text: String

  init(
    _ story: Article, _ archive: Archive, _ links: Addressing, _ picture: FeedPicture?,
    language: String?
  ) throws {
    let markdown = try archive.markdown(of: story)
    html = HTMLBody(markdown, links).html
    text = PlainBody(markdown).text
    if let dateline = story.dateline {
      let place = "<strong>\(escaped(dateline))</strong>"
      html =
        html.hasPrefix("<p>") ? "<p>\(place) – \(html.dropFirst(3))" : "<p>\(place)</p>\n\(html)"
      text = "\(dateline) – \(text)"
    }
    if let picture { html = Self.figure(picture) + html }
    if let credit = archive.attribution(of: story).credit {
      html += "<p>\(escaped(credit))</p>\n"
      text += "\n\(credit)\n"
    }
    for notice in story.noticesByDate {
      let day = archive.zone.day(of: notice.at).shown
      html += "<p><strong>\(escaped(notice.label))</strong>, \(day): \(escaped(notice.text))</p>\n"
      text += "\n\(notice.line(archive.zone))\n"
    }
    if let language {
      let language = escaped(language)
      let side = direction(of: language) ?? "ltr"
      html = "<div lang=\"\(language)\" dir=\"\(side)\">\n\(html)</div>\n"
    }
  }

  private static func figure(_ picture: FeedPicture) -> String {
    let facts = picture.facts
    let caption = [picture.image.caption, picture.image.rights].compactMap { $0 }
    return
      "<figure><img src=\"\(escaped(picture.address))\" alt=\"\(escaped(picture.words ?? ""))\""
      + " width=\"\(facts.width)\" height=\"\(facts.height)\"/>"
      + (caption.isEmpty
        ? "" : "<figcaption>\(escaped(caption.joined(separator: " ")))</figcaption>")
      + "</figure>\n"
  }
}

/// What calls mean that many sites have, whatever their templates make of them.
///
/// A new one is a row in ``all``.
struct Meaning: Sendable {
  let names: Set<String>
  /// Nil where the call lacks what it needs.
  let text: @Sendable (Call) -> String?

  init(_ names: String..., text: @escaping @Sendable (Call) -> String?) {
    (self.names, self.text) = (Set(names), text)
  }

  static func of(_ call: Call) -> String? {
    let name = call.name.lowercased()
    for meaning in all where meaning.names.contains(name) { return meaning.text(call) }
    return nil
  }

  static let all: [Meaning] = [
    Meaning("img", "asset_img") { placed($0) },
    // Of what is no picture, the page took a style or a script.
    Meaning("asset") { call in
      LinkAddress.isPicture(call.at(0) ?? "") ? picture(call) : nil
    },
    Meaning(
      "figure", "img", "image", "picture", "photo", "legacy-img", "legacy-img-right",
      "legacy-img-left", "img-right", "img-left", "imgproc", "img-flexible", "figure.html",
      "image.html",
      "img.html", "picture.html", "photo.html", "image-caption.html", "fig.html", "figure"
    ) { picture($0) },
    Meaning("youtube", "youtubepl", "youtube.html", "youtubeplayer.html", "yt") { call in
      guard let id = call["id", "youtube_id", "video", "videoid"] ?? call.at(0), isID(id) else {
        return nil
      }
      return link(
        call["title", "label"] ?? "Video on YouTube", "https://www.youtube.com/watch?v=\(id)")
    },
    Meaning("vimeo", "vimeo.html") { call in
      guard let id = call["id"] ?? call.at(0), isID(id) else { return nil }
      return link(call["title"] ?? "Video on Vimeo", "https://vimeo.com/\(id)")
    },
    Meaning("tweet", "twitter", "x", "twitter_simple") { call in
      guard let id = call["id"] ?? call.at(1) ?? call.at(0), isID(id) else { return nil }
      let user = call["user"] ?? (call.positional.count > 1 ? call.at(0) : nil)
      return link(
        user.map { "Tweet by @\($0)" } ?? "Tweet",
        "https://twitter.com/\(user ?? "i")/status/\(id)")
    },
    Meaning("instagram") { call in
      (call["id"] ?? call.at(0)).flatMap { id in
        isID(id) ? link("Picture on Instagram", "https://www.instagram.com/p/\(id)/") : nil
      }
    },
    Meaning("gist") { call in
      let path = call.positional.prefix(2).joined(separator: "/")
      return path.isEmpty ? nil : link("Code on GitHub", "https://gist.github.com/\(path)")
    },
    Meaning("fb-video", "facebook") { call in
      (call["src", "url", "href"] ?? call.at(0)).flatMap { url in
        isAddress(url) ? link("Video on Facebook", url) : nil
      }
    },
    Meaning(
      "button", "card", "card-policy", "card-prompt", "cspan-iframe", "iframe", "video",
      "link-card",
      "cta", "asset-static", "file", "download"
    ) { call in
      let url = call["href", "url", "src", "link", "button-url", "file"] ?? call.at(0)
      let label = call["text", "label", "title", "button-text", "name"]
      let lead = [call["kicker"], call["intro"], label].compactMap { $0 }
      guard let url, !lead.isEmpty else {
        return url.flatMap { isAddress($0) ? link($0, $0) : nil }
      }
      let words = lead.dropLast().joined(separator: "\n\n")
      let last =
        isAddress(url) || url.hasPrefix("/") ? link(lead.last ?? url, url) : lead.last ?? ""
      return (words.isEmpty ? "" : words + "\n\n") + last
    },
    Meaning("featured-resource") { call in
      call["link", "url"].map { link(call["kicker", "title"] ?? $0, "stet-source:\($0)") }
    },
    Meaning("quote-block", "quote", "blockquote", "pullquote") { call in
      guard let text = call["text", "quote"] else { return nil }
      let cite = call["cite", "author", "source"].map { "\n>\n> — \($0)" } ?? ""
      return "\n\n> \(text)\(cite)\n\n"
    },
  ]

  /// Boxes round words: the words stand, the box goes.
  static let boxes: Set<String> = [
    "note", "box", "ring", "card", "card-prompt", "card-policy", "accordion", "callout", "alert",
    "notice", "tip", "warning", "info", "details", "detail", "aside", "highlight-box", "center",
    "admonition", "hint", "caution", "important", "div", "section", "columns", "column", "tabs",
    "tab",
    "expand", "spoiler", "panel", "featured-resource", "button", "quote", "blockquote", "pullquote",
    "do-dont-table", "do-row", "lead",
  ]

  static func box(_ call: Call) -> String {
    let title = [call["kicker"], call["title", "heading", "summary", "intro"]].compactMap { $0 }
    return title.isEmpty
      ? "" : "\n\n**\(title.joined(separator: ": ").replacing("**", with: ""))**\n\n"
  }

  /// Octopress and Hexo: `left /images/a.png 100 80 "title" "words"`, the path alone being sure.
  private static func placed(_ call: Call) -> String? {
    let place = call.positional.firstIndex { $0.contains("/") || LinkAddress.isPicture($0) }
    guard let place, place > 0 || call.positional.count > 1 else { return picture(call) }
    let rest = call.positional[(place + 1)...].drop { Int($0) != nil }
    let alt = call["alt"] ?? rest.dropFirst().first ?? rest.first ?? ""
    let source = call.positional[place]
    let title = rest.count > 1 && rest.first != alt ? rest.first ?? "" : ""
    let target = source.contains(" ") ? "<\(source)>" : source
    let words = title.replacing("\"", with: "\\\"")
    return "![\(escapedMarkdown(alt))](\(target)\(words.isEmpty ? "" : " \"\(words)\""))"
  }

  static func picture(_ call: Call) -> String? {
    guard
      let source = call[
        "src", "url", "image", "path", "image_path", "file", "img", "image_file", "name", "source",
        "href"] ?? call.at(0)
    else { return nil }
    let alt = call["alt", "title", "description"] ?? ""
    let caption = [call["caption"], call["credit", "attr"]].compactMap { $0 }
    let target = source.contains(" ") ? "<\(source)>" : source
    let picture = "![\(escapedMarkdown(alt))](\(target))"
    guard !caption.isEmpty else { return picture }
    return picture + "\n\n" + caption.joined(separator: " ") + "\n\n"
  }

  static func link(_ words: String, _ address: String) -> String {
    let target = address.replacing(" ", with: "%20").replacing(")", with: "%29")
    return "[\(words.replacing("[", with: "\\[").replacing("]", with: "\\]"))](\(target))"
  }

  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < 80
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x2D || $0 == 0x5F
      }
  }

  static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }
}

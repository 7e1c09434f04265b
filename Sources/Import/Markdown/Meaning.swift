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
      "img.html", "picture.html", "photo.html", "image-caption.html", "fig.html", "asset_img"
    ) { picture($0) },
    Meaning(
      "youtube", "youtubepl", "youtube.html", "youtubeplayer.html", "yt", "lite-youtube"
    ) { call in
      guard let id = call["id", "youtube_id", "video", "videoid", "videoId"] ?? call.at(0), isID(id)
      else {
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
      "link-card", "cta", "asset-static", "file", "download", "linkcard", "btn"
    ) { call in
      let url = call["href", "url", "src", "link", "button-url", "file"] ?? call.at(0)
      let label = call["text", "label", "title", "button-text", "name", "caption"]
      let lead = [call["kicker"], call["intro"], label].compactMap { $0 }
      guard let url, !lead.isEmpty else {
        return url.flatMap {
          isAddress($0) || $0.contains("/") || $0.contains(".") ? link($0, $0) : nil
        }
      }
      let words = lead.dropLast().joined(separator: "\n\n")
      return (words.isEmpty ? "" : words + "\n\n") + link(lead.last ?? url, url)
    },
    Meaning("glossary_tooltip") { $0["text", "term_id"] },
    Meaning("feature-state") { call in
      call["state"].map { state in
        "**FEATURE STATE: \(call["for_k8s_version"].map { "Kubernetes \($0) " } ?? "")[\(state)]**"
      }
    },
    Meaning("featured-resource") { call in
      call["link", "url"].map { link(call["kicker", "title"] ?? $0, "stet-source:\($0)") }
    },
    Meaning(
      "quote-block", "quote", "blockquote", "pullquote", "pullquote.html", "quote.html",
      "blockquote.html"
    ) { call in
      guard let text = call["text", "quote", "content"] else { return nil }
      let cite = source(of: call).map { "\n>\n> — \($0)" } ?? ""
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
    "do-dont-table", "do-row", "lead", "table", "accordion-item", "collapse", "collapsible",
    "toggle", "tabpane", "tabitem", "epigraph", "pullout", "steps", "step", "sidebar", "rawhtml",
    "raw-html", "html",
    "cards", "btn", "danger", "success", "question", "blurb",
  ]

  /// Boxes that say of whom their words are.
  static let quotes: Set<String> = ["quote", "blockquote", "pullquote", "quote-block", "epigraph"]

  /// What one can open and shut by names that are no words for readers.
  private static let nameless: Set<String> = ["tabs", "columns", "column", "div", "section"]

  static func isStyle(_ text: String) -> Bool {
    boxes.contains(text.lowercased())
      || [
        "primary", "secondary", "success", "danger", "error", "default", "true", "false",
        "question",
        "quote", "light", "dark", "left", "right", "center", "open", "closed", "none",
      ].contains(text.lowercased())
  }

  static func box(_ call: Call) -> String {
    let name = call.name.lowercased()
    let isNamed = !nameless.contains(name)
    let title = [
      call["kicker"],
      call["title", "heading", "summary", "intro", "header", "label", "caption", "tabname"]
        ?? (isNamed ? call["name"] ?? call.title : nil),
    ].compactMap { $0 }
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

  /// Whose words a quote has: by name, or all that its call says.
  static func source(of call: Call) -> String? {
    let named = [
      call["cite", "author", "by", "name", "attribution"], call["title", "position", "role"],
      call["source", "from", "publication", "date"],
      call["link", "url", "href"].map { isAddress($0) ? link($0, $0) : $0 },
    ].compactMap { $0 }
    let words = named.isEmpty ? call.positional : named
    let text = named.isEmpty && call.quoted.isEmpty ? call.written : words.joined(separator: ", ")
    return text.isEmpty || isStyle(text) ? nil : text
  }

  /// What a call says and a box does not show, for the report.
  static func unsaid(_ call: Call, in shown: String) -> String {
    let rest = call.positional + call.named.map { "\($0.key)=\($0.value)" }
    let words = zip(rest, call.positional + call.named.map(\.value))
      .filter { !shown.contains($0.1) }.map(\.0)
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ").prefix(120)))"
  }

  static func picture(_ call: Call) -> String? {
    let named = call[
      "src", "url", "image", "path", "image_path", "file", "img", "image_file", "name", "source",
      "href"]
    let place = call.positional.firstIndex { $0.contains(".") || $0.contains("/") } ?? 0
    guard let source = named ?? call.at(place) else { return nil }
    let further = call.positional.dropFirst(named == nil ? place + 1 : 0).filter { word in
      word.contains(where: \.isLetter) && word.contains(" ")
        || call.quoted.contains {
          call.positional[$0] == word && word.contains(where: \.isLetter)
        }
    }
    let title = call["title"] == call["alt"] ? nil : call["title"]
    let alt = call["alt"] ?? title ?? further.first ?? call["description", "caption"] ?? ""
    let credit = call["credit", "attr"].map { words in
      call["attrlink"].map { link(words, $0) } ?? words
    }
    let caption =
      [title, call["caption"], credit].compactMap { $0 }
      + further.dropFirst(call["alt"] == nil && title == nil ? 1 : 0)
    let target = source.contains(" ") ? "<\(source)>" : source
    var picture = "![\(escapedMarkdown(alt))](\(target))"
    if let address = call["link"], address != source { picture = "[\(picture)](\(plain(address)))" }
    guard !caption.isEmpty else { return picture }
    return picture + "\n\n" + caption.joined(separator: " ") + "\n\n"
  }

  private static func plain(_ address: String) -> String {
    address.replacing(" ", with: "%20").replacing(")", with: "%29")
  }

  static func link(_ words: String, _ address: String) -> String {
    let target = plain(address)
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

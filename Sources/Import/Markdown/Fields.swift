internal import Editorial

/// The names under which systems of Markdown files keep what a story has, the usual first.
enum FieldNames {
  static let headline = ["title", "headline"]
  static let kicker = ["kicker", "eyebrow", "overline"]
  static let standfirst = ["standfirst", "deck", "dek", "subtitle", "subhead", "lead", "lede"]
  static let summary = ["summary", "description", "excerpt", "abstract", "teaser"]
  static let sections = ["section", "category", "categories"]
  static let tags = ["tags", "topics", "tag", "keywords"]
  static let authors = ["authors", "author", "byline", "by", "writers"]
  static let date = [
    "date", "publishDate", "publishdate", "pubDate", "pubdate", "published_at",
    "date_published", "datePublished",
  ]
  static let modified = [
    "lastmod", "last_modified_at", "updated", "modified", "updated_at", "last_updated",
    "lastUpdated", "date_updated", "dateModified",
  ]
  static let aliases = ["aliases", "redirect_from", "alias", "redirects"]
  static let language = ["lang", "language", "locale"]
  static let image = [
    "image", "cover", "featured_image", "featured-image", "feature_image", "featureImage",
    "primary_image", "featuredImage", "thumbnail", "hero",
    "header_image", "images", "img", "banner",
  ]
  static let outside = ["source_url", "external_url", "canonical", "canonical_url", "link"]
  static let copyright = ["copyright", "license"]

  /// What is taken into a field of stet's own, or says how a page was made and nothing of the story.
  static let taken = Set(
    headline + kicker + standfirst + summary + sections + tags + authors + date + modified + aliases
      + language + image + copyright + [
        "slug", "draft", "published", "dateline", "urgency", "credit", "mediatopics", "embargo",
        "slugline", "url", "path", "permalink", "layout", "taxonomies", "extra", "created",
        "status",
        "visibility",
      ])
}

extension Matter {
  func first(_ keys: [String]) -> Field? {
    for key in keys {
      if let found = fields.first(where: { $0.key == key && !$0.value.isEmpty }) { return found }
    }
    return nil
  }

  func text(of keys: [String]) -> String? {
    for key in keys {
      if let text = self[key]?.text?.trimmed, !text.isEmpty { return text }
    }
    return nil
  }

  /// All that stands under some keys, each once.
  ///
  /// A single text is parted where `isParted` says so.
  func texts(of keys: [String], isParted: (Character) -> Bool = { $0 == "," }) -> [String] {
    var found: [String] = []
    for key in keys {
      guard let value = self[key] else { continue }
      var texts = Self.texts(in: value, depth: 0)
      if case .scalar(let text) = value {
        texts = text.split(whereSeparator: isParted).map(String.init)
      }
      for text in texts.map(\.trimmed) where !text.isEmpty && !found.contains(text) {
        found.append(text)
      }
    }
    return found
  }

  /// The texts of a list and of the lists in it, as Hexo nests categories.
  private static func texts(in value: Value, depth: Int) -> [String] {
    guard case .list(let values) = value, depth < 4 else { return value.texts }
    return values.flatMap { texts(in: $0, depth: depth + 1) }
  }

  /// Whether a key says yes, as YAML 1.1 and people write it; nil where it says neither.
  func truth(_ key: String) -> Bool? {
    switch self[key]?.text?.lowercased() {
    case "true", "yes", "on", "1", "y": true
    case "false", "no", "off", "0", "n": false
    default: nil
    }
  }
}

/// Words of a field as readers saw them: marks of Markdown and tags gone, entities as their signs.
func plainWords(_ text: String) -> String {
  var words = text.replacing(#/(\*\*|__)(?=\S)(.*?\S)\1/#) { String($0.output.2) }
  if words.contains("](") {
    words = words.replacing(#/!?\[([^\[\]]*)\]\([^()]*\)/#) { String($0.output.1) }
  }
  if words.contains("<") { words = withoutTags(words) }
  if words.contains("&") {
    words = words.replacing(#/&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/#) {
      let nodes = try? HTMLReader.read(String($0.output))
      return nodes?.map(\.text).joined() ?? String($0.output)
    }
  }
  return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A text without the tags of HTML in it; those between backticks, and what is no such tag, are words.
private func withoutTags(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let code = CodeRanges(bytes)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if let end = code.end(at: index), end > index {
      result += bytes[index..<end]
      index = end
    } else if bytes[index] == 0x3C, let tag = Tag(at: index, in: bytes), HTMLNames.has(tag.name) {
      index = tag.range.upperBound
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}

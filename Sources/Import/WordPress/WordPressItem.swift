internal import Editorial

/// One `<item>` of a WordPress export, as far as an import needs it.
struct WordPressItem: Sendable {
  var line: Int
  var id: String?
  var type, status, password: String?
  var title, content, excerpt, name, link, guid, creator: String?
  /// As written; WordPress has `0000-00-00 00:00:00` for none.
  var date, dateUTC, modifiedUTC: String?
  var parent, file: String?
  var terms: [Term] = []
  /// The fields that an import asks for, with each of their values.
  var fields: [String: [String]] = [:]
  /// The line of each comment.
  var comments: [Int] = []
  /// Where its text begins.
  var contentLine: Int

  struct Term: Sendable, Hashable {
    var taxonomy, name, label: String
    var line: Int
  }

  /// What WordPress calls its own fields, of which an export has hundreds.
  private static let wanted: Set<String> = [
    "_thumbnail_id", "_wp_attachment_image_alt", "_wp_old_slug", "footnotes", "cap-user_login",
    "cap-display_name",
    "cap-description", "cap-website",
  ]

  init(_ element: XMLElement) {
    line = element.line
    func own(_ name: String) -> String? {
      element.elements.first { $0.name == name && Self.isWordPress($0) }
        .map(\.text.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }
    id = own("post_id")
    (type, status, password) = (own("post_type"), own("status"), own("post_password"))
    (name, parent, file) = (own("post_name"), own("post_parent"), own("attachment_url"))
    (date, dateUTC) = (own("post_date"), own("post_date_gmt"))
    modifiedUTC = own("post_modified_gmt")
    (title, link, guid) = (element.text("title"), element.text("link"), element.text("guid"))
    creator = element.text("creator", in: "purl.org/dc")
    let text = element.first("encoded", in: "rss/1.0/modules/content")
    (content, contentLine) = (text?.text, text?.line ?? element.line)
    excerpt = element.text("encoded", in: "excerpt")
    for category in element.all("category") {
      guard let taxonomy = category["domain"] else { continue }
      let label = category.text.trimmed
      terms.append(
        Term(
          taxonomy: taxonomy, name: category["nicename"] ?? label, label: label, line: category.line
        ))
    }
    for child in element.elements where Self.isWordPress(child) {
      switch child.name {
      case "postmeta":
        let key = child.elements.first { $0.name == "meta_key" }?.text.trimmed ?? ""
        guard Self.wanted.contains(key),
          let value = child.elements.first(where: { $0.name == "meta_value" })?.text.trimmed
        else { continue }
        fields[key, default: []].append(value)
      case "comment": comments.append(child.line)
      default: continue
      }
    }
  }

  /// The notes below its text, as HTML.
  var footnotes: [String] {
    guard let text = fields["footnotes"]?.last, let list = JSONValue.read(text.utf8) else {
      return []
    }
    return list.members().compactMap { $0["content"]?.text }
  }

  /// Whether an element is of WordPress's own namespace, of any version.
  static func isWordPress(_ element: XMLElement) -> Bool {
    element.space.contains("wordpress.org/export") && !element.space.contains("excerpt")
  }

  var words: String { "\(type ?? "item") \(id ?? "without a number")" }
}

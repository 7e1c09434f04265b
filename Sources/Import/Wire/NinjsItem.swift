internal import Editorial

/// One item of ninjs, whatever its version: 1.x has `headline`, `body_html` and `pubstatus`, 2.x has
/// `headlines`, `bodies` and `pubstatus`, 3.x `pubStatus` and camel case throughout
/// (https://iptc.org/std/ninjs/).
struct NinjsItem: Sendable {
  let value: JSONValue
  let source: String

  /// Nil for what has no `uri`, the only field that all versions demand.
  init?(_ value: JSONValue, source: String) {
    guard value["uri"]?.text != nil else { return nil }
    (self.value, self.source) = (value, source)
  }

  var uri: String { value["uri"]?.text ?? "" }
  var type: String { value["type"]?.text ?? "text" }
  var version: String? { value["version"]?.text }
  var status: String { value["pubStatus", "pubstatus"]?.text?.lowercased() ?? "usable" }
  var note: String? { value["edNote", "ednote"]?.text }

  /// The times that the standard names; those that are no time are nil.
  var versionCreated: WrittenTime? { time("versionCreated", "versioncreated") }
  var firstCreated: WrittenTime? { time("firstCreated", "firstcreated") }
  var contentCreated: WrittenTime? { time("contentCreated", "contentcreated") }

  /// What an embargo says, as written; empty where it has no known end.
  var embargo: String? {
    switch value["embargoedUntil", "embargoeduntil", "embargoed", "embargoedTo"] {
    case .text(let text)?: text.trimmed
    case .flag(true)?: ""
    default: nil
    }
  }

  private func time(_ keys: String...) -> WrittenTime? {
    for key in keys {
      if let text = value[key]?.text, let time = try? WrittenTime(text) { return time }
    }
    return nil
  }

  /// The first text of a role among several; of any role where `role` is nil.
  func text(_ list: String, role: String?) -> String? {
    let entries = value[list]?.members() ?? []
    let found = entries.first {
      role == nil || ($0["role"]?.text?.lowercased() ?? "main") == role
    }
    return found?["value"]?.text
  }

  var headline: String? {
    text("headlines", role: "main") ?? value["headline"]?.text ?? text("headlines", role: nil)
      ?? value["headline_main"]?.text ?? value["title"]?.text
  }

  /// The text of the item and whether it is HTML.
  var body: (text: String, isHTML: Bool)? {
    let entries = value["bodies"]?.members() ?? []
    let kinds = entries.map { $0["contentType", "contenttype"]?.text?.lowercased() ?? "" }
    for mark in ["html", ""] {
      for (entry, kind) in zip(entries, kinds) where mark.isEmpty || kind.contains(mark) {
        guard !kind.contains("xml") || kind.contains("html") else { continue }
        if case .text(let text)? = entry["value"], !text.trimmed.isEmpty {
          return (text, kind.contains("html") || (kind.isEmpty && Self.looksLikeHTML(text)))
        }
      }
    }
    for key in ["body_html", "body_xhtml", "body_text", "body_main", "body"] {
      if case .text(let text)? = value[key], !text.trimmed.isEmpty {
        return (text, key.hasSuffix("html") || (key != "body_text" && Self.looksLikeHTML(text)))
      }
    }
    return nil
  }

  private static func looksLikeHTML(_ text: String) -> Bool {
    text.contains("</p>") || text.contains("<br") || text.contains("</div>")
  }

  /// Whether it takes the place of another version of the same item: a kill takes that of all.
  func replaces(_ other: NinjsItem) -> Bool {
    let (mine, its) = (status == "canceled", other.status == "canceled")
    if mine != its { return mine }
    if let left = version.flatMap(Int.init), let right = other.version.flatMap(Int.init),
      left != right
    {
      return left > right
    }
    if let left = versionCreated?.instant, let right = other.versionCreated?.instant, left != right
    {
      return left > right
    }
    return source.utf8.lexicographicallyPrecedes(other.source.utf8)
  }
}

extension WrittenTime {
  /// Its moment where it says its zone; without one it is read as UTC.
  var instant: Moment {
    Moment(seconds: Int64(day.number) * 86_400 + Int64(second ?? 0) - Int64(offset ?? 0))
  }
}

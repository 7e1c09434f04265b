internal import Editorial

/// What notebooks write beyond Markdown: `[[Page]]`, `[[Page|words]]`, `![[picture.jpg|300]]`, `%%words
/// for oneself%%`.
enum WikiLinks {
  static func turn(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    text.scan { index in
      let isPicture = text.has("![[", at: index)
      if isPicture || text.has("[[", at: index) {
        let start = index + (isPicture ? 3 : 2)
        guard let end = text.find("]]", from: start, before: min(start + 300, text.bytes.count)),
          end > start, !text.bytes[start..<end].contains(0x0A),
          !text.has("(", at: end + 2), !text.has("[[", at: start)
        else { return nil }
        let inner = text.string(start..<end)
        edits.append(Manuscript.Edit(index..<end + 2, isPicture ? picture(inner) : link(inner)))
        return end + 2
      }
      if text.has("%%", at: index),
        let end = text.find("%%", from: index + 2, before: min(index + 4000, text.bytes.count))
      {
        let words = text.string(index + 2..<end)
        edits.append(
          Manuscript.Edit(index..<end + 2, "<!-- \(words.replacing("--", with: "- -")) -->"))
        return end + 2
      }
      return nil
    }
    text.apply(edits)
  }

  private static func picture(_ inner: String) -> String {
    let parts = inner.split(separator: "|").map(\.trimmed)
    let file = parts.first ?? inner
    let alt = parts.dropFirst().first { Int($0.prefix { $0 != "x" }) == nil } ?? ""
    guard file.contains(".") else { return link(inner) }
    return "![\(escapedMarkdown(alt))](<\(file)>)"
  }

  private static func link(_ inner: String) -> String {
    let parts = inner.split(separator: "|", maxSplits: 1).map(\.trimmed)
    let page = parts.first ?? inner
    let words = parts.count > 1 ? parts[1] : page
    return "[\(escapedMarkdown(words))](<stet-source:\(page.replacing(">", with: ""))>)"
  }
}

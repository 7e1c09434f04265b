internal import Editorial

/// Shortcodes, as Hugo and Zola write them, turned into what they mean.
enum HugoCalls {
  static func turn(_ text: inout Manuscript) {
    guard text.find("{{", from: 0) != nil else { return }
    var edits: [Manuscript.Edit] = []
    var remarks: [(Int, String)] = []
    let code = text.code
    var index = 0
    var codeEnd = 0
    while index < text.bytes.count {
      if index >= codeEnd, let end = code.end(at: index), end > index { codeEnd = end }
      guard text.has("{{", at: index), let found = call(at: index, text) else {
        index += 1
        continue
      }
      let isCode = index < codeEnd
      if found.isQuoted {
        edits.append(Manuscript.Edit(found.range, isCode ? found.inner : "`\(found.inner)`"))
      } else if !isCode {
        let (edit, remark) = meaning(of: found, text)
        edits.append(edit)
        if let remark { remarks.append((index, remark)) }
        index = edit.range.upperBound
        continue
      }
      index = found.range.upperBound
    }
    for (offset, message) in remarks { text.remark(at: offset, message) }
    text.apply(edits)
  }

  private struct Found {
    var range: Range<Int>
    /// Between the braces, or, of a call that only shows how one looks, that call.
    var inner: String
    var isQuoted = false
  }

  /// `{{< … >}}`, `{{% … %}}`, and `{{</* … */>}}` which stands for its own text.
  private static func call(at start: Int, _ text: Manuscript) -> Found? {
    let isAngle = text.has("{{<", at: start)
    guard isAngle || text.has("{{%", at: start) else { return nil }
    let close = isAngle ? ">}}" : "%}}"
    guard let end = text.find(close, from: start + 3, before: min(start + 8192, text.bytes.count))
    else { return nil }
    let inner = text.string(start + 3..<end)
    let range = start..<end + 3
    if inner.hasPrefix("/*"), inner.hasSuffix("*/") {
      let shown = inner.dropFirst(2).dropLast(2)
      return Found(
        range: range, inner: (isAngle ? "{{<" : "{{%") + shown + close, isQuoted: true)
    }
    return Found(range: range, inner: inner)
  }

  private static func meaning(
    of found: Found, _ text: Manuscript
  ) -> (Manuscript.Edit, String?) {
    var inner = found.inner.trimmed
    let isClosed = inner.hasSuffix("/") && !inner.hasSuffix("//")
    if isClosed { inner = String(inner.dropLast()).trimmed }
    if inner.hasPrefix("/") {
      let name = inner.dropFirst().trimmed
      if Meaning.boxes.contains(name.lowercased()) {
        return (Manuscript.Edit(found.range, ""), nil)
      }
      let call = Call("/" + name)
      return (Manuscript.Edit(found.range, call.shown), "the shortcode `/\(name)` stays visible")
    }
    let call = Call(inner)
    let name = call.name.lowercased()
    if ["ref", "relref", "tmp"].contains(name) || name == "link" && call.named.isEmpty {
      guard let target = call["path"] ?? call.at(0) else { return unknown(call, found) }
      return (Manuscript.Edit(found.range, "stet-source:" + address(target)), nil)
    }
    if ["legacy-file", "static", "asset"].contains(name), let target = call.at(0) {
      return (Manuscript.Edit(found.range, "/" + address(target)), nil)
    }
    if name == "highlight" || name == "code" {
      if let fence = fence(call, found, text) { return (fence, nil) }
    }
    if name == "comment", let end = closing(name, found, text) {
      let words = text.string(found.range.upperBound..<end.lowerBound)
      return (
        Manuscript.Edit(
          found.range.lowerBound..<end.upperBound,
          "<!--\(words.replacing("--", with: "- -"))-->"), "a comment, which readers don't see"
      )
    }
    if let meaning = Meaning.of(call) {
      // What also boxes words keeps them: its end is dropped by its name.
      return (Manuscript.Edit(found.range, meaning), nil)
    }
    if Meaning.boxes.contains(name) {
      return (
        Manuscript.Edit(found.range, Meaning.box(call)),
        "the box `\(call.name)` went, its words stand"
      )
    }
    return unknown(call, found)
  }

  private static func unknown(_ call: Call, _ found: Found) -> (Manuscript.Edit, String?) {
    (
      Manuscript.Edit(found.range, call.shown),
      "nobody knows what the shortcode `\(call.name)` means; it stays visible"
    )
  }

  private static func address(_ target: String) -> String {
    target.replacing(" ", with: "%20").replacing(")", with: "%29")
  }

  private static func closing(_ name: String, _ found: Found, _ text: Manuscript) -> Range<Int>? {
    var index = found.range.upperBound
    while let start = text.find("{{", from: index) {
      if let other = call(at: start, text), other.inner.trimmed == "/\(name)" {
        return other.range
      }
      index = start + 2
    }
    return nil
  }

  private static func fence(
    _ call: Call, _ found: Found, _ text: Manuscript
  ) -> Manuscript.Edit? {
    guard let end = closing(call.name, found, text) else { return nil }
    let words = text.string(found.range.upperBound..<end.lowerBound)
    return Manuscript.Edit(
      found.range.lowerBound..<end.upperBound,
      codeBlock(words, language: call["lang", "language"] ?? call.at(0)))
  }
}

/// Words as a fenced block of code that they can't end.
func codeBlock(_ words: String, language: String?) -> String {
  var longest = 2
  var run = 0
  for character in words {
    run = character == "`" ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = String(repeating: "`", count: longest + 1)
  let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let kept = lines.drop { $0.trimmed.isEmpty }.reversed().drop { $0.trimmed.isEmpty }.reversed()
  let name = language.map { $0.filter { $0.isLetter || $0.isNumber || "+#-_".contains($0) } } ?? ""
  return "\n\(fence)\(name)\n" + kept.map { $0 + "\n" }.joined() + "\(fence)\n"
}

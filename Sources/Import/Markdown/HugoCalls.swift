internal import Editorial

/// Shortcodes, as Hugo and Zola write them, turned into what they mean.
struct HugoCalls {
  let text: Manuscript
  private let code: CodePlaces
  private let plan: LinePlan
  private var edits: [Manuscript.Edit] = []
  private var remarks: [(Int, String)] = []
  /// Calls of which no end stands behind the place that was looked at.
  private var unclosed: Set<String> = []
  /// Whose words the open quotes have.
  private var sources: [String: [String]] = [:]
  /// The open calls of Zola's, which all end with `end`.
  private var bodies: [String] = []

  static func turn(_ text: inout Manuscript) {
    guard text.find("{{", from: 0) != nil || text.find("{%", from: 0) != nil else { return }
    var calls = HugoCalls(text)
    calls.run()
    for (offset, message) in calls.remarks { text.remark(at: offset, message) }
    text.apply(calls.edits)
  }

  private init(_ text: Manuscript) {
    self.text = text
    code = text.code
    plan = LinePlan(text.bytes, code)
  }

  private mutating func run() {
    var index = 0
    var codeEnd = 0
    while index < text.bytes.count {
      if index >= codeEnd, let end = code.anyEnd(at: index), end > index { codeEnd = end }
      guard text.bytes[index] == 0x7B, let found = ShortCall(at: index, in: text) else {
        index += 1
        continue
      }
      let isCode = index < codeEnd
      if found.isQuoted {
        edits.append(Manuscript.Edit(found.range, isCode ? found.inner : "`\(found.inner)`"))
      } else if !isCode {
        var (edit, remark) = meaning(of: found)
        edit.text = apart(edit)
        edits.append(edit)
        if let remark { remarks.append((index, remark)) }
        index = edit.range.upperBound
        continue
      }
      index = found.range.upperBound
    }
  }

  /// What stands alone on its line stays a paragraph of its own: a table or a list beside it is none of
  /// it.
  private func apart(_ edit: Manuscript.Edit) -> String {
    guard !edit.text.isEmpty, let first = plan[edit.range.lowerBound], first.kind == .words,
      let last = plan[max(edit.range.lowerBound, edit.range.upperBound - 1)]
    else { return edit.text }
    let lead = text.bytes[first.range.lowerBound..<edit.range.lowerBound]
    let tail = text.bytes[edit.range.upperBound..<max(edit.range.upperBound, last.range.upperBound)]
    guard (lead + tail).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return edit.text }
    let indent = String(decoding: lead, as: UTF8.self)
    let (before, after) = (
      plan.number(at: edit.range.lowerBound), plan.number(at: edit.range.upperBound)
    )
    let isClose = before > 0 && plan.lines[before - 1].kind != .blank
    let hasNext = after + 1 < plan.lines.count && plan.lines[after + 1].kind != .blank
    return (isClose ? "\n" + indent : "")
      + edit.text.trimmed.replacing("\n", with: "\n" + indent) + (hasNext ? "\n" : "")
  }

  private mutating func meaning(of found: ShortCall) -> (Manuscript.Edit, String?) {
    var inner = found.inner.trimmed
    let isClosed = inner.hasSuffix("/") && !inner.hasSuffix("//")
    if isClosed { inner = String(inner.dropLast()).trimmed }
    if found.isEnd || inner.hasPrefix("/") {
      let name = found.isEnd ? bodies.popLast() ?? "end" : inner.dropFirst().trimmed
      return ending(name, found)
    }
    let call = Call(inner)
    let name = call.name.lowercased()
    if found.hasBody { bodies.append(call.name) }
    if ["ref", "relref", "tmp"].contains(name) || name == "link" && call.named.isEmpty {
      guard let target = call["path"] ?? call.at(0) else { return unknown(call, found) }
      let address = Self.address(target)
      // A part of the same page is no other story.
      let whole = address.hasPrefix("#") ? address : "stet-source:" + address
      return (linked(whole, found), nil)
    }
    if ["legacy-file", "static", "asset"].contains(name), let target = call.at(0) {
      let address = "/" + Self.address(target)
      return (Manuscript.Edit(found.range, text.linked(address, at: found.range.lowerBound)), nil)
    }
    if name == "highlight" || name == "code" || name == "tab" && call["codelang"] != nil,
      let end = closing(call.name, found)
    {
      let words = text.string(found.range.upperBound..<end.lowerBound)
      let language = call["codelang", "lang", "language"] ?? call.at(0)
      let title = name == "tab" ? Meaning.box(call) : ""
      return (
        Manuscript.Edit(
          found.range.lowerBound..<end.upperBound, title + codeBlock(words, language: language)),
        nil
      )
    }
    if name == "comment", let end = closing(call.name, found) {
      let words = text.string(found.range.upperBound..<end.lowerBound)
      return (
        Manuscript.Edit(
          found.range.lowerBound..<end.upperBound,
          "<!--\(words.replacing("--", with: "- -"))-->"), nil
      )
    }
    if let label = label(of: call, found, isClosed) { return (label, nil) }
    if let meaning = Meaning.of(call) {
      // What also boxes words keeps them: its end is dropped by its name.
      let isAddress = !isClosed && Meaning.boxes.contains(name) && closing(call.name, found) != nil
      return (Manuscript.Edit(found.range, meaning + (isAddress ? "\n\n" : "")), nil)
    }
    if Meaning.boxes.contains(name), call["include"] == nil {
      return box(call, found)
    }
    return unknown(call, found)
  }

  /// A link with the title behind it as Markdown reads one: a blank before it, no bare quotes in it.
  private func linked(_ address: String, _ found: ShortCall) -> Manuscript.Edit {
    let words = text.linked(address, at: found.range.lowerBound)
    var start = found.range.upperBound
    while text.has(" ", at: start) { start += 1 }
    guard words == address, text.has("\"", at: start),
      let end = text.find("\")", from: start + 1, before: min(start + 500, text.bytes.count))
    else { return Manuscript.Edit(found.range, words) }
    let title = text.string(start + 1..<end)
    guard !title.contains("\n"), start == found.range.upperBound || title.contains("\""),
      !title.contains("](")
    else { return Manuscript.Edit(found.range, words) }
    let safe = title.replacing("\\\"", with: "\"").replacing("\"", with: "&quot;")
    return Manuscript.Edit(found.range.lowerBound..<end, "\(words) \"\(safe)")
  }

  private mutating func ending(_ name: String, _ found: ShortCall) -> (Manuscript.Edit, String?) {
    let key = name.lowercased()
    if let source = sources[key]?.popLast() {
      return (Manuscript.Edit(found.range, source.isEmpty ? "" : "\n\n— \(source)\n\n"), nil)
    }
    if Meaning.boxes.contains(key) { return (Manuscript.Edit(found.range, ""), nil) }
    let call = Call(found.isEnd ? "end" : "/" + name)
    return (Manuscript.Edit(found.range, call.shown), "the shortcode `\(call.name)` stays visible")
  }

  private mutating func box(_ call: Call, _ found: ShortCall) -> (Manuscript.Edit, String?) {
    let name = call.name.lowercased()
    var shown = Meaning.box(call)
    if Meaning.quotes.contains(name) {
      let source = Meaning.source(of: call) ?? ""
      sources[name, default: []].append(source)
      return (Manuscript.Edit(found.range, ""), nil)
    }
    if let url = call["href", "url", "link"], !shown.contains(url) {
      shown += "\n\n" + Meaning.link(url, url) + "\n\n"
    }
    return (
      Manuscript.Edit(found.range, shown),
      "the box `\(call.name)` went\(Meaning.unsaid(call, in: shown)), its words stand"
    )
  }

  /// `{{< button href="…" >}}Words{{< /button >}}`: the words are the link's.
  private mutating func label(
    of call: Call, _ found: ShortCall, _ isClosed: Bool
  ) -> Manuscript.Edit? {
    guard !isClosed,
      ["button", "link-card", "linkcard", "cta", "btn", "download"].contains(
        call.name.lowercased()),
      call["text", "label", "title", "button-text", "name"] == nil,
      let url = call["href", "url", "src", "link", "button-url", "file", "relref", "ref"]
        ?? call.at(0),
      let end = closing(call.name, found)
    else { return nil }
    let words = text.string(found.range.upperBound..<end.lowerBound).trimmed
    guard !words.isEmpty, !words.contains("\n\n"), !words.contains("]("), !words.contains("{{")
    else { return nil }
    let isOwn = call["relref", "ref"] != nil
    return Manuscript.Edit(
      found.range.lowerBound..<end.upperBound,
      "[\(words)](\(isOwn ? "stet-source:" : "")\(Self.address(url)))")
  }

  private func unknown(_ call: Call, _ found: ShortCall) -> (Manuscript.Edit, String?) {
    (
      Manuscript.Edit(found.range, call.shown),
      "nobody knows what the shortcode `\(call.name)` means; it stays visible"
    )
  }

  private static func address(_ target: String) -> String {
    target.replacing(" ", with: "%20").replacing(")", with: "%29")
  }

  private mutating func closing(_ name: String, _ found: ShortCall) -> Range<Int>? {
    let key = found.hasBody ? "end" : name
    guard found.hasBody || !found.isZola, !unclosed.contains(key) else { return nil }
    var index = found.range.upperBound
    while let start = text.find("{", from: index) {
      if let other = ShortCall(at: start, in: text) {
        if found.hasBody ? other.isEnd : other.inner.trimmed == "/\(name)" { return other.range }
        index = other.range.upperBound
      } else {
        index = start + 1
      }
    }
    unclosed.insert(key)
    return nil
  }
}

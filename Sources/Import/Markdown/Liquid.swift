internal import Editorial

/// Liquid, as Jekyll knows it, turned into what it means.
///
/// Nothing of it is run: there is no variable here but what the site's configuration says in so many
/// words.
struct Liquid {
  /// The scalars of `_config.yml`, by key.
  let site: [String: String]
  /// Whether it may be another's as well, Nunjucks' for one: its comments in braces are known, and what
  /// stands in a formula or in code is left alone.
  var isLoose = false
  /// How those whom the site's data knows are called, by key: `{% author boone %}`.
  var names: [String: String] = [:]

  func turn(_ text: inout Manuscript) {
    guard
      text.find("{%", from: 0) != nil || text.find("{{", from: 0) != nil
        || isLoose && text.find("{#", from: 0) != nil
    else { return }
    var memory = Memory()
    var edits: [Manuscript.Edit] = []
    var remarks: [(Int, String)] = []
    let code = text.code
    var index = 0
    var codeEnd = 0
    while index < text.bytes.count {
      if index >= codeEnd, let end = code.anyEnd(at: index), end > index { codeEnd = end }
      guard text.bytes[index] == 0x7B else {
        index += 1
        continue
      }
      if text.has("{%", at: index), let found = tag(at: index, text) {
        if found.call.name == "raw", !isLoose || index >= codeEnd,
          let end = closing("endraw", from: found.range.upperBound, text, &memory)
        {
          edits.append(Manuscript.Edit(found.range, ""))
          edits.append(Manuscript.Edit(end, ""))
          index = end.upperBound
          continue
        }
        if index >= codeEnd {
          let (edit, remark) = meaning(of: found, text, &memory)
          edits.append(edit)
          if let remark { remarks.append((index, remark)) }
          index = edit.range.upperBound
          continue
        }
      } else if isLoose, index >= codeEnd, text.has("{# ", at: index),
        let end = text.find("#}", from: index + 2, before: min(index + 4096, text.bytes.count))
      {
        let words = text.string(index + 2..<end).replacing("--", with: "- -")
        edits.append(Manuscript.Edit(index..<end + 2, "<!--\(words)-->"))
        index = end + 2
        continue
      } else if text.has("{{", at: index), index >= codeEnd, !isLoose || isCall(index, text),
        let end = text.find("}}", from: index + 2, before: min(index + 4096, text.bytes.count))
      {
        let inner = text.string(index + 2..<end)
        let words = expression(inner)
        if words == nil {
          remarks.append(
            (index, "nobody knows what the Liquid `\(inner.trimmed)` means; it stays visible"))
        }
        edits.append(Manuscript.Edit(index..<end + 2, words ?? Call(inner).shown))
        index = end + 2
        continue
      }
      index += 1
    }
    for (offset, message) in remarks { text.remark(at: offset, message) }
    text.apply(edits)
  }

  /// What was found out on the way.
  private struct Memory {
    /// Ends that stand nowhere behind the place that was looked at.
    var missing: Set<String> = []
    /// Whose words the open quotes have.
    var sources: [String: [String]] = [:]
  }

  /// Whether braces are no part of a formula.
  private func isCall(_ index: Int, _ text: Manuscript) -> Bool {
    guard index > 0 else { return true }
    let before = text.bytes[index - 1]
    return !(0x41...0x5A).contains(before & 0xDF)
      && ![0x24, 0x5C, 0x5E, 0x5F, 0x7B, 0x7D].contains(before)
  }

  private struct Tag {
    var range: Range<Int>
    var call: Call
  }

  private func tag(at start: Int, _ text: Manuscript) -> Tag? {
    guard let end = text.find("%}", from: start + 2, before: min(start + 8192, text.bytes.count))
    else { return nil }
    var inner = text.string(start + 2..<end)
    if inner.hasPrefix("-") { inner.removeFirst() }
    if inner.hasSuffix("-") { inner.removeLast() }
    return Tag(range: start..<end + 2, call: Call(inner))
  }

  private func closing(
    _ name: String, from start: Int, _ text: Manuscript, _ memory: inout Memory
  ) -> Range<Int>? {
    guard !memory.missing.contains(name) else { return nil }
    var index = start
    while let next = text.find("{%", from: index) {
      if let found = tag(at: next, text), found.call.name == name { return found.range }
      index = next + 2
    }
    memory.missing.insert(name)
    return nil
  }

  private func meaning(
    of found: Tag, _ text: Manuscript, _ memory: inout Memory
  ) -> (Manuscript.Edit, String?) {
    let call = found.call
    func all(to end: Range<Int>) -> Range<Int> { found.range.lowerBound..<end.upperBound }
    func words(to end: Range<Int>) -> String {
      text.string(found.range.upperBound..<end.lowerBound)
    }
    switch call.name {
    case "post_url", "link":
      guard !call.written.isEmpty else { break }
      let target = text.linked("stet-source:" + call.written, at: found.range.lowerBound)
      return (Manuscript.Edit(found.range, target), nil)
    case "highlight":
      guard let end = closing("endhighlight", from: found.range.upperBound, text, &memory) else {
        break
      }
      let inner = withoutRaw(words(to: end))
      return (
        Manuscript.Edit(all(to: end), codeBlock(inner, language: call.at(0))), nil
      )
    case "codeblock", "code":
      guard let end = closing("end" + call.name, from: found.range.upperBound, text, &memory) else {
        break
      }
      return (Manuscript.Edit(all(to: end), Self.code(call, withoutRaw(words(to: end)))), nil)
    case "post_link", "asset_link":
      guard let target = call.at(0) else { break }
      let title = call.positional.dropFirst().joined(separator: " ")
      let words = title.isEmpty ? "stet-source:" + target : escapedMarkdown(title)
      return (Manuscript.Edit(found.range, "[\(words)](<stet-source:\(target)>)"), nil)
    case "comment":
      guard let end = closing("endcomment", from: found.range.upperBound, text, &memory) else {
        break
      }
      return (
        Manuscript.Edit(all(to: end), "<!--\(words(to: end).replacing("--", with: "- -"))-->"), nil
      )
    case "author" where call.positional.count == 1:
      guard let name = call.at(0).flatMap({ names[$0] }) else { break }
      return (Manuscript.Edit(found.range, escapedMarkdown(name)), nil)
    case "include", "include_relative", "include_cached":
      if let meaning = included(call) { return (Manuscript.Edit(found.range, meaning), nil) }
    default:
      if let meaning = Meaning.of(call) { return (Manuscript.Edit(found.range, meaning), nil) }
      let isEnd = call.name.hasPrefix("end")
      let name = (isEnd ? String(call.name.dropFirst(3)) : call.name).lowercased()
      if isEnd, let source = memory.sources[name]?.popLast() {
        return (Manuscript.Edit(found.range, source.isEmpty ? "" : "\n\n— \(source)\n\n"), nil)
      }
      if Meaning.quotes.contains(name), !isEnd {
        memory.sources[name, default: []].append(Meaning.source(of: call) ?? "")
        return (Manuscript.Edit(found.range, ""), nil)
      }
      if Meaning.boxes.contains(name) {
        let shown = isEnd ? "" : Meaning.box(call)
        return (
          Manuscript.Edit(found.range, shown),
          isEnd
            ? nil : "the box `\(call.name)` went\(Meaning.unsaid(call, in: shown)), its words stand"
        )
      }
    }
    return (
      Manuscript.Edit(found.range, call.shown),
      "nobody knows what the Liquid `\(call.name)` means; it stays visible"
    )
  }

  /// `{% include figure.html src="…" %}`: what the name of the file and its arguments make plain.
  private func included(_ call: Call) -> String? {
    guard let file = call.at(0) else { return nil }
    var inner = Call(call.written)
    inner.name = file.split(separator: "/").last.map(String.init) ?? file
    inner.positional = []
    if let known = Meaning.of(inner) { return known }
    let name = inner.name.lowercased()
    if ["image", "img", "figure", "picture", "photo"].contains(where: name.contains) {
      return Meaning.picture(inner)
    }
    if name.contains("youtube") {
      inner.name = "youtube"
      return Meaning.of(inner)
    }
    return nil
  }

  /// `{% codeblock [title] [lang:language] [address] [words of the link] %}`, as Hexo has it.
  private static func code(_ call: Call, _ words: String) -> String {
    var language: String?
    var title: [String] = []
    for word in call.positional {
      if word.hasPrefix("lang:") {
        language = String(word.dropFirst("lang:".count))
      } else if Meaning.isAddress(word) {
        title.append(Meaning.link(word, word))
      } else if !word.contains(":") {
        title.append(escapedMarkdown(word))
      }
    }
    let lead = title.isEmpty ? "" : "\n\n**\(title.joined(separator: " "))**\n"
    return lead + codeBlock(words, language: language)
  }

  private func withoutRaw(_ words: String) -> String {
    var text = words
    for mark in [
      "{% raw %}", "{%raw%}", "{%- raw -%}", "{% endraw %}", "{%endraw%}", "{%- endraw -%}",
    ] {
      text = text.replacing(mark, with: "")
    }
    return text
  }

  /// What `{{ … }}` comes to where that is plain from the configuration: addresses, and the site's own
  /// scalars.
  private func expression(_ inner: String) -> String? {
    var text = inner.trimmed
    if text.hasPrefix("-") { text = String(text.dropFirst()).trimmed }
    if text.hasSuffix("-") { text = String(text.dropLast()).trimmed }
    let parts = text.split(separator: "|").map(\.trimmed)
    guard let first = parts.first, var value = atom(first) else { return nil }
    for filter in parts.dropFirst() {
      let name = filter.prefix { $0.isLetter || $0 == "_" }
      let argument = filter.split(separator: ":", maxSplits: 1).dropFirst().first.map(\.trimmed)
      switch name {
      case "relative_url", "absolute_url", "escape", "strip", "uri_escape", "xml_escape", "url":
        break
      case "prepend":
        guard let argument, let before = atom(argument) else { return nil }
        value = before + value
      case "append":
        guard let argument, let after = atom(argument) else { return nil }
        value += after
      default: return nil
      }
    }
    return value
  }

  private func atom(_ text: String) -> String? {
    if let mark = text.first, "\"'".contains(mark), text.count > 1, text.last == mark {
      return String(text.dropFirst().dropLast())
    }
    switch text {
    case "site.baseurl", "site.base_url": return site["baseurl"] ?? ""
    case "site.url": return site["url"] ?? ""
    default:
      guard text.hasPrefix("site.") else { return nil }
      return site[String(text.dropFirst("site.".count))]
    }
  }
}

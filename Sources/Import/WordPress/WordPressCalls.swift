internal import Editorial

/// Turns WordPress's shortcodes and blocks without words into the HTML that they stand for.
///
/// What WordPress itself knows becomes what it means; another plugin's stays visible as
/// `[shortcode name …]` with the text in it. Tags, comments, `pre` and `code` are left as they are.
struct WordPressCalls {
  /// What came over as something else, with the line of the HTML.
  private(set) var remarks: [Remark] = []
  /// The notes below the text, as HTML, which WordPress keeps beside it.
  var footnotes: [String] = []
  /// Whether the text says where they stand.
  private(set) var hasShownFootnotes = false
  /// How far the reading of the text has come, and the line of it for each line that was made.
  private var here = 1
  private var lines = [1]
  /// The pictures of the ids, or of the post where there are none.
  let pictures: ([String]?) -> [Picture]
  /// The HTML of a reusable block.
  let block: (String) -> String?

  struct Picture {
    var address, alt, caption: String
  }

  init(pictures: @escaping ([String]?) -> [Picture], block: @escaping (String) -> String?) {
    (self.pictures, self.block) = (pictures, block)
  }

  mutating func expanded(_ html: String) -> String { expanded(Array(html.utf8), depth: 0) }

  private mutating func expanded(_ bytes: [UInt8], depth: Int) -> String {
    guard bytes.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }), depth < 8
    else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var search = Search(bytes: bytes)
    var index = 0
    while index < bytes.count {
      let start = (source: index, text: result.count)
      switch bytes[index] {
      case UInt8(ascii: "<"):
        let end = Self.endOfTag(&search, index)
        let tag = bytes[index..<end]
        result += blockWithoutWords(tag, depth) ?? Array(tag)
        index = end
      case UInt8(ascii: "["):
        if let (text, end) = call(&search, index, depth) {
          result += text.utf8
          index = end
        } else {
          result.append(bytes[index])
          index += 1
        }
      default:
        result.append(bytes[index])
        if depth == 0, bytes[index] == 0x0A {
          count(bytes[index...index], as: bytes[index...index])
        }
        index += 1
        continue
      }
      // Of what stands inside something else, the line of that is told.
      if depth == 0 { count(bytes[start.source..<index], as: result[start.text...]) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Keeps count of the lines of a piece of the text and of what was made of it.
  private mutating func count(_ source: ArraySlice<UInt8>, as text: ArraySlice<UInt8>) {
    let isSame = source.count == text.count && source.elementsEqual(text)
    for byte in text where byte == 0x0A {
      if isSame { here += 1 }
      lines.append(here)
    }
    guard !isSame else { return }
    here += source.count { $0 == 0x0A }
    lines[lines.count - 1] = here
  }

  /// The line of the text for one of what was made of it.
  func line(_ made: Int) -> Int {
    lines.isEmpty ? made : lines[min(max(made, 1), lines.count) - 1]
  }

  private mutating func note(_ message: String) {
    let remark = Remark(line: here, message)
    if !remarks.contains(remark) { remarks.append(remark) }
  }

  /// The notes as a list; empty where there are none.
  var footnoteList: String {
    guard !footnotes.isEmpty else { return "" }
    return "\n\n<ol>" + footnotes.map { "<li>\($0)</li>" }.joined() + "</ol>\n\n"
  }

  /// What stands for the call at `start`, and where the text goes on; nil where it is only a bracket.
  private mutating func call(
    _ search: inout Search, _ start: Int, _ depth: Int
  ) -> (text: String, end: Int)? {
    let bytes = search.bytes
    // Two brackets are WordPress's way to show one.
    if start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "["),
      let call = ShortcodeCall(bytes, at: start + 1), Self.isKnown(call.name),
      call.end < bytes.count,
      bytes[call.end] == UInt8(ascii: "]")
    {
      return (String(decoding: bytes[(start + 1)..<call.end], as: UTF8.self), call.end + 1)
    }
    guard let call = ShortcodeCall(bytes, at: start) else { return nil }
    let closing = "[/\(call.name)]"
    let close = call.isClosed ? nil : search.position(of: closing, from: call.end)
    let inner = close.map { Array(bytes[call.end..<$0]) }
    let end = close.map { $0 + closing.utf8.count } ?? call.end
    guard Self.isKnown(call.name) || close != nil || !call.attributes.isEmpty else { return nil }
    return (meaning(of: call, inner, depth), end)
  }

  private mutating func meaning(of call: ShortcodeCall, _ inner: [UInt8]?, _ depth: Int) -> String {
    let text = inner.map { String(decoding: $0, as: UTF8.self) }
    switch call.name {
    case "caption", "wp_caption":
      guard let inner else { break }
      return figure(expanded(inner, depth: depth + 1), caption: call.attributes["caption"])
    case "gallery":
      let ids = (call.attributes["ids"] ?? call.attributes["include"])
        .map { $0.split(separator: ",").map(\.trimmed) }
      let found = pictures(ids)
      if let ids, found.count < ids.count {
        note(
          "\(ids.count - found.count) of a gallery's \(ids.count) pictures are not in the file")
      }
      guard !found.isEmpty else { break }
      return "\n\n" + found.map(Self.figure).joined(separator: "\n\n") + "\n\n"
    case "embed":
      guard let address = text?.trimmed ?? call.attributes["src"], !address.isEmpty else { break }
      return Self.link(address)
    case "youtube", "vimeo", "twitter", "tweet", "instagram", "soundcloud", "dailymotion", "ted":
      guard let address = call.values.first ?? call.attributes["url"] ?? call.attributes["src"],
        address.contains("://")
      else { break }
      return Self.link(address)
    case "video", "audio":
      let kinds = ["src", "mp4", "m4v", "webm", "ogv", "flv", "mp3", "m4a", "ogg", "wav"]
      guard let address = kinds.lazy.compactMap({ call.attributes[$0] }).first ?? text?.trimmed,
        !address.isEmpty
      else { break }
      return "\n\n<\(call.name) src=\"\(Self.escaped(address))\"></\(call.name)>\n\n"
    case let name where Self.languages.contains(name):
      guard let text else { break }
      let isNamed = name != "code" && name != "sourcecode"
      let language = call.attributes["language"] ?? call.attributes["lang"] ?? (isNamed ? name : "")
      // Some editors keep code with references for its signs, some as it is.
      let code = text.contains("<") ? text : Self.unescaped(text)
      return "\n\n<pre class=\"language-\(Self.escaped(language))\">\(Self.escaped(code))</pre>\n\n"
    default: break
    }
    let words = (["shortcode", call.name] + (call.arguments.isEmpty ? [] : [call.arguments]))
      .joined(separator: " ")
    note(
      "[\(call.name)] of a plugin stands as `[\(words.prefix(80))]`: only that plugin knew it")
    return Self.escaped("[\(words)]") + (inner.map { expanded($0, depth: depth + 1) } ?? "")
  }

  /// The picture of `[caption]` and the words behind it, or those of its attribute.
  private func figure(_ inner: String, caption: String?) -> String {
    let content = inner.trimmed
    var media = content[...]
    var words = ""
    let end = content.hasPrefix("<a") ? content.firstRange(of: "</a>") : nil
    if let end = end?.upperBound ?? Self.endOfPicture(content) {
      media = content[..<end]
      words = content[end...].trimmed
    }
    let text = words.isEmpty ? Self.unescaped(caption ?? "") : words
    return "\n\n<figure>\(media)<figcaption>\(text)</figcaption></figure>\n\n"
  }

  private static func endOfPicture(_ html: String) -> String.Index? {
    guard let start = html.firstRange(of: "<img")?.upperBound else { return nil }
    return html[start...].firstIndex(of: ">").map { html.index(after: $0) }
  }

  private static func figure(_ picture: Picture) -> String {
    "<figure><img src=\"\(escaped(picture.address))\" alt=\"\(escaped(picture.alt))\">"
      + (picture.caption.isEmpty ? "" : "<figcaption>\(picture.caption)</figcaption>") + "</figure>"
  }

  private static func link(_ address: String) -> String {
    let text = escaped(unescaped(address))
    return "\n\n<a href=\"\(text)\">\(text)</a>\n\n"
  }

  /// What stands for a block whose words WordPress makes anew each time; nil for any other tag.
  private mutating func blockWithoutWords(_ tag: ArraySlice<UInt8>, _ depth: Int) -> [UInt8]? {
    guard tag.starts(with: "<!-- wp:".utf8),
      tag.suffix(5).elementsEqual(" /-->".utf8) || tag.suffix(4).elementsEqual("/-->".utf8)
    else { return nil }
    let text = String(decoding: tag.dropFirst(8), as: UTF8.self)
    let name = text.prefix { $0 != " " && $0 != "/" }
    if name == "footnotes" {
      hasShownFootnotes = true
      return Array(footnoteList.utf8)
    }
    if name == "block", let mark = text.firstRange(of: "\"ref\":") {
      let id = text[mark.upperBound...].drop { $0 == " " }.prefix { $0.isNumber }
      if let html = block(String(id)) {
        return Array(expanded(Array(html.utf8), depth: depth + 1).utf8)
      }
      note("the reusable block \(id) is not in the file: its words are left out")
    } else {
      note("the block `\(name)` has no words of its own and is left out")
    }
    return []
  }

  /// Where a tag ends, with what it hides from shortcodes.
  private static func endOfTag(_ search: inout Search, _ start: Int) -> Int {
    let bytes = search.bytes
    if bytes[start...].starts(with: "<!--".utf8) {
      return search.position(of: "-->", from: start + 4).map { $0 + 3 } ?? bytes.count
    }
    let name = bytes[(start + 1)...].prefix(while: ShortcodeCall.isLetter)
    guard !name.isEmpty || (start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")) else {
      return start + 1
    }
    guard search.unclosed < 100 else { return start + 1 }
    let limit = min(bytes.count, start + HTMLReader.mostTagBytes)
    var index = start + 1
    var quote: UInt8?
    while index < limit {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    // A quote that never closes must not hide the rest.
    if index >= limit {
      search.unclosed += 1
      index = bytes[start..<limit].firstIndex(of: UInt8(ascii: ">")) ?? start
    }
    let word = String(decoding: name, as: UTF8.self).lowercased()
    guard ["pre", "code", "script", "style", "textarea"].contains(word) else { return index + 1 }
    return search.position(of: "</\(word)", from: index) ?? index + 1
  }

  /// Finds places in a text; what is not behind one place is behind no later one.
  private struct Search {
    let bytes: [UInt8]
    /// How many tags were found not to close.
    var unclosed = 0
    private var absent: Set<String> = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func position(of part: String, from start: Int) -> Int? {
      let sign = Array(part.utf8)
      guard let first = sign.first, !absent.contains(part) else { return nil }
      var index = start
      while index + sign.count <= bytes.count, let found = bytes[index...].firstIndex(of: first) {
        if bytes[found...].starts(with: sign) { return found }
        index = found + 1
      }
      absent.insert(part)
      return nil
    }
  }

  private static func isKnown(_ name: String) -> Bool {
    languages.contains(name)
      || ["caption", "wp_caption", "gallery", "embed", "video", "audio", "playlist"].contains(name)
  }

  /// Code, by its own name or that of its language, as SyntaxHighlighter takes it.
  private static let languages: Set<String> = [
    "code", "sourcecode", "bash", "shell", "php", "python", "ruby", "java", "javascript", "css",
    "html", "xml", "sql", "csharp", "cpp", "swift", "plain",
  ]

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#039;", with: "'").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}

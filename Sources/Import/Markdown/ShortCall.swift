internal import Editorial

/// A call in a text: `{{< … >}}` and `{{% … %}}` of Hugo's, `{{ name(…) }}` and `{% name(…) %}` of Zola's.
struct ShortCall {
  var range: Range<Int>
  /// Between the braces, or, of a call that only shows how one looks, that call.
  var inner: String
  var isQuoted = false
  var isZola = false
  /// Whether words follow that it ends with `end`.
  var hasBody = false
  var isEnd = false

  private static let most = 8192

  init?(at start: Int, in text: Manuscript) {
    let last = min(start + Self.most, text.bytes.count)
    let isAngle = text.has("{{<", at: start)
    guard isAngle || text.has("{{%", at: start) else {
      guard let zola = Self.zola(at: start, in: text, before: last) else { return nil }
      self = zola
      return
    }
    let close = isAngle ? ">}}" : "%}}"
    guard let end = text.find(close, from: start + 3, before: last) else { return nil }
    range = start..<end + 3
    inner = text.string(start + 3..<end)
    if inner.hasPrefix("/*"), inner.hasSuffix("*/") {
      inner = (isAngle ? "{{<" : "{{%") + inner.dropFirst(2).dropLast(2) + close
      isQuoted = true
    }
  }

  private init(_ range: Range<Int>, _ inner: String) { (self.range, self.inner) = (range, inner) }

  /// A name with brackets behind it, which makes it a call whatever else braces mean.
  private static func zola(at start: Int, in text: Manuscript, before last: Int) -> ShortCall? {
    let isBody = text.has("{%", at: start)
    let (open, close) = isBody ? ("{%", "%}") : ("{{", "}}")
    guard text.has(isBody ? "{%" : "{{", at: start),
      let end = text.find(close, from: start + 2, before: last)
    else { return nil }
    var call = ShortCall(start..<end + 2, text.string(start + 2..<end))
    if call.inner.hasPrefix("/*"), call.inner.hasSuffix("*/") {
      call.inner = open + call.inner.dropFirst(2).dropLast(2) + close
      call.isQuoted = true
      return call
    }
    if call.inner.hasPrefix("-") { call.inner.removeFirst() }
    if call.inner.hasSuffix("-") { call.inner.removeLast() }
    call.inner = call.inner.trimmed
    call.isZola = true
    if isBody, call.inner == "end" {
      call.isEnd = true
      return call
    }
    guard let found = call.inner.wholeMatch(of: #/([A-Za-z_][\w:]*)\s*\(([\s\S]*)\)/#) else {
      return nil
    }
    call.inner = found.output.1 + " " + found.output.2
    call.hasBody = isBody
    return call
  }
}

extension Manuscript {
  /// An address of an own story is a link by itself where it stands in no link and no tag.
  func linked(_ target: String, at start: Int) -> String {
    isAddress(at: start) ? target : "[\(target)](\(target))"
  }

  /// Whether what stands here is the address of something, or a part of one.
  private func isAddress(at start: Int) -> Bool {
    var index = start - 1
    while index >= 0, bytes[index] == 0x20 { index -= 1 }
    guard index >= 0 else { return false }
    let before = index > 0 ? bytes[index - 1] : 0
    switch bytes[index] {
    case 0x28: return before == 0x5D
    case 0x3C: return index > 1 && [0x28, 0x3A, 0x20].contains(before) && index + 1 == start
    case 0x22, 0x27: return before == 0x3D
    case 0x3A: return before == 0x5D
    case 0x3D, 0x7D, 0x2F: return index + 1 == start
    default: return false
    }
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

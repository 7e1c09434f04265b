internal import Editorial

/// The tags that are left in a text when its blocks of HTML are turned: stress, links, breaks, code.
///
/// What has a sign in Markdown gets it, other tags go and their words stay.
struct InlineTags {
  let text: Manuscript
  let plan: LinePlan
  /// Whether unknown elements are components, whose words are in their attributes.
  let hasComponents: Bool
  var edits: [Manuscript.Edit] = []
  var remarks: [(Int, String)] = []
  var tags: [Tag] = []
  /// By the place of an opening tag that of its end.
  var ends: [Int: Int] = [:]
  var starts: [Int: Int] = [:]
  /// Pairs that go over more than one paragraph.
  var wide: Set<Int> = []
  var gone: Set<Int> = []
  private var bounds: [Int] = []
  var dropped: [String: Int] = [:]
  var tail: [Int: String] = [:]

  init(_ text: Manuscript, hasComponents: Bool) {
    (self.text, self.hasComponents) = (text, hasComponents)
    plan = LinePlan(text.bytes, text.code)
    var found: [Tag] = []
    var literal: [Int] = []
    text.scan { index in
      if let end = Self.asideEnd(index, text) { return end }
      guard text.bytes[index] == 0x3C else { return nil }
      if let tag = Tag(at: index, in: text) {
        found.append(tag)
        return tag.range.upperBound
      }
      if let end = Self.addressEnd(index, text) { return end }
      if Self.looksLikeTag(index, text) { literal.append(index) }
      return nil
    }
    tags = found
    bounds = plan.bounds(text.bytes)
    for tag in found where HTMLNames.blocks.contains(tag.name) {
      bounds.append(tag.range.lowerBound)
    }
    bounds.sort()
    pair()
    for place in tags.indices where !gone.contains(place) { take(place) }
    for (name, offset) in dropped {
      remarks.append((offset, "the tag `\(name)` went, its words stand"))
    }
    edits += literal.map { Manuscript.Edit($0..<$0 + 1, "\\<") }
    edits.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    remarks.sort { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  /// Behind a comment, or the address of a link in its own brackets.
  private static func asideEnd(_ index: Int, _ text: Manuscript) -> Int? {
    if text.has("<!--", at: index) {
      return text.find("-->", from: index + 4).map { $0 + 3 }
    }
    guard text.bytes[index] == 0x5D else { return nil }
    var start = index + 2
    if text.has("(", at: index + 1) || text.has(":", at: index + 1) {
      while start < text.bytes.count, text.bytes[start] == 0x20 { start += 1 }
      guard text.has("<", at: start) else { return nil }
      var end = start + 1
      while end < text.bytes.count, ![0x0A, 0x3C, 0x3E].contains(text.bytes[end]) { end += 1 }
      return text.has(">", at: end) ? end + 1 : nil
    }
    return nil
  }

  /// Behind `<https://…>` or `<a@b.example>`.
  private static func addressEnd(_ index: Int, _ text: Manuscript) -> Int? {
    var end = index + 1
    var isAddress = false
    while end < text.bytes.count, text.bytes[end] > 0x20, text.bytes[end] != 0x3C {
      if text.bytes[end] == 0x3E { return isAddress ? end + 1 : nil }
      if text.bytes[end] == 0x3A || text.bytes[end] == 0x40 { isAddress = end > index + 1 }
      end += 1
    }
    return nil
  }

  /// Whether a parser of Markdown could take it for HTML, which readers never see.
  private static func looksLikeTag(_ index: Int, _ text: Manuscript) -> Bool {
    guard index + 1 < text.bytes.count else { return false }
    let next = text.bytes[index + 1]
    return (0x41...0x5A).contains(next & 0xDF) || [0x21, 0x2F, 0x3F].contains(next)
  }

  private mutating func pair() {
    var open: [Int] = []
    var count: [String: Int] = [:]
    for (place, tag) in tags.enumerated() where tag.name != "br" && tag.name != "img" {
      guard tag.isEnd else {
        guard !tag.isClosed, tag.name != "hr" else { continue }
        open.append(place)
        count[tag.name, default: 0] += 1
        continue
      }
      guard count[tag.name, default: 0] > 0 else { continue }
      while let last = open.popLast() {
        count[tags[last].name, default: 0] -= 1
        guard tags[last].name == tag.name else { continue }
        (ends[last], starts[place]) = (place, last)
        if hasBound(tags[last].range.upperBound...tag.range.lowerBound) { wide.insert(last) }
        break
      }
    }
  }

  private func hasBound(_ range: ClosedRange<Int>) -> Bool {
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < bounds.count && bounds[low] <= range.upperBound
  }

  func isInCell(_ offset: Int) -> Bool { plan[offset]?.kind == .row }
  func isOnOneLine(_ offset: Int) -> Bool {
    plan[offset].map { $0.kind == .row || $0.kind == .heading } ?? false
  }

  mutating func replace(_ range: Range<Int>, _ words: String) {
    edits.append(Manuscript.Edit(range, words))
  }

  private mutating func take(_ place: Int) {
    let tag = tags[place]
    if let words = tail[place] { return replace(tag.range, words) }
    switch tag.name {
    case "strong", "b": mark("**", place)
    case "em", "i", "cite", "dfn", "var": mark("*", place)
    case "del", "s", "strike": mark("~~", place)
    case "code", "tt", "kbd", "samp": code(place)
    case "a": link(place)
    case "br": lineBreak(place)
    case "img": replace(tag.range, picture(tag))
    case "iframe", "video", "audio", "object", "embed": embedded(place)
    case "sup", "sub": script(place)
    case "q": replace(tag.range, tag.isEnd ? "”" : "“")
    case "li" where isInCell(tag.range.lowerBound):
      replace(tag.range, tag.isEnd || isFirst(place) ? "" : " / ")
    case "li": block(place, tag.isEnd ? "" : "\n" + indent(tag) + "- ")
    case "td", "th": replace(tag.range, " ")
    case "hr": block(place, isOnOneLine(tag.range.lowerBound) ? " " : "\n\n---\n\n")
    case let name where HTMLNames.blocks.contains(name) && !HTMLNames.plain.contains(name):
      block(place, isOnOneLine(tag.range.lowerBound) ? " " : plan.parting(at: tag.range.lowerBound))
    case let name where HTMLNames.plain.contains(name): replace(tag.range, "")
    default: unknown(place)
    }
  }

  private func indent(_ tag: Tag) -> String {
    String(repeating: " ", count: plan[tag.range.lowerBound]?.indent ?? 0)
  }

  private func isFirst(_ place: Int) -> Bool {
    place > 0 && tags[place - 1].range.upperBound == tags[place].range.lowerBound
      && !tags[place - 1].isEnd && tags[place - 1].name != "li"
  }

  /// A tag that parts paragraphs; the indentation of the line behind it, which HTML does not mean, goes.
  private mutating func block(_ place: Int, _ words: String) {
    let range = tags[place].range
    let isFirst = plan.isMarkAlone(before: range.lowerBound, text.bytes)
    let words = isFirst ? "" : words
    var end = blanks(from: range.upperBound)
    if end < text.bytes.count, text.bytes[end] == 0x0A {
      let next = blanks(from: end + 1)
      let isBlank = next >= text.bytes.count || text.bytes[next] == 0x0A
      end = isBlank ? end : next
    }
    if let number = plan[end], number.kind == .code { end = range.upperBound }
    replace(range.lowerBound..<end, words)
  }

  private func blanks(from start: Int) -> Int {
    var index = start
    while index < text.bytes.count, text.bytes[index] == 0x20 || text.bytes[index] == 0x09 {
      index += 1
    }
    return index
  }
}

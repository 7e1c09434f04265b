internal import Editorial

extension InlineTags {
  mutating func lineBreak(_ place: Int) {
    let bytes = text.bytes
    let range = tags[place].range
    guard !isOnOneLine(range.lowerBound) else {
      let isBlank = range.lowerBound > 0 && isHTMLBlank(bytes[range.lowerBound - 1])
      return replace(range, isBlank ? "" : " ")
    }
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    if let last = edits.last { start = max(start, min(last.range.upperBound, range.lowerBound)) }
    var end = range.upperBound
    var (count, ends) = (1, 0)
    var next = place + 1
    while end < bytes.count {
      if isHTMLBlank(bytes[end]) {
        if bytes[end] == 0x0A { ends += 1 }
        guard ends < 2 else { break }
        end += 1
      } else if next < tags.count, tags[next].name == "br", tags[next].range.lowerBound == end {
        end = tags[next].range.upperBound
        gone.insert(next)
        (next, count, ends) = (next + 1, count + 1, 0)
      } else {
        break
      }
    }
    let before = plan[start]
    let number = plan.number(at: start)
    if start == before?.range.lowerBound, number > 0, plan.lines[number - 1].kind == .words {
      start = plan.lines[number - 1].range.upperBound
    }
    let isFirst = start == before?.range.lowerBound || plan.isMarkAlone(before: start, bytes)
    let behind = end < bytes.count ? plan[end] : nil
    let isLast = ends > 1 || behind == nil
    // A quote that goes on opens nothing.
    let goesOn = behind?.isQuote == true && before?.isQuote == true
    let opensBlock = ends == 1 && (behind?.begins ?? true) && !goesOn
    if ends == 1, goesOn {
      end += 1
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    }
    guard !isLast, !isFirst, !opensBlock else {
      // All breaks that stand together go.
      let all = tags[next - 1].range.upperBound
      return replace(isFirst ? range.lowerBound..<all : start..<all, "")
    }
    guard count == 1 else { return replace(start..<end, plan.parting(at: start)) }
    let rest = "\\\n" + plan.prefix(at: start)
    let words = text.string(end..<min(bytes.count, end + 24))
    let safe = MarkdownText.atLineStart(words)
    if ends == 0, safe != words {
      let same = zip(safe.utf8, words.utf8).prefix { $0 == $1 }.count
      return replace(
        start..<end + same, rest + String(decoding: safe.utf8.prefix(same + 1), as: UTF8.self))
    }
    replace(start..<end, rest)
  }
}

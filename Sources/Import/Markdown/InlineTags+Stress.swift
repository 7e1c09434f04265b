internal import Editorial

extension InlineTags {
  /// Stress as Markdown has it: no blanks inside of it at either end, nothing empty, in one paragraph.
  mutating func mark(_ sign: String, _ place: Int) {
    let tag = tags[place]
    guard !tag.isEnd, let end = ends[place], !wide.contains(place) else {
      if !tag.isEnd, !tag.isClosed { note(tag) }
      return replace(tag.range, "")
    }
    var first = tag.range.upperBound
    var last = tags[end].range.lowerBound
    let bytes = text.bytes
    while first < last, isHTMLBlank(bytes[first]) { first += 1 }
    while last > first, isHTMLBlank(bytes[last - 1]) { last -= 1 }
    let lead = text.string(tag.range.upperBound..<first)
    let trail = text.string(last..<tags[end].range.lowerBound)
    let isBreak = hasBreak(from: place, to: end)
    // Of two around the same words one is enough.
    let isDouble =
      tags[place + 1].name == tag.name && !tags[place + 1].isEnd
      && tags[place + 1].range.lowerBound == first && ends[place + 1] != nil
    guard !isEmpty(place, end), !isMarked(sign, first, last), !isBreak, !isDouble else {
      replace(tag.range, "")
      tail[end] = ""
      return
    }
    if end + 1 < tags.count, tags[end + 1].range.lowerBound == tags[end].range.upperBound,
      tags[end + 1].name == tag.name, !tags[end + 1].isEnd, let next = ends[end + 1],
      !wide.contains(end + 1), !isEmpty(end + 1, next)
    {
      // Two that touch are one.
      tail[end] = ""
      gone.insert(end + 1)
      replace(tags[end + 1].range, "")
      tail[next] = sign
    } else {
      replace(last..<tags[end].range.upperBound, sign + trail)
      gone.insert(end)
      guardEnd(last, tags[end].range.upperBound, hasTrail: !trail.isEmpty)
    }
    if lead.isEmpty, let start = letter(before: tag.range.lowerBound), isPunctuation(at: first) {
      let scalar = text.string(start..<tag.range.lowerBound).unicodeScalars.first
      if let scalar { replace(start..<tag.range.lowerBound, "&#\(scalar.value);") }
    }
    replace(tag.range.lowerBound..<first, lead + sign)
  }

  /// A mark behind a sign and before a letter closes nothing: the letter is written by its number.
  mutating func guardEnd(_ last: Int, _ behind: Int, hasTrail: Bool) {
    guard !hasTrail, last > 0, behind < text.bytes.count, isPunctuation(at: last - 1),
      let scalar = scalar(at: behind), scalar.properties.isAlphabetic
    else { return }
    replace(behind..<behind + String(scalar).utf8.count, "&#\(scalar.value);")
  }

  func scalar(at offset: Int) -> Unicode.Scalar? {
    text.string(offset..<min(text.bytes.count, offset + 4)).unicodeScalars.first
  }

  func letter(before offset: Int) -> Int? {
    var start = offset - 1
    while start > 0, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0, let scalar = scalar(at: start), scalar.properties.isAlphabetic else {
      return nil
    }
    return start
  }

  func isPunctuation(at offset: Int) -> Bool {
    var start = offset
    while start > 0, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard let scalar = scalar(at: start) else { return false }
    return !scalar.properties.isAlphabetic && !scalar.properties.isWhitespace
      && scalar.properties.numericType == nil && scalar != "<"
  }

  /// Whether a break stands first or last between two tags: no mark opens before one or closes behind.
  private func hasBreak(from place: Int, to end: Int) -> Bool {
    for isFirst in [true, false] {
      var edge = isFirst ? tags[place].range.upperBound : tags[end].range.lowerBound
      var inner = isFirst ? place + 1 : end - 1
      while inner > place, inner < end, inner - place < 16 || end - inner < 16 {
        let range = tags[inner].range
        let gap = isFirst ? edge..<max(edge, range.lowerBound) : min(edge, range.upperBound)..<edge
        guard isBlank(gap) else { break }
        if tags[inner].name == "br" { return true }
        edge = isFirst ? range.upperBound : range.lowerBound
        inner += isFirst ? 1 : -1
      }
    }
    return false
  }

  func isEmpty(_ place: Int, _ end: Int) -> Bool {
    // So many tags without a word between them are nobody's text.
    guard end - place < 256 else { return false }
    var from = tags[place].range.upperBound
    for inner in (place + 1)..<max(end, place + 1) {
      if tags[inner].name == "img" { return false }
      if !isBlank(from..<tags[inner].range.lowerBound) { return false }
      from = tags[inner].range.upperBound
    }
    return isBlank(from..<tags[end].range.lowerBound)
  }

  func isBlank(_ range: Range<Int>) -> Bool {
    range.isEmpty || text.bytes[range].allSatisfy(isHTMLBlank)
  }

  /// Whether the words stand in such marks already, by tags or by Markdown.
  func isMarked(_ sign: String, _ first: Int, _ last: Int) -> Bool {
    let mark = sign.utf8.first ?? 0x2A
    return text.bytes[first] == mark || text.bytes[last - 1] == mark
      || (text.bytes[first] == 0x5F && sign == "*")
  }
}

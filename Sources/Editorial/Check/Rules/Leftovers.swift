extension Rule {
  /// What an editor or another system leaves in a text and forgets: `[?]`, XXX, TODO, shortcodes.
  static let leftovers = Rule(
    "leftovers", wants: "a text without leftovers",
    .story { sheet in
      openComment(sheet)
        + sheet.texts.flatMap { text in
          words(in: text) + halfQueries(in: text)
            + marks.flatMap { mark in
              text.ranges(of: mark.opening, to: mark.closing).map {
                text.find("\(text.text($0).prefix(40)) \(mark.meaning)", $0)
              }
            }
        }
    })

  private static func openComment(_ sheet: Sheet) -> [Find] {
    guard let place = sheet.story.copy.openComments.first,
      let index = sheet.body.starts.firstIndex(of: sheet.story.file.bodyStart + place)
    else { return [] }
    return [
      sheet.body.find(
        "a comment begins here and nothing ends it, so readers read it: put --> behind it",
        index..<index + 4)
    ]
  }

  /// A query begins and ends on one line; half of one is text.
  private static func halfQueries(in text: Prose) -> [Find] {
    let (opens, closes) = (text.ranges(of: "[[", to: ""), text.ranges(of: "]]", to: ""))
    guard !(opens.isEmpty && closes.isEmpty) else { return [] }
    let ends = text.scalars.indices.filter { text.scalars[$0] == "\n" }
    func line(_ index: Int) -> Int {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] < index { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var (first, last): ([Int: Int], [Int: Int]) = ([:], [:])
    for open in opens.reversed() { first[line(open.lowerBound)] = open.lowerBound }
    for close in closes { last[line(close.lowerBound)] = close.lowerBound }
    return opens.filter { last[line($0.lowerBound)] ?? -1 < $0.lowerBound }
      .map {
        text.find("[[ begins a query that does not end on its line, so readers read it", $0)
      }
      + closes.filter { first[line($0.lowerBound)] ?? Int.max > $0.lowerBound }
      .map {
        text.find("]] ends a query that does not begin on its line, so readers read it", $0)
      }
  }

  /// In capitals and alone they are nobody's words.
  private static func words(in text: Prose) -> [Find] {
    text.words.compactMap { word in
      guard ["XXX", "TODO", "FIXME", "TBC", "TKTK"].contains(text.text(word)) else { return nil }
      return text.find("\(text.text(word)) was left in", word)
    }
  }

  private static let marks: [(opening: String, closing: String, meaning: String)] = [
    ("[?", "]", "asks something still"), ("{{", "}}", "is a shortcode of another system"),
    ("{%", "%}", "is a shortcode of another system"), ("<<<<<<<", "", "is the mark of a conflict"),
    (">>>>>>>", "", "is the mark of a conflict"),
    ("lorem ipsum", "", "is dummy text"),
  ]
}

extension Prose {
  /// Where a mark stands in the words, up to its end on the same line; letters' case aside.
  func ranges(of opening: String, to closing: String) -> [Range<Int>] {
    let (opening, closing) = (Array(opening.unicodeScalars), Array(closing.unicodeScalars))
    var ranges: [Range<Int>] = []
    var index = 0
    // Up to here no closing mark stands on the line.
    var vain = 0
    while index + opening.count <= scalars.count {
      guard stands(opening, at: index) else {
        index += 1
        continue
      }
      var end = index + opening.count
      if !closing.isEmpty {
        guard end >= vain else {
          index += 1
          continue
        }
        while end < scalars.count, scalars[end] != "\n", !stands(closing, at: end) { end += 1 }
        guard stands(closing, at: end) else {
          vain = end
          index += 1
          continue
        }
        end += closing.count
      }
      ranges.append(index..<end)
      index = end
    }
    return ranges
  }

  private func stands(_ mark: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + mark.count <= scalars.count else { return false }
    return mark.indices.allSatisfy {
      isWords(index + $0) && Self.folded(scalars[index + $0]) == mark[$0].value
    }
  }

  /// A capital of ASCII as its small letter.
  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    (0x41...0x5A).contains(scalar.value) ? scalar.value | 0x20 : scalar.value
  }
}

internal import Editorial

/// The last look at addresses of own stories: one that stands in no link after all is only its name.
enum OwnAddresses {
  static func settle(_ text: inout Manuscript) {
    guard text.find("stet-source:", from: 0) != nil else { return }
    var links = Target.all(in: text).flatMap { [$0.range, $0.words].compactMap { $0 } }
    links.sort { $0.lowerBound < $1.lowerBound }
    var edits: [Manuscript.Edit] = []
    var next = 0
    var end = 0
    text.scan { index in
      while next < links.count, links[next].lowerBound <= index {
        end = max(end, links[next].upperBound)
        next += 1
      }
      guard text.has("stet-source:", at: index), index >= end else { return nil }
      edits.append(Manuscript.Edit(index..<index + "stet-source:".utf8.count, ""))
      return index + "stet-source:".utf8.count
    }
    for edit in edits {
      text.remark(
        at: edit.range.lowerBound, "the address of a story stands in no link; it stays as text")
    }
    text.apply(edits)
  }
}

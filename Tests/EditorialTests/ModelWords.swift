/// The words of a story as the model of a newsroom knows them: a few places that change, each by itself.
struct ModelWords: Hashable {
  /// Which of three spellings the headline has: a typo apart.
  var spelling = 0
  /// What the first and the second paragraph are about.
  var first = 0
  var second = 0
  /// A sentence at the end of the second paragraph, which can be cut.
  var hasTail = true
  /// Paragraphs that were added.
  var added: [Int] = []
  var byline: [String]
  var hasSection = true
  var hasCredit = false
  var hasQuery = false
  /// In seconds.
  var embargo: Int64?
  var kind: String?
  var notice: String?
  var amends: Int?

  /// Without what a version says of itself.
  var plain: ModelWords {
    var words = self
    (words.kind, words.notice, words.amends) = (nil, nil, nil)
    return words
  }

  static let spellings = ["sediment", "sedimant", "sedimient"]
  static let things = [
    "anvils", "barley", "copper", "dragons", "embers", "foxglove", "granite", "hazelnuts",
    "iodine", "juniper", "kelp", "lanterns",
  ]

  var headline: String { "The \(Self.spellings[spelling])" }

  var body: String {
    let query = hasQuery ? " [[CANARY?]]" : ""
    let tail = hasTail ? " It rained." : ""
    let more = added.map { "\nMore is known about \(Self.things[$0 % Self.things.count]).\n" }
    return "Water came to the \(Self.things[first]). <!-- CANARY -->\n\n"
      + "Boats went past the \(Self.things[second])\(query).\(tail)\n\(more.joined())"
  }

  /// The lines of the front matter that are words; `time` writes an embargo.
  func fields(_ time: (Int64) -> String) -> String {
    var lines = ["headline: \(headline)", "section: \(hasSection ? "city" : "nowhere")"]
    if !byline.isEmpty { lines.append("byline: [\(byline.joined(separator: ", "))]") }
    if hasCredit { lines.append("credit: Lusa") }
    if let embargo { lines.append("embargo: \(time(embargo))") }
    if let kind { lines.append("kind: \(kind)") }
    if let notice { lines.append("notice: \"\(notice)\"") }
    if let amends { lines.append("amends: \(amends)") }
    return lines.map { "\($0)\n" }.joined()
  }

  private static let keys = [
    "headline:", "section:", "byline:", "credit:", "embargo:", "kind:", "notice:", "amends:",
  ]

  /// A file with these words and its other lines as they are.
  func file(on text: String, _ time: (Int64) -> String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.dropFirst().firstIndex(of: "---") ?? lines.endIndex
    let kept = lines[1..<end].filter { line in !Self.keys.contains { line.hasPrefix($0) } }
    return "---\n\(fields(time))\(kept.map { "\($0)\n" }.joined())---\n\(body)"
  }

  /// The version that goes on, with what a fix changed; nil where both changed the same place.
  static func merge(
    base: ModelWords, open: ModelWords, now: ModelWords, newNotices: Int
  ) -> ModelWords? {
    var merged = open
    func take<Value: Equatable>(_ place: WritableKeyPath<ModelWords, Value>) -> Bool {
      let (old, mine, theirs) = (base[keyPath: place], open[keyPath: place], now[keyPath: place])
      if mine != theirs, theirs != old {
        guard mine == old else { return false }
        merged[keyPath: place] = theirs
      }
      return true
    }
    guard let added = paragraphs(base.added, open.added, now.added) else { return nil }
    merged.added = added
    let isClean = take(\.spelling) && take(\.first) && take(\.second) && take(\.hasTail)
    merged.amends = open.amends.map { $0 + newNotices }
    return isClean ? merged : nil
  }

  /// What both put behind the others stays, the open version's first; what both have stands once.
  private static func paragraphs(_ old: [Int], _ mine: [Int], _ theirs: [Int]) -> [Int]? {
    if mine == theirs || theirs == old { return mine }
    if mine == old { return theirs }
    guard mine.starts(with: old) else { return nil }
    let new = mine.dropFirst(old.count)
    if old.starts(with: theirs) { return theirs + new }
    guard theirs.starts(with: old) else { return nil }
    var same = Array(new)
    let more = theirs.dropFirst(old.count).filter { piece in
      guard let place = same.firstIndex(of: piece) else { return true }
      same.remove(at: place)
      return false
    }
    return mine + more
  }
}

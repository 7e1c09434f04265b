/// What changed between two texts beyond a typo, in short clauses.
struct TermFindings {
  private let match: TermMatch
  /// The words of the whole story before and after.
  private let old: Vocabulary
  private let new: Vocabulary
  private(set) var clauses: [String] = []

  static let tooMuch = "more changed than a typo"

  init(_ match: TermMatch, old: Vocabulary, new: Vocabulary) {
    (self.match, self.old, self.new) = (match, old, new)
    run()
  }

  private mutating func add(_ clause: String) {
    if !clauses.contains(clause) { clauses.append(clause) }
  }

  private enum Sort { case number, date, negation, attribution, name, word, link, picture }

  private mutating func run() {
    let isQuotation =
      match.mended.contains { match.old[$0.old].isQuoted || match.new[$0.new].isQuoted }
      || match.went.contains { match.old[$0].isQuoted }
      || match.came.contains { match.new[$0].isQuoted }
    if isQuotation { add("a quotation changed") }
    for (old, new) in match.mended { check(match.old[old], match.new[new]) }
    var went = match.went
    var came = match.came
    let gone = wholeSentences(went, match.old)
    let fresh = wholeSentences(came, match.new)
    // One word in place of another is no sentence, though it may be all of a headline.
    if !(went.count == 1 && came.count == 1) {
      if !gone.isEmpty { add("a sentence went") }
      if !fresh.isEmpty { add("a sentence came") }
      went.removeAll { gone.contains(match.old[$0].sentence) }
      came.removeAll { fresh.contains(match.new[$0].sentence) }
    }
    report(
      went.filter { !isFree($0, match.old) }.map { match.old[$0] },
      came.filter { !isFree($0, match.new) }.map { match.new[$0] })
  }

  /// The sentences of which every word is among `changed`.
  private func wholeSentences(_ changed: [Int], _ terms: [Term]) -> Set<Int> {
    guard !changed.isEmpty else { return [] }
    var left: [Int: Int] = [:]
    for place in changed { left[terms[place].sentence, default: 0] -= 1 }
    for term in terms where left[term.sentence] != nil { left[term.sentence, default: 0] += 1 }
    return Set(left.filter { $0.value == 0 }.keys)
  }

  /// Whether a word may come or go as a typo: a small one, or one that stands twice.
  ///
  /// Before a number and in a quotation none may: `fell 5%` is not `fell to 5%`.
  private func isFree(_ place: Int, _ terms: [Term]) -> Bool {
    let term = terms[place]
    guard term.isPlain, !term.isQuoted else { return false }
    let next = place + 1 < terms.count ? terms[place + 1] : nil
    let before = place > 0 ? terms[place - 1] : nil
    if next?.key == term.key && next?.sentence == term.sentence
      || before?.key == term.key && before?.sentence == term.sentence
    {
      return true
    }
    if let next, next.sentence == term.sentence, case .number = next.kind { return false }
    return term.isSmall
  }

  /// Checks a pair that differs as a typo does.
  private mutating func check(_ old: Term, _ new: Term) {
    guard old.key != new.key else { return }
    if let prefix = Typo.opposite(old.key, new.key) {
      add("a negation came or went (\(prefix)-)")
      return
    }
    guard isName(old, self.old), isName(new, self.new) else { return }
    // Two people whose names are alike: both are in the story before and after.
    let other = new.text.lowercased() == old.text.lowercased()
    if !other, self.old.words.contains(new.text), self.new.words.contains(old.text) {
      add("a name became another (\(short(old.text)) to \(short(new.text)))")
    }
  }

  /// A capitalised word that is so by itself, and not for beginning a sentence.
  private func isName(_ term: Term, _ story: Vocabulary) -> Bool {
    guard term.isCapitalised, !term.isSmall else { return false }
    return !term.startsSentence || !story.words.contains(term.text.lowercased())
  }

  private func sort(_ term: Term, _ story: Vocabulary) -> Sort {
    switch term.kind {
    case .number: .number
    case .date: .date
    case .negation: .negation
    case .attribution: isName(term, story) && !term.startsSentence ? .name : .attribution
    case .link: .link
    case .picture: .picture
    case .plain: isName(term, story) ? .name : .word
    case .small, .sign: .word
    }
  }

  private mutating func report(_ went: [Term], _ came: [Term]) {
    let gone = Dictionary(grouping: went) { sort($0, old) }
    let fresh = Dictionary(grouping: came) { sort($0, new) }
    if gone[.picture] != nil || fresh[.picture] != nil { add("a picture changed") }
    if gone[.link] != nil || fresh[.link] != nil { add("a link changed") }
    let nouns: [(Sort, String, String)] = [
      (.number, "a number", "changed"), (.date, "a day or month", "changed"),
      (.negation, "a negation", "changed"), (.attribution, "an attribution", "changed"),
      (.name, "a name", "became another"), (.word, "a word", "became another"),
    ]
    for (sort, noun, changed) in nouns {
      report(gone[sort] ?? [], fresh[sort] ?? [], sort, noun, changed)
    }
  }

  private mutating func report(
    _ went: [Term], _ came: [Term], _ sort: Sort, _ noun: String, _ changed: String
  ) {
    var went = went
    var came = came
    // What went here and came there has moved.
    let moved = Set(went.map(\.key)).intersection(came.map(\.key))
    for term in went where moved.contains(term.key) { add("\(noun) moved (\(short(term.text)))") }
    went.removeAll { moved.contains($0.key) }
    came.removeAll { moved.contains($0.key) }
    if went.count == came.count {
      for (old, new) in zip(went, came) {
        add("\(noun) \(changed) (\(short(old.text)) to \(short(new.text)))")
      }
    } else if sort == .negation {
      for term in went + came { add("a negation came or went (\(short(term.text)))") }
    } else if sort == .word {
      report(went, "went")
      report(came, "came")
    } else {
      for term in went { add("\(noun) went (\(short(term.text)))") }
      for term in came { add("\(noun) came (\(short(term.text)))") }
    }
  }

  private mutating func report(_ words: [Term], _ act: String) {
    guard !words.isEmpty else { return }
    let said = words.prefix(5).map { short($0.text) }.joined(separator: " ")
    add(
      words.count == 1
        ? "a word \(act) (\(said))" : "words \(act) (\(said)\(words.count > 5 ? " …" : ""))")
  }

  private func short(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }
}

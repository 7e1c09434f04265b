extension Rule {
  /// Words that hunspell knows, with the house's own.
  public static let spelling = Rule("spelling", wants: "words that the dictionaries know", .outside)
}

/// A word to be looked up, with every place where it stands.
public struct WordToCheck: Hashable, Sendable {
  /// With a straight apostrophe, as dictionaries have it.
  public var word: String
  /// In bytes of the file.
  public var offsets: [Int]
}

extension Sheet {
  /// The words that readers read, code, addresses and names left out, each once in the order in which they
  /// stand.
  ///
  /// A word with a capital inside a sentence is a name, wherever else it stands.
  public var wordsToCheck: [WordToCheck] {
    let names = PhraseTable(knownNames)
    var order: [String] = []
    var offsets: [String: [Int]] = [:]
    var capitals: Set<String> = []
    for text in texts {
      let starts = Set(SentenceScan.starts(in: text.scalars))
      var next = names.matches(in: text).map(\.range)[...]
      for word in text.words {
        while let first = next.first, first.upperBound <= word.lowerBound { next.removeFirst() }
        if let first = next.first, first.contains(word.lowerBound) { continue }
        guard Self.isOrdinary(text.scalars[word]) else { continue }
        let plain = text.text(word).replacing("’", with: "'")
        if text.scalars[word.lowerBound].properties.isUppercase, !text.begins(word, starts) {
          capitals.insert(plain)
          continue
        }
        if offsets[plain] == nil { order.append(plain) }
        offsets[plain, default: []].append(text.starts[word.lowerBound])
      }
    }
    return order.filter { !capitals.contains($0) }
      .map { WordToCheck(word: $0, offsets: offsets[$0] ?? []) }
  }

  private var knownNames: [String] {
    let people = policy.people.values.map(\.name)
    return (style.names.map(\.name) + people + story.byline + story.credit).filter {
      $0.unicodeScalars.first.map(Prose.isPart) ?? false
    }
  }

  /// Whether it is a word of letters that a dictionary may know: no number, no initials, no single letter.
  private static func isOrdinary(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.count > 1 && word.count < 64 && !word.contains { $0.properties.numericType != nil }
      && !word.allSatisfy(\.properties.isUppercase) && !word.contains(where: Letter.isIdeograph)
  }
}

extension Prose {
  /// Whether a word begins a sentence, signs before it aside.
  fileprivate func begins(_ word: Range<Int>, _ starts: Set<Int>) -> Bool {
    var index = word.lowerBound
    while !starts.contains(index), index > 0, !Self.isPart(scalars[index - 1]),
      scalars[index - 1] != " "
    {
      index -= 1
    }
    return starts.contains(index)
  }
}

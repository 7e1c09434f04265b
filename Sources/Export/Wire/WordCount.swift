extension Markdown {
  /// How many words readers see, and how many characters: tags, marks and captions left out.
  var size: (words: Int, characters: Int) {
    var text = ""
    for event in events {
      switch event {
      case .text(let words): text += words
      case .softBreak, .hardBreak, .rule: text += " "
      case .open(let element), .close(let element): if !element.isSpan { text += " " }
      case .picture: break
      }
    }
    let words = text.words()
    return (
      words.count { $0.contains { $0.isLetter || $0.isNumber } },
      words.reduce(Swift.max(0, words.count - 1)) { $0 + $1.count }
    )
  }
}

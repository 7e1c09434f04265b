/// The words of a story, made out only if a check asks for them.
final class Vocabulary {
  let story: Story
  /// The body as readers get it.
  private(set) lazy var body = story.copy.published

  /// Every word of headline, standfirst and body, as it stands there.
  private(set) lazy var words: Set<String> = {
    var words: Set<String> = []
    for text in [story.headline, story.standfirst ?? "", body] {
      for word in text.unicodeScalars.split(whereSeparator: { !Letter.isLetter($0) }) {
        words.insert(String(word))
      }
    }
    return words
  }()

  init(_ story: Story) { self.story = story }
}

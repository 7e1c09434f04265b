/// A call of something by name in a text: a Hugo shortcode, a Liquid tag, an include.
struct Call {
  var name: String
  /// As written, without the name.
  var written: String
  var positional: [String] = []
  /// Which of ``positional`` stood in quotes.
  private(set) var quoted: Set<Int> = []
  var named: [(key: String, value: String)] = []

  /// Reads `name first key="value" key='v' key=v`.
  init(_ text: String) {
    let parts = Self.words(text)
    name = parts.first?.text ?? ""
    written = parts.first.map { String(text[$0.end...]).trimmed } ?? ""
    for part in parts.dropFirst() {
      if let key = part.key {
        named.append((key, part.text))
      } else {
        positional.append(part.text)
        if part.isQuoted { quoted.insert(positional.count - 1) }
      }
    }
  }

  subscript(keys: String...) -> String? {
    for key in keys {
      if let found = named.first(where: { $0.key == key })?.value.trimmed, !found.isEmpty {
        return found
      }
    }
    return nil
  }

  func at(_ index: Int) -> String? {
    positional.indices.contains(index) && !positional[index].isEmpty ? positional[index] : nil
  }

  /// The first of what stands without a name that is words and no word for a style.
  var title: String? {
    for (index, text) in positional.enumerated() {
      let isWords = text.contains(" ") || text.contains(where: \.isUppercase)
      if (quoted.contains(index) || isWords) && !Meaning.isStyle(text) { return text }
    }
    return nil
  }

  /// How it stays visible where nobody knows what it means: in no braces, and no link by accident.
  var shown: String {
    let rest = written.isEmpty ? "" : " " + written
    var text = ""
    for character in "shortcode \(name)\(rest)" {
      if "\\`*<>[]".contains(character) { text.append("\\") }
      if !"{}".contains(character) { text.append(character.isNewline ? " " : character) }
    }
    return "[\(text)]"
  }

  private struct Word {
    var key: String?
    var text: String
    var end: String.Index
    var isQuoted: Bool
  }

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var index = text.startIndex
    while index < text.endIndex {
      // Some put commas between what they give.
      if text[index].isWhitespace || text[index] == "," && !words.isEmpty {
        index = text.index(after: index)
        continue
      }
      var key: String?
      var value = ""
      var isQuoted = false
      while index < text.endIndex, !text[index].isWhitespace {
        let sign = text[index]
        if sign == "\"" || sign == "'" || sign == "`", value.isEmpty {
          index = text.index(after: index)
          while index < text.endIndex, text[index] != sign {
            if text[index] == "\\", text.index(after: index) < text.endIndex {
              index = text.index(after: index)
            }
            value.append(text[index])
            index = text.index(after: index)
          }
          if index < text.endIndex { index = text.index(after: index) }
          isQuoted = true
          break
        }
        // A name ends where a text begins, blank or not.
        if sign == "\"", words.isEmpty, !value.isEmpty { break }
        if sign == "=", key == nil, !words.isEmpty {
          key = value
          value = ""
        } else {
          value.append(sign)
        }
        index = text.index(after: index)
        // Blanks around the sign, as some write it.
        if key != nil, value.isEmpty {
          while index < text.endIndex, text[index] == " " { index = text.index(after: index) }
        }
      }
      if !isQuoted, !words.isEmpty, value.hasSuffix(",") { value.removeLast() }
      words.append(Word(key: key, text: value, end: index, isQuoted: isQuoted))
    }
    return words
  }
}
